import type { Flow } from "../flow/flow.ts";
import type { DraftExecutions, Execution } from "./execution.ts";
import type { NamedExecutions } from "./named-executions.ts";
import type { Occurrences } from "./occurrences.ts";

export type { Execution } from "./execution.ts";

export interface Executions {
  /** By start. */
  readonly list: readonly Execution[];
  /** By occurrence: index of the execution that it belongs to, or -1. */
  readonly of: readonly number[];
}

/**
 * Says when each participant works.
 *
 * In:     a flow, its occurrences; the executions that the author wrote, and those that a reader expects.
 * Out:    with `activations: auto` the expected ones; with `explicit`, and in D2 mode unless the text says
 *         otherwise, those that the author wrote; with `off` none. Executions of one participant that are open at once have
 *         different levels, each the lowest that is free where it opens.
 * Says:   nothing.
 * Cost:   linear in occurrences, times the executions that one participant has open at once.
 * Source: PICTURE section 1; execution specifications, UML 2.5.1, section 17.2.
 */
export const executionsOf = (
  flow: Flow,
  { list }: Occurrences,
  named: NamedExecutions,
  expected: () => DraftExecutions,
): Executions => {
  const drawn = flow.config.activations ?? (flow.mode === "d2" ? "explicit" : "auto");
  if (drawn === "off") return { list: [], of: list.map(() => -1) };
  if (drawn === "auto") return withLevels(expected());
  return withLevels({ list: named.list.map((each) => ({ ...each, endsAtReply: false })), of: named.of });
};

const withLevels = ({ list, of }: DraftExecutions): Executions => {
  const sorted = list
    .map((draft, old) => ({ draft, old }))
    .sort((a, b) => a.draft.start - b.draft.start || a.old - b.old);
  const numbers = new Map(sorted.map(({ old }, number) => [old, number]));
  const ends = new Map<number, number[]>();
  return {
    of: of.map((old) => numbers.get(old) ?? -1),
    list: sorted.map(({ draft }) => {
      const levels = ends.get(draft.lifeline) ?? [];
      ends.set(draft.lifeline, levels);
      const free = levels.findIndex((end) => end < draft.start);
      const level = free < 0 ? levels.length : free;
      levels[level] = draft.end ?? Number.POSITIVE_INFINITY;
      return { ...draft, level };
    }),
  };
};
