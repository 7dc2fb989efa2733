import type { ColourName, Style, Theme } from "../theme/theme.ts";
import type { Look } from "./look-of.ts";
import { number } from "./number.ts";

/** Behind letters that stand on lines. */
export const halo: Look = { name: "halo", stroke: "ground", width: 4, join: "round" };

/** What all of a picture's words have unless a class says otherwise. */
export const wordsDeclaration = (style: Style, family: string): string =>
  `font-family:${family};font-size:${number(style.text)}px;font-weight:400;font-style:normal;text-anchor:middle`;

/** All of a look in one theme, in words that every renderer reads, as CSS or as attributes. */
export const plainDeclaration = (look: Look, theme: Theme): string =>
  [...colourDeclarations(look, (name) => theme.colours[name]), ...absent(look), ...form(look)].join(";");

/** The properties that it declares. */
export const declaredProperties = (look: Look): readonly string[] => [
  ...["fill", "stroke"],
  ...(look.width === undefined ? [] : ["stroke-width"]),
  ...(look.dash === undefined ? [] : ["stroke-dasharray"]),
  ...(look.cap === undefined ? [] : ["stroke-linecap"]),
  ...(look.join === undefined ? [] : ["stroke-linejoin"]),
  ...(look.opacity === undefined ? [] : ["opacity"]),
];

export const colourDeclarations = (
  { fill, stroke }: Look,
  colour: (name: ColourName) => string,
): readonly string[] => [
  ...(fill ? [`fill:${colour(fill)}`] : []),
  ...(stroke ? [`stroke:${colour(stroke)}`] : []),
];

/** Said outright, as every width is, since a page's own `svg path { fill: … }` would win over what is inherited. */
const absent = ({ name, fill, stroke }: Look): readonly string[] =>
  name === "halo"
    ? ["paint-order:stroke"]
    : [...(fill ? [] : ["fill:none"]), ...(stroke ? [] : ["stroke:none"])];

const form = ({ width, dash, opacity, cap, join }: Look): readonly string[] => [
  ...(width === undefined ? [] : [`stroke-width:${number(width)}`]),
  ...(dash === undefined ? [] : [`stroke-dasharray:${dash.map(number).join(" ")}`]),
  ...(cap === undefined ? [] : [`stroke-linecap:${cap}`]),
  ...(join === undefined ? [] : [`stroke-linejoin:${join}`]),
  ...(opacity === undefined ? [] : [`opacity:${number(opacity)}`]),
];

/** The same said as presentation attributes. */
export const asAttributes = (declaration: string): Readonly<Record<string, string>> =>
  Object.fromEntries(declaration.split(";").map((one) => one.split(":", 2)));
