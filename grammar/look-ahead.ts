import {
  Alternation,
  type BaseParser,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
} from "chevrotain";

/** Which alternative a token starts, by the token's number. */
type Choices = readonly (number | undefined)[];

/**
 * Decides by the next token alone. Chevrotain's own strategy finds the same for this grammar, with more look-ahead in mind and
 * at several times the cost, which falls on every start of the command; it stays the judge of the grammar when that is validated.
 *
 * In:     a grammar in which no two alternatives start with the same token, and whose alternatives are never empty.
 * Cost:   linear in the productions that a text needs, once each.
 * Source: first sets (Aho, Lam, Sethi, Ullman, Compilers, §4.4.2).
 */
export const oneTokenLookAhead: ILookaheadStrategy = {
  validate: () => [],

  buildLookaheadForAlternation: ({ rule, prodOccurrence }) => {
    const choices = once(() => {
      const alternatives = find(rule, Alternation, prodOccurrence)?.definition ?? [];
      return choicesOf(alternatives.map(partsOf));
    });
    return function (this: BaseParser, _alternatives?: IOrAlt<unknown>[]): number | undefined {
      return choices()[this.LA(1).tokenTypeIdx];
    };
  },

  buildLookaheadForOptional: ({ rule, prodOccurrence, prodType }) => {
    const kind = prodType === "Option" ? Option : Repetition;
    const choices = once(() => choicesOf([find(rule, kind, prodOccurrence)?.definition ?? []]));
    return function (this: BaseParser): boolean {
      return choices()[this.LA(1).tokenTypeIdx] !== undefined;
    };
  },
};

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

type Occurring = Alternation | Option | Repetition;

/** The production of a kind, by its number in its rule. */
const find = <T extends Occurring>(
  rule: Rule,
  kind: abstract new (...args: never[]) => T,
  index: number,
): T | undefined => {
  const search = (productions: readonly IProduction[]): T | undefined => {
    for (const production of productions) {
      if (production instanceof kind && production.idx === index) return production;
      // A call of another rule holds that rule's productions, which are none of this one's.
      const found = production instanceof NonTerminal ? undefined : search(partsOf(production));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(rule.definition);
};

/** The productions within one; a single token has none. */
const partsOf = (
  production: IProduction & { readonly definition?: readonly IProduction[] },
): readonly IProduction[] => production.definition ?? [];

const choicesOf = (alternatives: readonly (readonly IProduction[])[]): Choices => {
  const choices: (number | undefined)[] = [];
  alternatives.forEach((alternative, at) => {
    for (const token of firstOf(alternative)) choices[token] ??= at;
  });
  return choices;
};

/** The numbers of the tokens that a sequence may start with. */
const firstOf = (sequence: readonly IProduction[]): readonly number[] => {
  const tokens: number[] = [];
  for (const production of sequence) {
    tokens.push(...startsOf(production));
    if (!(production instanceof Option || production instanceof Repetition)) break;
  }
  return tokens;
};

const startsOf = (production: IProduction): readonly number[] => {
  if (production instanceof Terminal) {
    const { tokenTypeIdx, categoryMatches } = production.terminalType;
    return [tokenTypeIdx, ...(categoryMatches ?? [])].filter((index) => index !== undefined);
  }
  if (production instanceof NonTerminal) return firstOf(production.referencedRule.definition);
  if (production instanceof Alternation)
    return production.definition.flatMap((alternative) => firstOf(partsOf(alternative)));
  return firstOf(partsOf(production));
};
