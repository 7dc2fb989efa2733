import { type ArrowheadShape, arrowheadShapes } from "../../language/arrowheads.ts";
import { nearest } from "../../source/nearest.ts";
import type { Key } from "../../syntax/ast.ts";
import { isNull, isUnquoted, textOf } from "../entry-shape.ts";
import type { Arrowhead } from "../flow.ts";
import { labelOf } from "../label.ts";
import { didYouMean, either, replaceBy, type Say } from "../report.ts";
import { type WrittenAttribute, writtenIn } from "./written.ts";

/** The ends of a message that an arrowhead may be asked for. */
export const arrowheadEnds = { "source-arrowhead": "source", "target-arrowhead": "target" } as const;

export type ArrowheadKey = keyof typeof arrowheadEnds;

export const isArrowheadKey = (name: string): name is ArrowheadKey => Object.hasOwn(arrowheadEnds, name);

/**
 * Reads `source-arrowhead: 1 { shape: diamond; style.filled: true }`, `source-arrowhead.shape: diamond`.
 *
 * In:     the attribute without its key, and what is known of the arrowhead so far.
 * Out:    the arrowhead with what the attribute says; what is written further down wins.
 * Says:   wrong-value, unknown-attribute; without-meaning for what only lines on a plane have.
 */
export const readArrowhead = (attribute: WrittenAttribute, before: Arrowhead, say: Say): Arrowhead => {
  const [key, ...more] = attribute.keys;
  const { value, map } = attribute;
  if (key) return readKey(key, { ...attribute, keys: more }, before, say);
  const { label: _label, ...unlabelled } = before;
  const label = isNull(value) ? undefined : labelOf(value, say);
  const own: Arrowhead = value ? { ...unlabelled, ...(label && { label }) } : before;
  return writtenIn(map?.body ?? [], { say, noun: "an arrowhead" }).reduce<Arrowhead>(
    (head, inner) => readArrowhead(inner, head, say),
    own,
  );
};

const keys = ["label", "shape", "style.filled"];

const readKey = (key: Key, rest: WrittenAttribute, before: Arrowhead, say: Say): Arrowhead => {
  const name = isUnquoted(key) ? key.text.toLowerCase() : "";
  if (name === "label" && rest.keys.length === 0) return readArrowhead({ ...rest, keys: [] }, before, say);
  if (name === "shape" && rest.keys.length === 0) return readShape(rest, before, say);
  if (name === "style") {
    if (rest.keys.length === 0)
      return writtenIn(rest.map?.body ?? [], { say, noun: "an arrowhead" }).reduce<Arrowhead>(
        (head, inner) => readKey(key, inner, head, say),
        before,
      );
    const [below] = rest.keys;
    const text = textOf(rest.value)?.toLowerCase();
    if (below?.text.toLowerCase() === "filled" && (text === "true" || text === "false"))
      return { ...before, filled: text === "true" };
    say(
      "without-meaning",
      `\`style.${below?.text}\` changes nothing on an arrowhead.`,
      below?.span ?? key.span,
    );
    return before;
  }
  const near = nearest(key.text, keys);
  say(
    "unknown-attribute",
    `\`${key.text}\` is no attribute of an arrowhead, which takes ${either(keys)}.${didYouMean(near)}`,
    key.span,
    replaceBy(key.span, near),
  );
  return before;
};

const readShape = ({ value, span }: WrittenAttribute, before: Arrowhead, say: Say): Arrowhead => {
  const { shape: _shape, ...shapeless } = before;
  if (isNull(value)) return shapeless;
  const text = textOf(value)?.toLowerCase() ?? "";
  const shape = arrowheadShapes.find((each): each is ArrowheadShape => each === text);
  if (shape) return { ...before, shape };
  const near = nearest(text, arrowheadShapes);
  say(
    "wrong-value",
    `\`shape\` of an arrowhead takes ${either(arrowheadShapes)}, not \`${text}\`.${didYouMean(near)}`,
    value?.span ?? span,
    value ? replaceBy(value.span, near) : {},
  );
  return before;
};
