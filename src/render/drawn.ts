import type { IconMark, Mark, TextMark } from "../layout/scene.ts";
import type { ElementKind } from "./casts.ts";
import type { Fonts } from "./fonts.ts";
import { hatch } from "./hatch.ts";
import { icons } from "./icons.ts";
import { number } from "./number.ts";
import { fitOf, fittedFeet, fittedRect, type Pixels, pointOf } from "./on-pixels.ts";
import { pathData } from "./path-data.ts";
import { safeLink } from "./safe-link.ts";
import { shownText } from "./shown-text.ts";
import { faceRule } from "./text-classes.ts";

/** An element that is still to be made. */
export interface Drawn {
  readonly kind: ElementKind;
  /** Of the kind's attributes, in their order: numbers, and what is made of them. */
  readonly values: readonly string[];
  /** What a hatched area declares of its strokes. */
  readonly hatch?: string;
  readonly text?: string;
  /** The text in parts, where it is not all in one face. */
  readonly runs?: readonly DrawnRun[];
}

/** A part of a line of text. */
export interface DrawnRun {
  readonly text: string;
  readonly classes: ReadonlyMap<string, string>;
  /** Where it leads, if that is safe. */
  readonly link?: string;
}

/** What a mark's picture depends on besides itself. */
export interface Setting extends Pixels {
  readonly fonts: Fonts;
}

type Draw<M extends Mark> = (mark: M, setting: Setting) => Drawn | undefined;

/** The kinds of elements that a picture's marks become. */
const kinds = {
  rect: { name: "rect", attributes: ["x", "y", "width", "height"] },
  roundedRect: { name: "rect", attributes: ["x", "y", "width", "height", "rx"] },
  path: { name: "path", attributes: ["d"] },
  movedPath: { name: "path", attributes: ["d", "transform"] },
  circle: { name: "circle", attributes: ["cx", "cy", "r"] },
  text: { name: "text", attributes: ["x", "y"] },
  spacedText: { name: "text", attributes: ["x", "y", "xml:space"] },
  turnedText: { name: "text", attributes: ["transform"] },
  turnedSpacedText: { name: "text", attributes: ["transform", "xml:space"] },
} as const satisfies Readonly<Record<string, ElementKind>>;

/** How each kind of mark is drawn. */
const draws: { readonly [K in Mark["kind"]]: Draw<Extract<Mark, { kind: K }>> } = {
  rect: (mark, setting) => {
    const [x, y, width, height] = fittedRect(mark, setting);
    if (mark.paint === "waiting-hatch") return hatched(x, y, width, height);
    const values = [number(x), number(y), number(Math.max(width, 0)), number(Math.max(height, 0))];
    if (!mark.radius) return { kind: kinds.rect, values };
    values.push(number(mark.radius));
    return { kind: kinds.roundedRect, values };
  },
  path: (mark, setting) => {
    const [x, y] = pointOf(mark.commands[0]) ?? [0, 0];
    return { kind: kinds.path, values: [pathData(mark.commands, fitOf(mark, x, y, setting))] };
  },
  circle: (mark, setting) => {
    const { dx, dy } = fitOf(mark, mark.x, mark.y, setting);
    return {
      kind: kinds.circle,
      values: [number(mark.x + dx), number(mark.y + dy), number(Math.max(mark.radius, 0))],
    };
  },
  text: (mark, { fonts }) => {
    const { x, y, rotate, runs, text } = mark;
    const hasSpaces = /^\s|\s\s|\s$/.test(text);
    const values = rotate
      ? [`translate(${number(x)} ${number(y)})rotate(${number(rotate)})`]
      : [number(x), number(fittedFeet(y))];
    if (hasSpaces) values.push("preserve");
    const kind = rotate
      ? kinds[hasSpaces ? "turnedSpacedText" : "turnedText"]
      : kinds[hasSpaces ? "spacedText" : "text"];
    return runs ? { kind, values, runs: drawnRuns(mark, fonts) } : { kind, values, text: shownText(text) };
  },
  icon: (mark) => {
    const d = Object.hasOwn(icons, mark.name) ? icons[mark.name] : undefined;
    return d === undefined ? undefined : { kind: kinds.movedPath, values: [d, placeOfIcon(mark)] };
  },
};

const hatched = (x: number, y: number, width: number, height: number): Drawn | undefined => {
  const found = hatch(x, y, width, height);
  return found && { kind: kinds.movedPath, values: [found.d, found.transform], hatch: found.declaration };
};

/** What to draw for a mark of a group, on whole pixels; nothing for an icon that does not exist. */
export const draw = (mark: Mark, setting: Setting): Drawn | undefined =>
  (draws[mark.kind] as Draw<Mark>)(mark, setting);

const drawnRuns = ({ face, runs = [] }: TextMark, fonts: Fonts): readonly DrawnRun[] =>
  runs.map((run) => {
    const link = run.link === undefined ? undefined : safeLink(run.link);
    return {
      text: shownText(run.text),
      classes: new Map([
        ...(run.face === face ? [] : [[run.face, faceRule(run.face, fonts)] as const]),
        ...(link === undefined ? [] : [["link", "text-decoration:underline"] as const]),
      ]),
      ...(link !== undefined && { link }),
    };
  });

const gridSize = 20;

const placeOfIcon = ({ x, y, size }: IconMark): string =>
  `translate(${number(Math.round(x))} ${number(Math.round(y))})${size === gridSize ? "" : `scale(${number(size / gridSize)})`}`;
