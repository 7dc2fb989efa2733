import type { Key } from "../../syntax/ast.ts";
import { isUnquoted } from "../entry-shape.ts";

/** Boards beside the picture that a text draws. */
export const boardWords: ReadonlySet<string> = new Set(["layers", "scenarios", "steps"]);

/** Keys that say how something looks; D2 takes them below `style` only. */
export const styleWords: ReadonlySet<string> = new Set([
  ...[
    "opacity",
    "stroke",
    "fill",
    "fill-pattern",
    "stroke-width",
    "stroke-dash",
    "border-radius",
    "shadow",
    "3d",
  ],
  ...[
    "multiple",
    "double-border",
    "font",
    "font-size",
    "font-color",
    "animated",
    "bold",
    "italic",
    "underline",
  ],
  ...["text-transform", "filled"],
]);

/** Attributes that place and measure things on a plane without time. */
export const placingWords: ReadonlySet<string> = new Set([
  ...["near", "width", "height", "top", "left", "direction", "grid-rows", "grid-columns", "grid-gap"],
  ...["vertical-gap", "horizontal-gap"],
]);

/** Every word that is never the name of an object unless it stands in quotes. Source: D2's keywords. */
const reserved: ReadonlySet<string> = new Set([
  ...["label", "shape", "icon", "constraint", "tooltip", "link", "class", "vars", "classes", "style"],
  ...["source-arrowhead", "target-arrowhead"],
  ...placingWords,
  ...styleWords,
  ...boardWords,
]);

export const isReserved = (key: Key | undefined): boolean =>
  isUnquoted(key) && reserved.has(key.text.toLowerCase());

/** `_`: what holds the map that it is written in. */
export const isParent = (key: Key | undefined): boolean => isUnquoted(key) && key.text === "_";

/** Names are the same whatever their case. */
export const fold = ({ text }: Pick<Key, "text">): string => text.toLowerCase();

/** Places around the picture, which D2 keeps out of a sequence. */
export const edges: ReadonlySet<string> = new Set(
  ["top", "center", "bottom"].flatMap((row) => ["left", "center", "right"].map((side) => `${row}-${side}`)),
);

/** `*`, `**`, `w*`: a key that stands for others. The `*` of a method's argument is a part of its name. */
export const isGlob = (key: Key | undefined): boolean => isUnquoted(key) && /^[^(]*\*/.test(key.text);
