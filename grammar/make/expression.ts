/** What a rule of a grammar says. */
export type Expression =
  /** Characters that stand as they are. */
  | { readonly kind: "mark"; readonly text: string }
  /** Another rule. */
  | { readonly kind: "name"; readonly name: string }
  /** What is better said in words. */
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "all"; readonly parts: readonly Expression[] }
  | { readonly kind: "any"; readonly parts: readonly Expression[] }
  | { readonly kind: "optional"; readonly part: Expression }
  /** Any number of times, also never. */
  | { readonly kind: "repeat"; readonly part: Expression };

/** A grammar: rules by name, the first one to begin with. */
export type Grammar = Readonly<Record<string, Expression>>;

/** A bare word is the name of a rule. */
type Part = Expression | string;

const asExpression = (part: Part): Expression =>
  typeof part === "string" ? { kind: "name", name: part } : part;
const joined = (kind: "all" | "any", parts: readonly Part[]): Expression => {
  const [first, ...more] = parts.map(asExpression);
  return first !== undefined && more.length === 0
    ? first
    : { kind, parts: first === undefined ? [] : [first, ...more] };
};

export const mark = (text: string): Expression => ({ kind: "mark", text });
export const words = (text: string): Expression => ({ kind: "words", text });
export const all = (...parts: readonly Part[]): Expression => joined("all", parts);
export const any = (...parts: readonly Part[]): Expression => joined("any", parts);
export const optional = (...parts: readonly Part[]): Expression => ({
  kind: "optional",
  part: all(...parts),
});
export const repeat = (...parts: readonly Part[]): Expression => ({ kind: "repeat", part: all(...parts) });
