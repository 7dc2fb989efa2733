import type { ColourName, Style, Theme } from "../theme/theme.ts";
import type { Look } from "./look-of.ts";
import { number } from "./number.ts";

/** Behind letters that stand on lines. */
export const halo: Look = { name: "halo", stroke: "ground", width: 4, join: "round" };

/** What all of a picture's words have unless a class says otherwise. */
export const wordsDeclaration = (style: Style, family: string): string =>
  `font-family:${family};font-size:${number(style.text)}px;font-weight:400;font-style:normal;text-anchor:middle`;

/** All of a look in one theme, in words that every renderer reads, as CSS or as attributes. */
export const plainDeclaration = (look: Look, theme: Theme): string => {
  let ofTheme = declared.get(theme);
  if (ofTheme === undefined) {
    ofTheme = new Map();
    declared.set(theme, ofTheme);
  }
  const known = ofTheme.get(look.name);
  if (known !== undefined) return known;
  const declaration = declarationOf(look, theme);
  ofTheme.set(look.name, declaration);
  return declaration;
};

/** What was worked out for looks, by theme: themes are few, and every picture asks for the same. */
const declared = new WeakMap<Theme, Map<string, string>>();

const declarationOf = (look: Look, theme: Theme): string => {
  const { name, fill, stroke, width, dash, cap, join, opacity } = look;
  const isHalo = name === "halo";
  return all(
    colourDeclaration(look, (colour) => theme.colours[colour]),
    isHalo ? "paint-order:stroke" : "",
    // Said outright, as every width is, since a page's own `svg path { fill: … }` would win over what is inherited.
    isHalo || fill ? "" : "fill:none",
    isHalo || stroke ? "" : "stroke:none",
    width === undefined ? "" : `stroke-width:${number(width)}`,
    dash === undefined ? "" : `stroke-dasharray:${dash.map(number).join(" ")}`,
    cap === undefined ? "" : `stroke-linecap:${cap}`,
    join === undefined ? "" : `stroke-linejoin:${join}`,
    opacity === undefined ? "" : `opacity:${number(opacity)}`,
  );
};

const all = (...declarations: readonly string[]): string => {
  let joined = "";
  for (const each of declarations) if (each !== "") joined += joined === "" ? each : `;${each}`;
  return joined;
};

/** The properties that it declares. */
export const declaredProperties = (look: Look): readonly string[] => [
  ...["fill", "stroke"],
  ...(look.width === undefined ? [] : ["stroke-width"]),
  ...(look.dash === undefined ? [] : ["stroke-dasharray"]),
  ...(look.cap === undefined ? [] : ["stroke-linecap"]),
  ...(look.join === undefined ? [] : ["stroke-linejoin"]),
  ...(look.opacity === undefined ? [] : ["opacity"]),
];

/** The colours of a look alone. */
export const colourDeclaration = ({ fill, stroke }: Look, colour: (name: ColourName) => string): string =>
  all(fill ? `fill:${colour(fill)}` : "", stroke ? `stroke:${colour(stroke)}` : "");

/** The same said as presentation attributes. */
export const asAttributes = (declaration: string): Readonly<Record<string, string>> =>
  Object.fromEntries(declaration.split(";").map((one) => one.split(":", 2)));
