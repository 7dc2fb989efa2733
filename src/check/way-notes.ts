import { fragmentKinds } from "../language/fragment-kinds.ts";
import type { Occurrence } from "../order/occurrence.ts";
import type { Note } from "../source/diagnostic.ts";
import { duration } from "./amounts.ts";
import type { SlowStep, SlowWay } from "./slow-ways.ts";
import type { TimedPath } from "./timed-paths.ts";
import type { Decision } from "./trail.ts";
import type { Words } from "./words.ts";

/**
 * Says where the time of a way goes: one note for each step that takes some, with the bound that was used.
 *
 * In:   a path, some steps of it, the words of its flow.
 * Out:  notes in the order of the steps.
 * Says: nothing.
 * Cost: linear in the steps.
 */
export const notesOn = (
  path: TimedPath,
  steps: readonly SlowStep[],
  words: Words,
  bound: "up to" | "at least" = "up to",
): readonly Note[] =>
  steps.map((step) => noteOn(path, step, words, step.link.least === step.link.slow ? "" : `${bound} `));

/** `2s + 300ms = 2.3s`; of one step only its time. */
export const sumOf = (times: readonly number[]): string => {
  const shown = times.filter((ms) => ms > 0);
  const total = duration(shown.reduce((sum, ms) => sum + ms, 0));
  return shown.length < 2 ? total : `${shown.map(duration).join(" + ")} = ${total}`;
};

/** What a way leaves out; nothing when all of it has times. */
export const guessed = ({ guesses }: SlowWay): string => {
  if (guesses === 0) return "";
  return guesses === 1
    ? "; a flight without `latency` counts as 0"
    : `; ${guesses} flights without \`latency\` count as 0`;
};

/** The choices that a way takes below those that its beginning stands in. */
export const turnsOn = (path: TimedPath, steps: readonly SlowStep[], from: number): readonly Decision[] => {
  const { fragments } = path.order.flow;
  const outer = new Set(happeningAt(path, from)?.within.map(({ fragment }) => fragment));
  const turns = new Map<number, Decision>();
  for (const { link } of steps)
    for (const { fragment, operand } of happeningAt(path, link.to)?.within ?? []) {
      const { flow } = fragmentKinds[fragments[fragment]?.kind ?? "group"];
      if (!outer.has(fragment) && (flow === "choice" || flow === "maybe"))
        turns.set(fragment, { fragment, operand });
    }
  return [...turns.values()];
};

/** What happens at a node of a path; nothing at a join. */
export const happeningAt = ({ order, events }: TimedPath, node: number): Occurrence | undefined => {
  const { list, joins } = events;
  const event = node < list.length ? node : node - list.length - joins.length;
  return order.occurrences[list[event]?.occurrence ?? -1];
};

const noteOn = (path: TimedPath, step: SlowStep, words: Words, bound: string): Note => {
  const { link, ms, isRepeated, patience } = step;
  const [begin, end] = [happeningAt(path, link.from), happeningAt(path, link.to)];
  const flight = end?.message ?? begin?.message ?? -1;
  const rounds = isRepeated ? ", all rounds together" : "";
  const noted = (message: string, place: Occurrence | undefined): Note => ({
    message: `${message}${rounds}`,
    ...(place !== undefined && { span: place.span }),
  });
  if (patience !== undefined) {
    const { attempts, limit, pauses } = patience;
    const sent = begin?.kind === "send" ? path.order.flow.messages[begin.message ?? -1] : undefined;
    const who = words.participant(sent?.from ?? end?.lifeline ?? null);
    const whom = sent === undefined ? "" : ` for ${words.participant(sent.to)}`;
    const paused = pauses > 0 ? `, with pauses of ${duration(pauses)}` : "";
    const counted =
      attempts > 1
        ? `${attempts} × ${duration(limit)}${paused}: up to ${duration(ms)}`
        : `up to ${duration(ms)}`;
    return noted(`${who} may wait${whom} ${counted}`, sent === undefined ? end : begin);
  }
  switch (link.why) {
    case "flight":
      return noted(`${words.message(flight)} is ${bound}${duration(ms)} in flight`, end);
    case "service":
      return noted(`${words.participant(end?.lifeline ?? null)} takes ${bound}${duration(ms)}`, begin);
    case "wait":
      return noted(`a wait of ${duration(ms)}`, begin);
    case "every":
      return noted(`the next round begins ${duration(ms)} later`, end);
    case "timeout":
      return noted(`the wait is given up after ${duration(ms)}`, end);
    case "lifeline":
    case "await":
    case "order":
    case "ttl":
    case "budget":
      return noted(duration(ms), end);
  }
};
