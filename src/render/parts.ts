import type { Mark } from "../layout/scene.ts";
import type { Theme } from "../theme/theme.ts";
import type { Drawn } from "./drawn.ts";
import type { Fonts } from "./fonts.ts";
import { type Look, lookOf, type Variant, variantOf } from "./look-of.ts";
import { textClasses } from "./text-classes.ts";

/** How an element of a group looks, apart from its place. Elements that look the same share one part. */
export interface Part {
  /** Of its picture's parts, in the order of their first elements. */
  readonly number: number;
  readonly element: string;
  readonly look: Look;
  /** Declarations of a text that is not the default, by class name. */
  readonly text: ReadonlyMap<string, string>;
  readonly hasHalo: boolean;
  /** The classes that it has where no form stands for it. */
  readonly classes: string;
}

/**
 * Tells the part of each mark of a picture. What a part is depends on few properties of a mark, and a picture has many more
 * marks than parts.
 */
export const partsOf = (theme: Theme, fonts: Fonts): ((mark: Mark, drawn: Drawn) => Part) => {
  const looks = new Map<string, Look>();
  const parts = new Map<string, Part>();
  return (mark, drawn) => {
    const variant = variantOf(mark, theme.paint[mark.paint]);
    const key = `${drawn.name} ${keyOf(mark, drawn, variant)}`;
    const known = parts.get(key);
    if (known !== undefined) return known;
    const text =
      mark.kind === "text"
        ? textClasses(mark, theme.style, fonts)
        : new Map(drawn.hatch === undefined ? [] : [["hatch", drawn.hatch]]);
    const look = lookOf(mark.paint, variant, theme.paint[mark.paint], looks);
    const hasHalo = mark.kind === "text" && mark.halo === true;
    const names = [look.name, ...text.keys(), ...(hasHalo ? ["halo"] : [])];
    const classes = names.map((name) => `sl-${name}`).join(" ");
    const part = { number: parts.size, element: drawn.name, look, text, hasHalo, classes };
    parts.set(key, part);
    return part;
  };
};

const keyOf = (mark: Mark, { hatch = "" }: Drawn, variant: Variant): string =>
  mark.kind === "text"
    ? `${mark.paint} ${mark.face} ${mark.size} ${mark.anchor} ${mark.halo === true} ${variant}`
    : `${mark.paint} ${variant} ${hatch}`;
