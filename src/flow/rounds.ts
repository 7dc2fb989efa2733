import { readDuration } from "../language/durations.ts";
import { readCount } from "../language/numbers.ts";
import type { Label, Name, Rounds } from "./flow.ts";

/** What a label of a `loop` or `retry` may say, and what it does to the rounds. */
interface Clause {
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray) => Partial<Rounds> | undefined;
}

const count = (text: string | undefined): number | undefined => {
  const reading = readCount(text ?? "");
  return reading.ok ? reading.value : undefined;
};

const clauses: readonly Clause[] = [
  {
    pattern: /^(\w[\w.]*?)\.\.(\w[\w.]*) times\b/,
    read: ([, first, last]) => {
      const [low, high] = [count(first), count(last)];
      return low === undefined || high === undefined || low > high ? undefined : { low, high };
    },
  },
  {
    pattern: /^(\w[\w.]*) times?\b/,
    read: ([, times]) => {
      const exactly = count(times);
      return exactly === undefined ? undefined : { low: exactly, high: exactly };
    },
  },
  {
    pattern: /^every (\S+)/,
    read: ([, pause]) => {
      const reading = readDuration(pause ?? "");
      return reading.ok ? { every: reading.value } : undefined;
    },
  },
];

/** Rounds, or the two ends of a range that was written high first. */
export interface ReadRounds {
  readonly rounds: Rounds;
  /** The word after `until`, where the text is one and nothing else: a callback, if one is called so. */
  readonly until?: Name;
  readonly isReversed: boolean;
}

/**
 * Reads how often a `loop` or a `retry` runs from its label: `3 times`, `1..10 times`, `every 5s`, `until NAME`, or several
 * of them together.
 *
 * In:     the label as written; `attempts` for `retry`, whose count is of attempts, so that fewer may be enough.
 * Out:    rounds. Other text means 0..2 rounds, in `retry` at least one and no bound.
 * Cost:   linear in the label.
 */
export const readRounds = (label: Label | undefined, attempts: boolean): ReadRounds => {
  const text = label?.text.trim() ?? "";
  const fallback: Rounds = attempts ? { low: 1, high: null } : { low: 0, high: 2 };
  let rest = text;
  let found: Partial<Rounds> = {};
  let until: Name | undefined;
  while (rest !== "") {
    const last = /^until (\S+)$/.exec(rest)?.[1];
    const part = clauses
      .map(({ pattern, read }) => ({ match: pattern.exec(rest), read }))
      .find(({ match }) => match);
    const given = part?.match && part.read(part.match);
    if (last !== undefined && label) {
      const start = label.span.start + Math.max(0, label.text.lastIndexOf(last));
      until = { text: last, span: { ...label.span, start, end: start + last.length } };
      rest = "";
    } else if (given && part?.match) {
      found = { ...found, ...given };
      rest = rest.slice(part.match[0].length).replace(/^,?\s+/, "");
    } else return { rounds: fallback, isReversed: /^\w[\w.]*\.\.\w/.test(text) && isReversed(text) };
  }
  if (text === "") return { rounds: fallback, isReversed: false };
  const repeats: Rounds = { low: found.every === undefined ? 1 : 0, high: null };
  const bounded =
    attempts && found.low !== undefined && !text.includes("..")
      ? { ...found, low: Math.min(1, found.low) }
      : found;
  return { rounds: { ...repeats, ...bounded }, isReversed: false, ...(until && { until }) };
};

const isReversed = (text: string): boolean => {
  const [, first, last] = /^(\w+)\.\.(\w+) times\b/.exec(text) ?? [];
  const [low, high] = [count(first), count(last)];
  return low !== undefined && high !== undefined && low > high;
};
