import { create, Dom } from "@svgdotjs/svg.js";
import { markupOf } from "./dom.ts";
import { escaped } from "./escaped.ts";

/** Writes an element: its attributes in their order, and what is in it, as markup. Shapes have nothing in them. */
export type Cast = (name: string, attributes: Readonly<Record<string, string>>, content?: string) => string;

/**
 * Writes many elements of few kinds. The first of a kind is drawn in the DOM; its markup is the mould in which the others
 * are cast: a picture has thousands of `<path d="…"/>`, and to make, fill and serialise a node for each would take most of
 * the time that a picture takes.
 *
 * Out:  the same markup as if each had been drawn in the DOM.
 * In:   the DOM that svg.js draws in, which the moulds are kept with.
 * Cost: a few string operations per attribute; one node per kind, told by its name and the names of its attributes.
 */
export const casting = (window: object): Cast => {
  const kinds = kindsOf.get(window) ?? { next: new Map(), mould: [] };
  kindsOf.set(window, kinds);
  return (name, attributes, content = "") => {
    let kind = below(kinds, name);
    for (const each in attributes) kind = below(kind, each);
    if (kind.mould.length === 0) kind.mould = mouldOf(name, Object.keys(attributes));
    const { mould } = kind;
    let markup = mould[0] as string;
    let at = 1;
    for (const each in attributes) markup += escaped(attributes[each] as string) + mould[at++];
    return at < mould.length ? markup + content + mould[at] : markup;
  };
};

/** The names come from the drawing alone, never from a flow: there are a few dozen kinds. */
const kindsOf = new WeakMap<object, Kind>();

/** Kinds of elements as a tree: below an element's name the names of its attributes, one after the other. */
interface Kind {
  readonly next: Map<string, Kind>;
  mould: Mould;
}

const below = ({ next }: Kind, name: string): Kind => {
  const found = next.get(name);
  if (found !== undefined) return found;
  const kind: Kind = { next: new Map(), mould: [] };
  next.set(name, kind);
  return kind;
};

/** The markup between the holes: one for each attribute, and one for what is in the element. */
type Mould = readonly string[];

/** A character for private use, which no attribute name and no element has. */
const hole = "\ue000";

const mouldOf = (name: string, attributes: readonly string[]): Mould => {
  const element = new Dom(create(name) as never, Object.fromEntries(attributes.map((each) => [each, hole])));
  if (!isShape(name)) element.words(hole);
  return shortened(markupOf(element.node)).split(hole);
};

const isShape = (name: string): boolean => name === "path" || name === "rect" || name === "circle";

/** Elements without content as XML lets one write them. A `>` in text is always escaped, so this finds markup alone. */
const shortened = (markup: string): string => markup.replace(/><\/(?:path|rect|circle)>/g, "/>");
