import type { IconMark, Mark, TextMark } from "../layout/scene.ts";
import type { Fonts } from "./fonts.ts";
import { hatch } from "./hatch.ts";
import { icons } from "./icons.ts";
import { number } from "./number.ts";
import { fitOf, fittedFeet, fittedRect, type Pixels, pointOf } from "./on-pixels.ts";
import { pathData } from "./path-data.ts";
import { safeLink } from "./safe-link.ts";
import { shownText } from "./shown-text.ts";
import { faceRule } from "./text-classes.ts";

/** An element that is still to be made: all that the DOM needs, in one call. */
export interface Drawn {
  readonly name: "rect" | "path" | "circle" | "text";
  /** What a hatched area declares of its strokes. */
  readonly hatch?: string;
  readonly attributes: Readonly<Record<string, string>>;
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

/** How each kind of mark is drawn. */
const draws: { readonly [K in Mark["kind"]]: Draw<Extract<Mark, { kind: K }>> } = {
  rect: (mark, setting) => {
    const [x, y, width, height] = fittedRect(mark, setting);
    return mark.paint === "waiting-hatch"
      ? hatched(x, y, width, height)
      : { name: "rect", attributes: placeOfRect(x, y, Math.max(width, 0), Math.max(height, 0), mark.radius) };
  },
  path: (mark, setting) => {
    const [x, y] = pointOf(mark.commands[0]) ?? [0, 0];
    return { name: "path", attributes: { d: pathData(mark.commands, fitOf(mark, x, y, setting)) } };
  },
  circle: (mark, setting) => {
    const { dx, dy } = fitOf(mark, mark.x, mark.y, setting);
    return {
      name: "circle",
      attributes: { cx: number(mark.x + dx), cy: number(mark.y + dy), r: number(Math.max(mark.radius, 0)) },
    };
  },
  text: (mark, { fonts }) =>
    mark.runs
      ? { name: "text", attributes: placeOfText(mark), runs: drawnRuns(mark, fonts) }
      : { name: "text", attributes: placeOfText(mark), text: shownText(mark.text) },
  icon: (mark) => {
    const d = Object.hasOwn(icons, mark.name) ? icons[mark.name] : undefined;
    return d === undefined ? undefined : { name: "path", attributes: { d, transform: placeOfIcon(mark) } };
  },
};

const placeOfRect = (x: number, y: number, width: number, height: number, radius = 0) => {
  const place = { x: number(x), y: number(y), width: number(width), height: number(height) };
  return radius === 0 ? place : { ...place, rx: number(radius) };
};

const hatched = (x: number, y: number, width: number, height: number): Drawn | undefined => {
  const found = hatch(x, y, width, height);
  if (!found) return undefined;
  return { name: "path", hatch: found.declaration, attributes: found.attributes };
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

const placeOfText = ({ x, y, rotate, text }: TextMark): Readonly<Record<string, string>> => {
  const place = rotate
    ? { transform: `translate(${number(x)} ${number(y)})rotate(${number(rotate)})` }
    : { x: number(x), y: number(fittedFeet(y)) };
  return /^\s|\s\s|\s$/.test(text) ? { ...place, "xml:space": "preserve" } : place;
};

const gridSize = 20;

const placeOfIcon = ({ x, y, size }: IconMark): string =>
  `translate(${number(Math.round(x))} ${number(Math.round(y))})${size === gridSize ? "" : `scale(${number(size / gridSize)})`}`;
