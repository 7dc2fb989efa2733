import type { RetryPlan } from "../language/value-types.ts";
import { at } from "../order/at.ts";
import type { TimeLink } from "../order/time-links.ts";
import { isLimit } from "../order/time-solution.ts";
import { roundsAround } from "./rounds-around.ts";
import type { TimedPath } from "./timed-paths.ts";

/** One step of a way through a path's events. */
export interface SlowStep {
  readonly link: TimeLink;
  /** ms, all rounds together. */
  readonly ms: number;
  /** ms that pass at least, all rounds together. */
  readonly least: number;
  /** It stands for more rounds of loops than the path runs. */
  readonly isRepeated: boolean;
  /** Somebody waits for as long as a time limit lets them: `attempts` times the limit, and the pauses between. */
  readonly patience?: { readonly attempts: number; readonly limit: number; readonly pauses: number };
}

export interface SlowWay {
  /** ms, if everything takes as long as the text allows. */
  readonly slow: number;
  /** ms that pass at least, by declared latencies, service times and waits alone. */
  readonly least: number;
  /** The slowest way: the steps that take time. */
  readonly steps: readonly SlowStep[];
  /** Flights on it of which the text gives no time. */
  readonly guesses: number;
}

/** Measures from one event of a path to another; `patient` counts what time limits allow others to wait on the way. */
export type MeasureWay = (from: number, to: number, patient: boolean) => SlowWay | undefined;

/**
 * Measures how long stretches of a path may last.
 *
 * In:     a path with its times.
 * Out:    a measure: the longest way from one event to another; undefined where the second does not come after the first for
 *         certain, or when measuring has become too dear. What stands in more rounds of a loop than the path runs counts for
 *         all of them. A patient measure takes a call with a time limit to last as long as all its attempts may, and the
 *         pauses between them; the wait of whoever stands at `from` itself is not counted.
 * Says:   nothing.
 * Cost:   linear in the events between the two; a million events for all measures of a path.
 * Source: longest paths in a directed acyclic graph, Cormen et al., section 22.2; CHECKS rules 37, 38 and 40.
 */
export const slowWaysOf = (path: TimedPath): MeasureWay => {
  const { network, sorted } = path;
  const place = new Int32Array(network.nodes).fill(-1);
  for (const [index, node] of sorted.entries()) place[node] = index;
  const steps = stepsInto(path);
  let spare = mostSteps;
  return (from, to, patient) => {
    const [first, last] = [at(place, from), at(place, to)];
    if (first < 0 || last <= first || spare <= 0) return undefined;
    spare -= last - first;
    const slow = new Map<number, number>([[from, 0]]);
    const least = new Map<number, number>([[from, 0]]);
    const because = new Map<number, SlowStep>();
    for (let index = first + 1; index <= last; index++) {
      const node = at(sorted, index);
      const offer = (step: SlowStep, lasts: number): void => {
        const before = slow.get(step.link.from);
        if (before === undefined || before + step.ms <= (slow.get(node) ?? -1)) return;
        slow.set(node, before + step.ms);
        because.set(node, step);
        least.set(node, Math.max(least.get(node) ?? 0, (least.get(step.link.from) ?? 0) + lasts));
      };
      for (const step of steps.get(node) ?? []) {
        if (step.patience === undefined) offer(step, step.least);
        else if (patient && step.link.from !== from) offer(step, 0);
      }
      for (const step of steps.get(node) ?? []) {
        const before = least.get(step.link.from);
        if (step.patience === undefined && before !== undefined)
          least.set(node, Math.max(least.get(node) ?? 0, before + step.least));
      }
      for (const group of network.oneOf.get(node) ?? []) {
        const ends = group.map((each) => slow.get(each) ?? Number.NEGATIVE_INFINITY);
        const soonest = Math.min(...ends);
        const arrival = at(group, ends.indexOf(soonest));
        if (soonest === Number.NEGATIVE_INFINITY) continue;
        offer({ link: { ...instant, from: arrival, to: node }, ms: 0, least: 0, isRepeated: false }, 0);
      }
    }
    const end = slow.get(to);
    if (end === undefined) return undefined;
    const way: SlowStep[] = [];
    for (let step = because.get(to); step !== undefined; step = because.get(step.link.from))
      way.unshift(step);
    return {
      slow: end,
      least: least.get(to) ?? 0,
      steps: way.filter(({ ms }) => ms > 0),
      guesses: way.filter(({ link, patience }) => link.guessed && patience === undefined).length,
    };
  };
};

const mostSteps = 1_000_000;

const instant = { why: "await", least: 0, slow: 0, most: Number.POSITIVE_INFINITY, guessed: false } as const;

/** By node: the steps that lead there. */
const stepsInto = (path: TimedPath): ReadonlyMap<number, readonly SlowStep[]> => {
  const { events, network } = path;
  const { list, order, replyOf } = events;
  const worthOf = roundsAround(path);
  const into = new Map<number, SlowStep[]>();
  const add = (to: number, step: SlowStep): void => {
    const known = into.get(to);
    if (known === undefined) into.set(to, [step]);
    else known.push(step);
  };
  const messageAt = (event: number) => {
    const { message, kind } = order.occurrences[list[event]?.occurrence ?? -1] ?? {};
    return kind === "send" ? order.flow.messages[message ?? -1] : undefined;
  };
  const wait = (link: TimeLink, limit: number, plan: RetryPlan | undefined): void => {
    const attempts = plan?.attempts ?? 1;
    const pauses = pausesOf(plan);
    const { most } = worthOf(link.from, link.to);
    const ms = (attempts * limit + pauses) * most;
    add(link.to, { link, ms, least: 0, isRepeated: most > 1, patience: { attempts, limit, pauses } });
  };
  for (const link of network.links) {
    if (isLimit(link)) {
      if (link.why === "timeout") wait(link, link.most, messageAt(link.from)?.attributes.retry);
      continue;
    }
    const { least, most } = worthOf(link.from, link.to);
    const lasts = Math.max(0, link.least);
    add(link.to, { link, ms: Math.max(0, link.slow) * most, least: lasts * least, isRepeated: most > 1 });
    // A call without a drawn reply: its caller, and whoever waits for the caller, goes on when it has returned.
    const isReturn = link.why === "lifeline" || (link.why === "order" && link.to >= list.length);
    const call = isReturn && replyOf[link.from] === -1 ? messageAt(link.from) : undefined;
    if (call?.attributes.timeout !== undefined && order.calls.blocks[call.index])
      wait(link, call.attributes.timeout, call.attributes.retry);
  }
  return into;
};

/** ms between attempts: the first pause, then each twice as long as the one before, up to the longest. */
const pausesOf = (plan: RetryPlan | undefined): number => {
  if (plan?.backoff === undefined) return 0;
  let sum = 0;
  let pause = plan.backoff.low;
  for (let attempt = 1; attempt < plan.attempts; attempt++) {
    sum += pause;
    if (pause >= plan.backoff.high) return sum + (plan.attempts - attempt - 1) * plan.backoff.high;
    pause = Math.min(plan.backoff.high, pause * 2 || plan.backoff.high);
  }
  return sum;
};
