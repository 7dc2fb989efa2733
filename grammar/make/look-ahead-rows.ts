import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
} from "chevrotain";
import type { LookAheadRow } from "../look-ahead.ts";
import { createParser } from "../parser.ts";

/** A place at which the parser has a choice, as Chevrotain tells of it; its number for that place is known only later. */
type Place = Omit<LookAheadRow, "key">;

/**
 * Says for each place at which the parser has a choice which tokens each of its ways may start with.
 *
 * In:     a grammar in which no two alternatives start with the same token, and whose alternatives are never empty: tests ask
 *         Chevrotain whether that is so.
 * Out:    a row for each, in the order of the rules; tokens by their names, categories by theirs.
 * Cost:   linear in the productions, for each place anew.
 * Source: first sets (Aho, Lam, Sethi, Ullman, Compilers, §4.4.2).
 */
export const lookAheadRows = (): readonly LookAheadRow[] => {
  const places: Place[] = [];
  const note = (place: Place): (() => never) => {
    places.push(place);
    return () => {
      throw new Error("this parser only learns its grammar");
    };
  };
  const strategy: ILookaheadStrategy = {
    validate: () => [],
    buildLookaheadForAlternation: ({ rule, prodOccurrence }) => {
      const alternatives = find(rule, Alternation, prodOccurrence)?.definition ?? [];
      const ways = alternatives.map((each) => firstOf(partsOf(each)));
      return note({ rule: rule.name, asks: `OR${numbered(prodOccurrence)}`, ways });
    },
    buildLookaheadForOptional: ({ rule, prodOccurrence, prodType }) => {
      const [kind, asks] =
        prodType === "Option" ? ([Option, "OPTION"] as const) : ([Repetition, "MANY"] as const);
      const ways = [firstOf(find(rule, kind, prodOccurrence)?.definition ?? [])];
      return note({ rule: rule.name, asks: `${asks}${numbered(prodOccurrence)}`, ways });
    },
  };
  // Chevrotain keeps what the strategy gives it under its own number for the place, in the order in which it asks.
  const parser = createParser({ strategy }) as unknown as {
    readonly lookAheadFuncsCache: Map<number, unknown>;
  };
  const keys = [...parser.lookAheadFuncsCache.keys()];
  return places.map((place, at) => ({ ...place, key: keys[at] ?? Number.NaN }));
};

/** grammar/look-ahead-rows.ts. */
export const lookAheadModule = (): string => {
  const rows = lookAheadRows().map(
    ({ rule, asks, key, ways }) =>
      `  { rule: ${JSON.stringify(rule)}, asks: ${JSON.stringify(asks)}, key: ${key}, ways: ${JSON.stringify(ways)} },\n`,
  );
  return (
    "// Made by grammar/make/look-ahead-rows.ts: `npm run grammar` writes it anew.\n" +
    'import type { LookAheadRow } from "./look-ahead.ts";\n\n' +
    "/** Every place at which the parser has a choice. */\n" +
    "// biome-ignore format: a table, one row to a line\n" +
    `export const lookAheadRows: readonly LookAheadRow[] = [\n${rows.join("")}];\n`
  );
};

const numbered = (occurrence: number): string => (occurrence === 0 ? "" : String(occurrence));

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

/** The names of the tokens that a sequence may start with. */
const firstOf = (sequence: readonly IProduction[]): readonly string[] => {
  const tokens: string[] = [];
  for (const production of sequence) {
    tokens.push(...startsOf(production));
    if (!(production instanceof Option || production instanceof Repetition)) break;
  }
  return [...new Set(tokens)];
};

const startsOf = (production: IProduction): readonly string[] => {
  if (production instanceof Terminal) return [production.terminalType.name];
  if (production instanceof NonTerminal) return firstOf(production.referencedRule.definition);
  if (production instanceof Alternation)
    return production.definition.flatMap((alternative) => firstOf(partsOf(alternative)));
  return firstOf(partsOf(production));
};
