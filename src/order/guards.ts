import type { Fragment } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { at } from "./at.ts";

/**
 * The name of the fact that an operand's text states; undefined where it has none.
 *
 * In:     a fragment, an operand of it.
 * Out:    the text, its white space evened out, and who decides: one text of one decider is one fact. Of a `break` none: two
 *         breaks with one text are two occasions, else the second could never be taken where the first was passed by.
 * Says:   nothing.
 * Cost:   linear in the text.
 * Source: CHECKS section 0.2: guards with equal text and equal decider are one boolean.
 */
export const guardOf = (
  { kind, operands, attributes: own }: Fragment,
  operand: number,
): string | undefined => {
  if (fragmentKinds[kind].leaves) return undefined;
  const { label, attributes } = at(operands, operand);
  const text = label?.text.trim().replace(/\s+/g, " ") ?? "";
  const decider = attributes?.["decided-by"] ?? own["decided-by"] ?? "";
  return text === "" ? undefined : `${text}\u0000${decider}`;
};

/** What a path has decided so far. */
export interface Facts {
  readonly known: (fact: string | undefined) => boolean | undefined;
  /** Decides a fact that is not decided yet. */
  readonly settle: (fact: string | undefined, value: boolean) => void;
  readonly enterRound: () => void;
  readonly leaveRound: () => void;
}

/**
 * Keeps what a path has decided.
 *
 * In:   nothing is decided.
 * Out:  a fact decided outside a loop holds inside; one decided in a round holds to the end of that round.
 * Says: nothing.
 * Cost: per question the depth of loops.
 * Source: CHECKS section 0.2.
 */
export const openFacts = (): Facts => {
  const scopes: Map<string, boolean>[] = [new Map()];
  const known = (fact: string | undefined): boolean | undefined =>
    fact === undefined ? undefined : scopes.findLast((scope) => scope.has(fact))?.get(fact);
  return {
    known,
    settle: (fact, value) => {
      if (fact !== undefined && known(fact) === undefined) scopes.at(-1)?.set(fact, value);
    },
    enterRound: () => {
      scopes.push(new Map());
    },
    leaveRound: () => {
      scopes.pop();
    },
  };
};
