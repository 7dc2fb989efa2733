import { create, Dom } from "@svgdotjs/svg.js";
import { markupOf } from "./dom.ts";
import { escaped } from "./escaped.ts";

/** Writes elements. */
export interface Caster {
  /** Any element: its attributes in their order, and what is in it, as markup. Shapes have nothing in them. */
  readonly cast: (name: string, attributes: Attributes, content?: string) => string;
  /** An element of a known kind, with values that need no escaping: numbers, and what is made of them. */
  readonly castPlain: (kind: ElementKind, values: readonly string[], content: string) => string;
}

export type Attributes = Readonly<Record<string, string>>;

/** What elements have in common whose attributes have the same names. */
export interface ElementKind {
  readonly name: string;
  readonly attributes: readonly string[];
}

/**
 * Writes many elements of few kinds. The first of a kind is drawn in the DOM; its markup is the mould in which the others
 * are cast: a picture has thousands of `<path d="…"/>`, and to make, fill and serialise a node for each would take most of
 * the time that a picture takes.
 *
 * In:   the DOM that svg.js draws in, which the moulds are kept with.
 * Out:  the same markup as if each had been drawn in the DOM.
 * Cost: a few string operations per attribute; one node per kind, told by its name and the names of its attributes.
 */
export const casting = (window: object): Caster => {
  const { byNames, byKind } = mouldsOf.get(window) ?? { byNames: newStep(), byKind: new Map() };
  mouldsOf.set(window, { byNames, byKind });
  return {
    cast: (name, attributes, content = "") => {
      let step = below(byNames, name);
      for (const each in attributes) step = below(step, each);
      step.mould ??= mouldOf({ name, attributes: Object.keys(attributes) });
      const { mould } = step;
      let markup = mould[0] as string;
      let at = 1;
      for (const each in attributes) markup += escaped(attributes[each] as string) + mould[at++];
      return at < mould.length ? markup + content + mould[at] : markup;
    },
    castPlain: (kind, values, content) => {
      let mould = byKind.get(kind);
      if (mould === undefined) {
        mould = mouldOf(kind);
        byKind.set(kind, mould);
      }
      let markup = mould[0] as string;
      for (let at = 0; at < values.length; at++) markup += (values[at] as string) + mould[at + 1];
      return values.length + 1 < mould.length ? markup + content + mould[values.length + 1] : markup;
    },
  };
};

interface Moulds {
  readonly byNames: Step;
  readonly byKind: Map<ElementKind, Mould>;
}

/** The names come from the drawing alone, never from a flow: there are a few dozen kinds. */
const mouldsOf = new WeakMap<object, Moulds>();

/** Kinds of elements as a tree: below an element's name the names of its attributes, one after the other. */
interface Step {
  readonly next: Map<string, Step>;
  mould?: Mould;
}

const newStep = (): Step => ({ next: new Map() });

const below = ({ next }: Step, name: string): Step => {
  const found = next.get(name);
  if (found !== undefined) return found;
  const step = newStep();
  next.set(name, step);
  return step;
};

/** The markup between the holes: one for each attribute, and one for what is in the element. */
type Mould = readonly string[];

/** A character for private use, which no attribute name and no element has. */
const hole = "\ue000";

const mouldOf = ({ name, attributes }: ElementKind): Mould => {
  const element = new Dom(create(name) as never);
  for (const each of attributes) element.attr(each, hole, each.startsWith("xml") ? undefined : apart);
  if (!isShape(name)) element.words(hole);
  const markup = markupOf(element.node);
  // A shape is closed as XML lets one do it.
  return (isShape(name) ? `${markup.slice(0, -`></${name}>`.length)}/>` : markup).split(hole);
};

/** A browser complains about a hole where it knows what an attribute should hold; of those in other namespaces it knows nothing. */
const apart = "urn:slant:mould";

const isShape = (name: string): boolean => name === "path" || name === "rect" || name === "circle";
