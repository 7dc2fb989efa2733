import type { Flow } from "../flow/flow.ts";
import { at } from "./at.ts";
import type { Occurrences } from "./occurrences.ts";

/** An execution that the author wrote as an end of connections, `api.job`. */
export interface NamedExecution {
  readonly lifeline: number;
  /** Its path below the participant. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface NamedExecutions {
  /** By start; outer ones before those inside them. */
  readonly list: readonly NamedExecution[];
  /** By occurrence: index of the innermost one that it was written on, or -1. */
  readonly of: readonly number[];
}

/**
 * Finds the executions that the author wrote.
 *
 * In:     a flow and its occurrences.
 * Out:    per lifeline and path one execution, from the first occurrence that names it or a path inside it to the last.
 * Says:   nothing.
 * Cost:   linear in messages times the length of their paths.
 * Source: LANGUAGE section 4; spans of D2's sequence diagrams.
 */
export const namedExecutionsOf = (flow: Flow, { list: occurrences }: Occurrences): NamedExecutions => {
  const isNamed = flow.messages.some(
    ({ fromSpan, toSpan }) => fromSpan !== undefined || toSpan !== undefined,
  );
  if (!isNamed) return { list: [], of: occurrences.map(() => -1) };
  const found = new Map<string, { lifeline: number; name: string; start: number; end: number }>();
  const keys = occurrences.map(({ index, kind, message, lifeline }) => {
    if (message === undefined || lifeline < 0) return "";
    const { fromSpan, toSpan } = at(flow.messages, message);
    const path = kind === "send" || kind === "answered" ? fromSpan : toSpan;
    for (const name of prefixes(path)) {
      const known = found.get(`${lifeline}.${name}`);
      if (known === undefined) found.set(`${lifeline}.${name}`, { lifeline, name, start: index, end: index });
      else known.end = index;
    }
    return path === undefined ? "" : `${lifeline}.${path}`;
  });
  const numbers = new Map([...found.keys()].map((key, number) => [key, number]));
  return { list: [...found.values()], of: keys.map((key) => numbers.get(key) ?? -1) };
};

/** `a.b.c` gives `a`, `a.b`, `a.b.c`. */
const prefixes = (path: string | undefined): readonly string[] => {
  const keys = path?.split(".") ?? [];
  return keys.map((_, last) => keys.slice(0, last + 1).join("."));
};
