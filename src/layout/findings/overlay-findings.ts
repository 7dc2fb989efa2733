import { lineHeight } from "../../text/faces.ts";
import { measure } from "../../text/measure.ts";
import { wrap } from "../../text/wrap.ts";
import type { Style } from "../../theme/theme.ts";
import type { Group, Mark, Scene, TextMark } from "../scene.ts";
import { anchorsOf, type Point } from "./anchors.ts";
import { type Finding, findingLines } from "./finding.ts";
import { obstaclesOf } from "./obstacles.ts";

/**
 * Puts findings on a picture: a numbered badge at what each is about, and a list of them below.
 *
 * In:   a scene of any view; findings in any order. A badge goes to the statement that begins in the finding's line, else to
 *       the one that it stands in, and several of one statement side by side; one without a line is in the list alone.
 * Out:  the same scene, taller, and wider where its list asks for it: nothing of it moves. Severities differ in the form of
 *       their badges, not in colour alone; each badge is a group with a name, and the description ends in the list.
 * Says: nothing. No badge covers a word or another badge, unless there is no free place near by.
 * Cost: n log n in the findings and groups, and each badge the words near it.
 */
export const overlayFindings = (scene: Scene, findings: readonly Finding[], style: Style): Scene => {
  if (findings.length === 0) return scene;
  const { margin } = style;
  const width = Math.max(scene.width, narrowest + 2 * margin);
  const list = listOf(findings, width - 2 * margin, style);
  const top = scene.height - margin + gap;
  return {
    ...scene,
    width,
    height: Math.ceil(top + list.height + margin),
    description: [scene.description, ...findingLines(findings)].filter(Boolean).join(" "),
    groups: [...scene.groups, ...badges(scene, findings, style), ...list.groups(margin, top)],
  };
};

/** px: a list needs so much width at least. */
const narrowest = 360;
/** px above the list. */
const gap = 20;
/** px from a list entry to the next. */
const between = 8;
const radius = 8;

const badges = (scene: Scene, findings: readonly Finding[], style: Style): readonly Group[] => {
  const anchors = anchorsOf(scene);
  const taken = obstaclesOf(scene);
  return findings.flatMap((finding, at): readonly Group[] => {
    const group = finding.line === undefined ? undefined : anchors.groupAt(finding.line);
    const places = group ? anchors.placesOn(group) : [];
    const [first] = places;
    if (!group || !first) return [];
    const isInside = ([x, y]: Point): boolean =>
      x > radius && y > radius && x < scene.width - radius && y < scene.height - radius;
    const isGood = (place: Point): boolean => isInside(place) && taken.isFree(place, radius + 1);
    const [x, y] = places.find(isGood) ?? ringsAround(first).find(isGood) ?? first;
    taken.take([x, y], radius + 1);
    return [
      {
        role: "mark",
        name: findingLines([finding])[0]?.replace(/^1/, `Finding ${at + 1}`) ?? "",
        classes: ["finding", `finding-${finding.severity}`],
        ...(group.line !== undefined && { line: group.line }),
        tooltip: finding.message,
        marks: badge(finding, at, x, y, style),
      },
    ];
  });
};

/** Places around one, nearest first. */
const ringsAround = ([x, y]: Point): readonly Point[] =>
  Array.from({ length: 12 }, (_, ring) => (ring + 1) * 16).flatMap((far) =>
    Array.from({ length: 12 }, (_, turn): Point => {
      const angle = (turn * Math.PI) / 6;
      return [x + far * Math.cos(angle), y + far * Math.sin(angle)];
    }),
  );

/** A disc, a square or a lozenge, with the finding's number. */
const badge = (
  { severity }: Finding,
  at: number,
  x: number,
  y: number,
  { small }: Style,
): readonly Mark[] => {
  const text = String(at + 1);
  const font = { face: "semibold", size: text.length > 2 ? small - 2 : small } as const;
  const number: TextMark = {
    kind: "text",
    paint: "finding-number",
    text,
    x,
    y: y + font.size * 0.36,
    anchor: "middle",
    face: font.face,
    size: font.size,
    width: measure(text, font),
  };
  return [forms[severity](x, y), number];
};

const forms: Readonly<Record<Finding["severity"], (x: number, y: number) => Mark>> = {
  error: (x, y) => ({ kind: "circle", paint: "finding-error", x, y, radius }),
  warning: (x, y) => ({
    kind: "path",
    paint: "finding-warning",
    commands: [
      ["M", x, y - radius - 2],
      ["L", x + radius + 2, y],
      ["L", x, y + radius + 2],
      ["L", x - radius - 2, y],
      ["Z"],
    ],
  }),
  info: (x, y) => ({
    kind: "rect",
    paint: "finding-info",
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius: 3,
  }),
};

/** The findings as lines of text, each behind its badge. */
const listOf = (findings: readonly Finding[], width: number, style: Style) => {
  const font = { face: "regular", size: style.small + 1 } as const;
  const small = { face: "regular", size: style.small } as const;
  const [leading, smallLeading] = [Math.ceil(lineHeight(font)), Math.ceil(lineHeight(small))];
  const indent = 2 * radius + 10;
  const room = Math.min(width - indent, 640);
  const entries = findings.map((finding) => {
    const place = finding.line === undefined ? [] : [`line ${finding.line}`];
    return {
      finding,
      lines: wrap(finding.message, font, room),
      details: wrap([finding.severity, ...place, finding.code].join(" · "), small, room),
    };
  });
  const heightOf = ({ lines, details }: (typeof entries)[number]): number =>
    lines.length * leading + details.length * smallLeading + between;
  const groups = (left: number, top: number): readonly Group[] => {
    let y = top;
    return entries.map((entry, at): Group => {
      const { finding, lines, details } = entry;
      const start = y;
      y += heightOf(entry);
      const below = start + lines.length * leading;
      return {
        role: "mark",
        name: findingLines([finding])[0]?.replace(/^1/, `Finding ${at + 1}`) ?? "",
        classes: ["finding-entry", `finding-${finding.severity}`],
        ...(finding.line !== undefined && { line: finding.line }),
        marks: [
          ...badge(finding, at, left + radius + 2, start + leading / 2, style),
          ...lines.map(({ text, width: wide }, row) =>
            line("finding-text", text, wide, left + indent, start + row * leading + leading / 2, font),
          ),
          ...details.map(({ text, width: wide }, row) =>
            line(
              "finding-detail",
              text,
              wide,
              left + indent,
              below + row * smallLeading + smallLeading / 2,
              small,
            ),
          ),
        ],
      };
    });
  };
  return { groups, height: entries.reduce((sum, entry) => sum + heightOf(entry), 0) - between };
};

/** In: `middle`, the middle of the line's height. */
const line = (
  paint: TextMark["paint"],
  text: string,
  width: number,
  x: number,
  middle: number,
  { face, size }: Pick<TextMark, "face" | "size">,
): TextMark => ({
  kind: "text",
  paint,
  text,
  x,
  y: middle + size * 0.36,
  anchor: "start",
  face,
  size,
  width,
});
