import type { RetryPlan } from "../language/value-types.ts";
import { at } from "../order/at.ts";
import type { TimeLink } from "../order/time-links.ts";
import { isLimit } from "../order/time-solution.ts";
import { type RoundsAround, roundsAround, type Worth } from "./rounds-around.ts";
import type { TimedPath } from "./timed-paths.ts";

/** One step of a way through a path's events. */
export interface SlowStep {
  readonly link: TimeLink;
  /** ms, all rounds together. */
  readonly ms: number;
  /** It stands for more rounds of loops than the path runs. */
  readonly isRepeated: boolean;
  /** Somebody waits for as long as a time limit lets them: `attempts` times the limit, and the pauses between. */
  readonly patience?: { readonly attempts: number; readonly limit: number; readonly pauses: number };
}

/** A step before it is known from where to where it is measured. */
interface Step extends Pick<SlowStep, "link" | "patience"> {
  /** ms, of one round. */
  readonly slow: number;
  readonly least: number;
  /** The loops that hold both ends in one round, outermost first. */
  readonly loops: readonly Worth[];
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
 *         all of them. A patient measure takes a call with a time limit to last exactly as long as all its attempts may, and the
 *         pauses between them; the wait of whoever stands at `from` itself is not counted.
 * Says:   nothing.
 * Cost:   linear in the events between the two; a million events for all measures of a path.
 * Source: longest paths in a directed acyclic graph, Cormen et al., section 22.2; CHECKS rules 37, 38 and 40.
 */
export const slowWaysOf = (path: TimedPath): MeasureWay => {
  const { network, sorted } = path;
  const place = new Int32Array(network.nodes).fill(-1);
  for (const [index, node] of sorted.entries()) place[node] = index;
  const around = roundsAround(path);
  const steps = stepsInto(path, around);
  let spare = mostSteps;
  return (from, to, patient) => {
    const [first, last] = [at(place, from), at(place, to)];
    if (first < 0 || last <= first || spare <= 0) return undefined;
    spare -= last - first;
    const slow = new Map<number, number>([[from, 0]]);
    const least = new Map<number, number>([[from, 0]]);
    const because = new Map<number, SlowStep>();
    // What holds the whole stretch in one round does not repeat any of it.
    const outer = around(from, to).length;
    const take = (node: number, step: SlowStep): void => {
      const end = (slow.get(step.link.from) ?? Number.NEGATIVE_INFINITY) + step.ms;
      if (end <= (slow.get(node) ?? Number.NEGATIVE_INFINITY)) return;
      slow.set(node, end);
      because.set(node, step);
    };
    for (let index = first + 1; index <= last; index++) {
      const node = at(sorted, index);
      const into = steps.get(node) ?? [];
      // Who gives up does not wait for what goes on behind: the limit is what counts.
      const limited = patient
        ? into.filter(
            ({ link, patience }) => patience !== undefined && link.from !== from && slow.has(link.from),
          )
        : [];
      for (const { link, loops, patience, ...one } of limited.length > 0 ? limited : into) {
        const before = least.get(link.from);
        if (before === undefined || (patience !== undefined && limited.length === 0)) continue;
        const worth = worthOf(loops, outer);
        take(node, {
          ...{ link, ms: one.slow * worth.most, isRepeated: worth.most > 1 },
          ...(patience !== undefined && { patience }),
        });
        const soonest = patience === undefined ? before + one.least * worth.least : before;
        least.set(node, Math.max(least.get(node) ?? 0, soonest));
      }
      for (const group of network.oneOf.get(node) ?? []) {
        const ends = group.map((each) => slow.get(each) ?? Number.NEGATIVE_INFINITY);
        const arrival = at(group, ends.indexOf(Math.min(...ends)));
        if (!slow.has(arrival)) continue;
        take(node, { link: { ...instant, from: arrival, to: node }, ms: 0, isRepeated: false });
        const soonest = Math.min(...group.map((each) => least.get(each) ?? 0));
        least.set(node, Math.max(least.get(node) ?? 0, soonest));
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

/** All rounds of the loops inside a stretch. */
const worthOf = (loops: readonly Worth[], outer: number): Worth =>
  loops.length <= outer
    ? once
    : loops
        .slice(outer)
        .reduce((all, { least, most }) => ({ least: all.least * least, most: all.most * most }), once);

const once: Worth = { least: 1, most: 1 };

const mostSteps = 1_000_000;

const instant = { why: "await", least: 0, slow: 0, most: Number.POSITIVE_INFINITY, guessed: false } as const;

/** By node: the steps that lead there. */
const stepsInto = (path: TimedPath, around: RoundsAround): ReadonlyMap<number, readonly Step[]> => {
  const { events, network } = path;
  const { list, order, replyOf } = events;
  const into = new Map<number, Step[]>();
  const add = (to: number, step: Step): void => {
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
    const patience = { attempts, limit, pauses };
    add(link.to, {
      link,
      slow: attempts * limit + pauses,
      least: 0,
      loops: around(link.from, link.to),
      patience,
    });
  };
  for (const link of network.links) {
    if (isLimit(link)) {
      if (link.why === "timeout") wait(link, link.most, messageAt(link.from)?.attributes.retry);
      continue;
    }
    const [slow, least] = [Math.max(0, link.slow), Math.max(0, link.least)];
    add(link.to, { link, slow, least, loops: slow > 0 ? around(link.from, link.to) : [] });
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
