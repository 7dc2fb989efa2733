import type { IconMark, Mark, TextMark } from "../layout/scene.ts";
import type { Paint } from "../theme/theme.ts";
import { hatch } from "./hatch.ts";
import { icons } from "./icons.ts";
import { number } from "./number.ts";
import { pathData } from "./path-data.ts";
import { shownText } from "./shown-text.ts";
import { type Setting, textClasses } from "./text-classes.ts";

/** An element that is still to be made: all that the DOM needs, in one call. */
export interface Drawn {
  readonly name: "rect" | "path" | "circle" | "text";
  /** Class names that the mark has besides its role's, with what they declare. */
  readonly classes?: ReadonlyMap<string, string>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string;
}

type Draw<M extends Mark> = (mark: M, paint: Paint, setting: Setting) => Drawn | undefined;

/**
 * How each kind of mark is drawn. The picture is shifted by half a pixel as a whole, so a line on a whole number is crisp;
 * here lines are brought to whole numbers, and areas without outline and letters are brought back to the pixels' edges.
 */
const draws: { readonly [K in Mark["kind"]]: Draw<Extract<Mark, { kind: K }>> } = {
  rect: (mark, paint) => {
    if (mark.paint === "waiting-hatch") {
      const strokes = hatch(mark.x, mark.y, mark.width, mark.height);
      return { name: "path", attributes: { d: pathData(strokes, false) } };
    }
    const edge = paint.stroke === undefined ? (at: number) => Math.round(at) - 0.5 : Math.round;
    const [left, top] = [edge(mark.x), edge(mark.y)];
    const size = { width: edge(mark.x + mark.width) - left, height: edge(mark.y + mark.height) - top };
    return {
      name: "rect",
      attributes: {
        x: number(left),
        y: number(top),
        width: number(Math.max(size.width, 0)),
        height: number(Math.max(size.height, 0)),
        ...(mark.radius ? { rx: number(mark.radius) } : {}),
      },
    };
  },
  path: (mark, paint) => ({
    name: "path",
    attributes: { d: pathData(mark.commands, paint.stroke !== undefined) },
  }),
  circle: ({ x, y, radius }) => ({
    name: "circle",
    attributes: { cx: number(x), cy: number(y), r: number(Math.max(radius, 0)) },
  }),
  text: (mark, _, setting) => ({
    name: "text",
    classes: textClasses(mark, setting),
    attributes: placeOfText(mark),
    text: shownText(mark.text),
  }),
  icon: (mark) => {
    const d = Object.hasOwn(icons, mark.name) ? icons[mark.name] : undefined;
    return d === undefined ? undefined : { name: "path", attributes: { d, transform: placeOfIcon(mark) } };
  },
};

/** What to draw for a mark; nothing for an icon that does not exist. */
export const draw = (mark: Mark, paint: Paint, setting: Setting): Drawn | undefined =>
  (draws[mark.kind] as Draw<Mark>)(mark, paint, setting);

const placeOfText = ({ x, y, rotate, text }: TextMark): Readonly<Record<string, string>> => ({
  x: number(x),
  y: number(rotate ? y : Math.round(y) - 0.5),
  ...(rotate ? { transform: `rotate(${number(rotate)} ${number(x)} ${number(y)})` } : {}),
  ...(/^\s|\s\s|\s$/.test(text) ? { "xml:space": "preserve" } : {}),
});

const gridSize = 20;

const placeOfIcon = ({ x, y, size }: IconMark): string =>
  `translate(${number(x)} ${number(y)})${size === gridSize ? "" : `scale(${number(size / gridSize)})`}`;
