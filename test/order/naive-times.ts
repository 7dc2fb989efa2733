import type { Flow } from "../../src/flow/flow.ts";
import { type OracleStep, stepsOf } from "./oracle.ts";

/** A demand: the time of `to` is at least that of every one (or of the first) of `from`, plus `least`; slow: plus `slow`. */
interface Demand {
  readonly from: readonly number[];
  readonly first: boolean;
  readonly to: number;
  readonly least: number;
  readonly slow: number;
  /** Nobody says how long it takes. */
  readonly open: boolean;
}

/** The time of `to` is at most that of `from` plus `most`. */
interface Limit {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  /** It also cuts slow times short. */
  readonly cuts: boolean;
}

export interface NaiveTimes {
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly most: readonly number[];
  /** No times meet all demands. */
  readonly contradictory: boolean;
  readonly limited: boolean;
  /** The end of the path when one step is held up until a time. */
  readonly endIfHeldUp: (step: number, until: number) => number;
}

/** Times of a flow of `timedFlows`, by trying until nothing changes; knows nothing of links, joins or sorting. */
export const naiveTimes = (flow: Flow): NaiveTimes => {
  const steps = stepsOf(flow);
  const { demands, limits } = constraintsOf(flow, steps);
  const early = steps.map(() => 0);
  let contradictory = false;
  for (let changed = true; changed && !contradictory; ) {
    changed = false;
    const raise = (step: number, time: number): void => {
      if (time <= (early[step] ?? 0)) return;
      early[step] = time;
      changed = true;
    };
    for (const { from, first, to, least } of demands) raise(to, reduce(from, first, early) + least);
    for (const { from, to, most } of limits) raise(from, (early[to] ?? 0) - most);
    // All times together are less than this, unless something pushes itself.
    contradictory = early.some((time) => time > 5_000);
  }
  const lateWith = (held: number, until: number): readonly number[] => {
    const late = steps.map((_, step) => (step === held ? until : 0));
    for (let changed = true, turns = 0; changed && turns < 10_000; turns++) {
      changed = false;
      for (const step of steps.keys()) {
        let time = step === held ? until : 0;
        for (const { from, first, to, slow } of demands)
          if (to === step) time = Math.max(time, reduce(from, first, late) + slow);
        for (const { from, to, most, cuts } of limits)
          if (to === step && cuts) time = Math.min(time, (late[from] ?? 0) + most);
        if (time <= (late[step] ?? 0)) continue;
        late[step] = time;
        changed = true;
      }
    }
    return late;
  };
  return {
    early,
    late: contradictory ? [] : lateWith(-1, 0),
    most: contradictory ? [] : mostOf(steps, demands, limits, lateWith(-1, 0)),
    contradictory,
    limited: limits.some(({ cuts }) => cuts),
    endIfHeldUp: (step, until) => Math.max(...lateWith(step, until)),
  };
};

/** Upper bounds: from what comes before; where that is endless, from what comes after; and so on. */
const mostOf = (
  steps: readonly OracleStep[],
  demands: readonly Demand[],
  limits: readonly Limit[],
  late: readonly number[],
): readonly number[] => {
  const endless = Number.POSITIVE_INFINITY;
  const all = [...steps.keys()];
  const ahead = (step: number, most: readonly number[]): number =>
    Math.min(
      Math.max(
        0,
        ...demands
          .filter(({ to }) => to === step)
          .map(({ from, first, slow, open }) => (open ? endless : reduce(from, first, most) + slow)),
      ),
      ...limits
        .filter(({ to, cuts }) => to === step && cuts)
        .map((each) => (most[each.from] ?? 0) + each.most),
    );
  const back = (step: number, most: readonly number[]): number =>
    Math.min(
      endless,
      ...demands
        .filter(({ from }) => from.length === 1 && from[0] === step)
        .map(({ to, least }) => (most[to] ?? 0) - least),
    );
  // From below: what nothing before it holds up for ever has an end.
  let most: readonly number[] = all.map(() => 0);
  for (let before = ""; before !== `${most}`; ) {
    before = `${most}`;
    most = all.map((step) => Math.max(most[step] ?? 0, ahead(step, most)));
  }
  for (let before = ""; before !== `${most}`; ) {
    before = `${most}`;
    for (const bound of [back, ahead]) {
      const open = new Set(all.filter((step) => most[step] === endless));
      for (let inner = ""; inner !== `${most}`; ) {
        inner = `${most}`;
        most = most.map((time, step) =>
          open.has(step) ? Math.max(late[step] ?? 0, bound(step, most)) : time,
        );
      }
    }
  }
  return most;
};

const reduce = (steps: readonly number[], first: boolean, times: readonly number[]): number => {
  const all = steps.map((step) => times[step] ?? 0);
  return first ? Math.min(...all) : Math.max(...all);
};

const constraintsOf = (flow: Flow, steps: readonly OracleStep[]) => {
  const demands: Demand[] = [];
  const limits: Limit[] = [];
  const queue = flow.participants.findIndex(({ kind }) => kind === "queue");
  const find = (kind: OracleStep["kind"], message: number) =>
    steps.findIndex((step) => step.kind === kind && step.message === message);
  const isDeed = (step: number): boolean => steps[step]?.kind !== "receipt";
  const demand = (from: number, to: number, time = { low: 0, high: 0 }, open = false) =>
    demands.push({ from: [from], first: false, to, least: time.low, slow: time.high, open });
  const limit = (from: number, to: number, most: number | undefined, cuts = true) => {
    if (most !== undefined && from >= 0 && to >= 0) limits.push({ from, to, most, cuts });
  };
  const arrivalsOf = (callback: number): readonly number[] =>
    (flow.callbacks[callback]?.arrivals ?? [])
      .map(({ message }) => find("receipt", message))
      .filter((step) => step >= 0);
  const durations = new Map<number, number>();
  const waits = flow.body.filter((step) => step.kind === "wait");
  const waiting = [...steps.keys()].filter((step) => steps[step]?.kind === "wait");
  for (const [place, step] of waiting.entries()) durations.set(step, waits[place]?.duration ?? 0);
  const timeouts = flow.body.flatMap((step) => (step.kind === "await" ? [step.timeout] : []));
  const awaits = [...steps.keys()].filter((step) => steps[step]?.kind === "await");
  const entered: number[] = [];

  for (const [step, { kind, message, lifeline, above, callbacks, any }] of steps.entries()) {
    const said = flow.messages[message]?.attributes ?? {};
    const passesOn = kind === "send" && lifeline === queue;
    if (kind === "receipt") {
      const sent = find("send", message);
      demand(sent, step, said.latency, said.latency === undefined);
      limit(sent, step, said.latency?.high, false);
      limit(sent, step, said.ttl);
      if (lifeline === queue) entered.push(step);
      continue;
    }
    if (passesOn) {
      const from = entered.shift();
      if (from !== undefined) demand(from, step);
    } else
      for (const each of above) {
        const lasts = durations.get(each) ?? 0;
        demand(each, step, { low: lasts, high: lasts });
      }
    const takes = flow.participants[lifeline]?.attributes.takes;
    const answered = above.filter(
      (each) =>
        !isDeed(each) &&
        flow.messages[steps[each]?.message ?? -1]?.kind !== "reply" &&
        !above.some((deed) => isDeed(deed) && steps[deed]?.above.includes(each)),
    );
    if (takes !== undefined) for (const each of answered) demand(each, step, takes);
    if (kind === "send" && flow.messages[message]?.kind === "call") {
      const { from, to } = flow.messages[message] ?? {};
      const reply = steps.findIndex((each, place) => {
        const answer = flow.messages[each.message];
        return (
          place > step &&
          each.kind === "receipt" &&
          answer?.kind === "reply" &&
          answer.to === from &&
          answer.from === to
        );
      });
      limit(step, reply, said.timeout);
    }
    if (kind !== "await") continue;
    const groups = callbacks.map(arrivalsOf).filter((group) => group.length > 0);
    const needed = any ? (groups.length > 0 ? [groups.flat()] : []) : groups;
    for (const group of needed)
      demands.push({ from: group, first: true, to: step, least: 0, slow: 0, open: false });
    const direct = above.filter((each) => !above.some((other) => steps[other]?.above.includes(each)));
    const [before] = direct;
    if (direct.length === 1 && before !== undefined && isDeed(before))
      limit(before, step, timeouts[awaits.indexOf(step)]);
    const [group] = groups;
    const request = Math.max(
      ...(flow.callbacks[callbacks[0] ?? -1]?.asked ?? []).map(({ message: each }) => find("send", each)),
    );
    if (callbacks.length === 1 && group?.length === 1 && request < step)
      limit(request, group[0] ?? -1, flow.messages[steps[request]?.message ?? -1]?.attributes.timeout);
  }
  return { demands, limits };
};
