import type { Flow } from "../flow/flow.ts";
import { at } from "./at.ts";
import type { DraftExecution, DraftExecutions, Execution } from "./execution.ts";
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
  const isInOrder = list.every(({ start }, index) => index === 0 || at(list, index - 1).start <= start);
  if (isInOrder) return { of, list: withFreeLevels(list) };
  const sorted = list.map((_, index) => index).sort((a, b) => at(list, a).start - at(list, b).start || a - b);
  const numbers = list.map(() => -1);
  for (const [number, old] of sorted.entries()) numbers[old] = number;
  return {
    of: of.map((old) => (old < 0 ? -1 : at(numbers, old))),
    list: withFreeLevels(sorted.map((old) => at(list, old))),
  };
};

/** In:  executions by start. */
const withFreeLevels = (list: readonly DraftExecution[]): readonly Execution[] => {
  /** By lifeline and level: where the execution on it ends. */
  const ends: number[][] = [];
  return list.map((draft) => {
    const levels = ends[draft.lifeline] ?? [];
    ends[draft.lifeline] = levels;
    const free = levels.findIndex((end) => end < draft.start);
    const level = free < 0 ? levels.length : free;
    levels[level] = draft.end ?? Number.POSITIVE_INFINITY;
    return withLevel(draft, level);
  });
};

/** Written out for the executions that calls and messages open, since these are nearly all. */
const withLevel = (draft: DraftExecution, level: number): Execution => {
  const { lifeline, start, end, endsAtReply, name, cause } = draft;
  return name === undefined && cause !== undefined
    ? { lifeline, start, end, endsAtReply, level, cause }
    : { ...draft, level };
};
