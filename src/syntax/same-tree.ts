import type { Ast } from "./ast.ts";

/** What differs between two texts that say the same: places, empty lines, the spelling of operators. */
const layout: ReadonlySet<string> = new Set([
  ...["span", "pathSpan", "open", "close", "file"],
  ...["blankBefore", "apart", "inline"],
]);

/**
 * Whether two trees say the same, with the same comments.
 *
 * Cost: linear in the smaller tree.
 */
export const isSameTree = (one: Ast, other: Ast): boolean => isSame(one, other);

const isSame = (one: unknown, other: unknown): boolean => {
  if (!isNode(one) || !isNode(other)) return one === other;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((it, at) => isSame(it, other[at]))
    );
  }
  if ("arrow" in one) return one.arrow === other.arrow;
  if ("blankBefore" in one && "text" in one) return wordsOf(one.text) === wordsOf(other.text);
  const [keys, others] = [meaningOf(one), meaningOf(other)];
  return keys.length === others.length && keys.every((key) => isSame(one[key], other[key]));
};

/** A text value may be quoted or not; a name that is quoted is no statement word. */
const meaningOf = (node: object): readonly string[] =>
  Object.keys(node).filter((key) => !layout.has(key) && !(key === "quoting" && "parts" in node));

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A comment's text, but for its indentation. */
const wordsOf = (text: unknown): string => String(text).replace(/\s+/g, " ").trim();
