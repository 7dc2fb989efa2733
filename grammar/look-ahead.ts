import type { BaseParser, TokenType } from "chevrotain";

/** A place at which the parser has a choice. */
export interface LookAheadRow {
  readonly rule: string;
  /** How the rule asks: `OR`, `OPTION`, `MANY`, with the number that tells it from others in the rule. */
  readonly asks: string;
  /** Chevrotain's number for the place. */
  readonly key: number;
  /** Of each way to go on, the tokens or categories that it may start with. */
  readonly ways: readonly (readonly string[])[];
}

/** Decides by the next token: of alternatives, which one; of what may be missing, whether it is there. */
export type LookAhead = (this: BaseParser) => number | boolean | undefined;

/** Which way a token starts, by the token's number. */
type Choices = readonly (number | undefined)[];

/**
 * Makes the look-ahead of one place. Chevrotain's own finds the same for this grammar, with more look-ahead in mind and at
 * several times the cost, which falls on every start of the command.
 *
 * In:     a row; the tokens and categories by their names.
 * Cost:   linear in the row's tokens, once, when it is first asked.
 */
export const lookAheadOf = (
  { asks, ways }: LookAheadRow,
  types: ReadonlyMap<string, TokenType>,
): LookAhead => {
  let known: Choices | undefined;
  const choices = (): Choices => {
    known ??= choicesOf(ways, types);
    return known;
  };
  return asks.startsWith("OR")
    ? function (this: BaseParser): number | undefined {
        return (known ?? choices())[this.LA(1).tokenTypeIdx];
      }
    : function (this: BaseParser): boolean {
        return (known ?? choices())[this.LA(1).tokenTypeIdx] !== undefined;
      };
};

const choicesOf = (ways: LookAheadRow["ways"], types: ReadonlyMap<string, TokenType>): Choices => {
  const choices: (number | undefined)[] = [];
  for (const [at, names] of ways.entries())
    for (const name of names) {
      const { tokenTypeIdx, categoryMatches = [] } = types.get(name) ?? {};
      for (const token of [tokenTypeIdx, ...categoryMatches]) if (token !== undefined) choices[token] ??= at;
    }
  return choices;
};
