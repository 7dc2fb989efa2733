import type { IToken } from "chevrotain";
import * as categories from "../../grammar/categories.ts";
import type { Expression, Grammar } from "../../grammar/make/expression.ts";
import * as marks from "../../grammar/marks.ts";
import { isMissing } from "../../grammar/marks.ts";
import { readingOf } from "../../grammar/reading.ts";

/** What a token is called in the grammar: a mark as it is written, else the name of a rule of the lexis. */
export const nameOf = (token: IToken): string => {
  const { tokenType: type } = token;
  const is = (category: object): boolean => (type.CATEGORIES ?? []).some((each) => each === category);
  if (type === marks.newline) return "newline";
  if (type === marks.comment) return "comment";
  if (type === marks.index) return "index";
  if (type === marks.outside) return "()";
  if (isMissing(token)) return "nothing";
  if (is(categories.key)) return "key";
  if (is(categories.operator)) return "operator";
  if (!is(categories.scalar)) return token.image;
  const { kind } = readingOf(token);
  return kind === "raw"
    ? "text"
    : kind === "block"
      ? "block-string"
      : kind === "double" || kind === "single"
        ? "quoted"
        : kind;
};

/**
 * Whether a grammar derives a text.
 *
 * In:   the grammar, whose first rule is the text's; its tokens.
 * Cost: polynomial, for short texts: every rule is tried once at every token.
 */
export const derives = (grammar: Grammar, tokens: readonly IToken[]): boolean => {
  const names = tokens.map(nameOf);
  const known = new Map<string, ReadonlySet<number>>();

  const endsOfRule = (name: string, at: number): ReadonlySet<number> => {
    const rule = grammar[name];
    if (rule === undefined) return new Set(names[at] === name ? [at + 1] : []);
    const key = `${name} ${at}`;
    const found = known.get(key) ?? endsOf(rule, at);
    known.set(key, found);
    return found;
  };

  /** Where a stretch that begins at a token and reads as the expression may end. */
  const endsOf = (expression: Expression, at: number): ReadonlySet<number> => {
    switch (expression.kind) {
      case "mark":
        return new Set(names[at] === expression.text ? [at + 1] : []);
      case "name":
        return endsOfRule(expression.name, at);
      case "words":
        return new Set(continues(at) ? [at] : []);
      case "all":
        return expression.parts.reduce<ReadonlySet<number>>(
          (ends, part) => follow(ends, part),
          new Set([at]),
        );
      case "any":
        return new Set(expression.parts.flatMap((part) => [...endsOf(part, at)]));
      case "optional":
        return new Set([at, ...endsOf(expression.part, at)]);
      case "repeat": {
        const ends = new Set([at]);
        for (const end of ends) for (const next of endsOf(expression.part, end)) ends.add(next);
        return ends;
      }
    }
  };
  const follow = (ends: ReadonlySet<number>, part: Expression): ReadonlySet<number> =>
    new Set([...ends].flatMap((end) => [...endsOf(part, end)]));

  /** The one condition that the grammar says in words: nothing stands between `}` and `else`. */
  const continues = (at: number): boolean =>
    names[at - 1] === "}" && names[at] === "key" && /^(?:else|and)(?:\s|$)/.test(tokens[at]?.image ?? "");

  const [first = ""] = Object.keys(grammar);
  return endsOfRule(first, 0).has(tokens.length);
};
