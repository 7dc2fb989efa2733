import type { Flow, Step } from "../../src/flow/flow.ts";

/**
 * An independent account of flows without alternatives: it runs all executions, one step at a time, and knows nothing of
 * closures. For flows of `smallFlows` only: messages, `par`, awaits, arrivals, one queue; every call has its reply.
 */
export interface OracleStep {
  readonly kind: "send" | "receipt" | "await" | "wait";
  readonly lifeline: number;
  readonly message: number;
  readonly callbacks: readonly number[];
  readonly any: boolean;
  /** Steps written above on the same lifeline. */
  readonly above: readonly number[];
}

export type Channels = "bag" | "key" | "fifo" | "mailbox" | "declared";

export interface Oracle {
  readonly steps: readonly OracleStep[];
  /** By step: what has happened in every execution in which it happens; undefined when it never happens. */
  readonly past: readonly (number | undefined)[];
  /** Whether a list of steps is a legal beginning of an execution. */
  readonly isLegal: (steps: readonly number[]) => boolean;
  /** All sets of steps that can have happened, a bit for each step. */
  readonly states: ReadonlySet<number>;
}

export const runAll = (flow: Flow, channels: Channels): Oracle => {
  const steps = stepsOf(flow);
  const rules = rulesOf(flow, steps, channels);
  const past: (number | undefined)[] = steps.map(() => undefined);
  const seen = new Set<string>();
  const states = new Set<number>();

  const visit = (done: readonly number[], mask: number): void => {
    states.add(mask);
    const whole = `${mask}|${rules.memory(done, mask)}`;
    if (seen.has(whole)) return;
    seen.add(whole);
    for (const step of steps.keys()) {
      if (!rules.allows(step, done, mask)) continue;
      const known = past[step];
      past[step] = known === undefined ? mask : known & mask;
      visit([...done, step], mask | (1 << step));
    }
  };
  visit([], 0);
  return {
    steps,
    past,
    states,
    isLegal: (list) =>
      list.every((step, place) => rules.allows(step, list.slice(0, place), maskOf(list.slice(0, place)))),
  };
};

/** The steps of a flow in written order, each with what stands above it. */
export const stepsOf = (flow: Flow): readonly OracleStep[] => {
  const steps: OracleStep[] = [];
  const placed = new Set<number>();
  const findArrivals = (body: readonly Step[]): void => {
    for (const step of body) {
      if (step.kind === "arrive") for (const message of step.messages) placed.add(message);
      if (step.kind === "fragment")
        for (const { body: inner } of flow.fragments[step.fragment]?.operands ?? []) findArrivals(inner);
    }
  };
  findArrivals(flow.body);

  type Above = Map<number, ReadonlySet<number>>;
  const put = (above: Above, step: Omit<OracleStep, "above">): void => {
    const before = above.get(step.lifeline) ?? new Set();
    const index = steps.push({ ...step, above: [...before] }) - 1;
    above.set(step.lifeline, new Set([...before, index]));
  };
  const walk = (body: readonly Step[], above: Above): void => {
    for (const step of body) {
      if (step.kind === "message")
        for (const message of step.messages) {
          const { from, to } = flow.messages[message] as Flow["messages"][number];
          const plain = { message, callbacks: [], any: false };
          put(above, { kind: "send", lifeline: from as number, ...plain });
          if (!placed.has(message)) put(above, { kind: "receipt", lifeline: to as number, ...plain });
        }
      if (step.kind === "arrive")
        for (const message of step.messages)
          put(above, {
            kind: "receipt",
            lifeline: flow.messages[message]?.to as number,
            message,
            callbacks: [],
            any: false,
          });
      if (step.kind === "await") {
        const callbacks = step.names.map(({ text }) =>
          flow.callbacks.findIndex((each) => each.name === text),
        );
        put(above, { kind: "await", lifeline: step.by as number, message: -1, callbacks, any: step.any });
      }
      if (step.kind === "wait")
        for (const lifeline of step.participants)
          put(above, { kind: "wait", lifeline, message: -1, callbacks: [], any: false });
      if (step.kind === "fragment") {
        const ends = (flow.fragments[step.fragment]?.operands ?? []).map((operand) => {
          const own: Above = new Map(above);
          walk(operand.body, own);
          return own;
        });
        for (const end of ends)
          for (const [lifeline, set] of end)
            above.set(lifeline, new Set([...(above.get(lifeline) ?? []), ...set]));
      }
    }
  };
  walk(flow.body, new Map());
  return steps;
};

/** Something that passes a channel: it enters with one step and leaves with another. */
interface Transit {
  readonly channel: string;
  readonly enters: number;
  readonly leaves: number;
}

const rulesOf = (flow: Flow, steps: readonly OracleStep[], channels: Channels) => {
  const messageOf = (step: number) =>
    flow.messages[(steps[step] as OracleStep).message] as Flow["messages"][number];
  const find = (kind: OracleStep["kind"], message: number) =>
    steps.findIndex((step) => step.kind === kind && step.message === message);
  const { queue, taken } = deliveriesOf(flow, steps);
  const transits: Transit[] = [];
  const transit = (
    line: string,
    receiver: string,
    keyed: string | undefined,
    policy: Channels,
    step: number,
    enters: number,
  ) => {
    const channel =
      policy === "fifo"
        ? line
        : policy === "mailbox"
          ? receiver
          : policy === "key" && keyed !== undefined
            ? `${line}#${keyed}`
            : "";
    if (channel !== "") transits.push({ channel, enters, leaves: step });
  };
  const declared = (from: number, keyed: string | undefined): Channels => {
    if (channels !== "declared") return channels;
    if (from !== queue) return "fifo";
    const { order, consumers } = flow.participants[queue]?.attributes ?? {};
    if (order !== "fifo") return "bag";
    return keyed !== undefined || (consumers?.high ?? 1) > 1 ? "key" : "fifo";
  };
  const keyOf = (send: number): string | undefined => {
    const entered = taken.get(send);
    return (
      messageOf(send).attributes.key ??
      (entered === undefined ? undefined : messageOf(entered).attributes.key)
    );
  };
  for (const [step, { kind, message, lifeline }] of steps.entries()) {
    if (kind === "receipt" && messageOf(step).kind === "send") {
      const send = find("send", message);
      const from = messageOf(step).from as number;
      transit(`${from}>${lifeline}`, `>${lifeline}`, keyOf(send), declared(from, keyOf(send)), step, send);
    }
    const entered = taken.get(step);
    if (entered !== undefined) transit("q", "q", keyOf(step), declared(queue, keyOf(step)), step, entered);
  }

  /** Calls of lifelines that handle nothing while they wait, and their replies' receipts. */
  const blocking = steps.flatMap(({ kind, message, lifeline }, call) => {
    if (kind !== "send" || messageOf(call).kind !== "call" || flow.participants[lifeline]?.kind !== "worker")
      return [];
    const reply = steps.findIndex(
      (step, place) =>
        place > call &&
        step.kind === "receipt" &&
        step.lifeline === lifeline &&
        messageOf(place).kind === "reply" &&
        messageOf(place).from === messageOf(call).to &&
        isNext(call, place),
    );
    void message;
    return [{ call, reply, lifeline }];
  });
  /** Generated replies answer the call of their pair that is open; there is at most one. */
  function isNext(call: number, reply: number): boolean {
    const { from, to } = messageOf(call);
    return !steps.some(
      (step, place) =>
        place > call &&
        place < reply &&
        step.kind === "receipt" &&
        step.message >= 0 &&
        messageOf(place).kind === "reply" &&
        messageOf(place).from === to &&
        messageOf(place).to === from,
    );
  }

  const arrivalsOf = (callback: number): number =>
    maskOf(
      (flow.callbacks[callback]?.arrivals ?? [])
        .map(({ message }) => find("receipt", message))
        .filter((step) => step >= 0),
    );
  const masks = steps.map(({ kind, lifeline, message, above, callbacks }, step) => {
    const entered = taken.get(step);
    const passesOn = kind === "send" && lifeline === queue;
    const needs = passesOn
      ? entered === undefined
        ? []
        : [entered]
      : kind === "receipt"
        ? [find("send", message)]
        : above;
    const arrivals = callbacks.map(arrivalsOf).filter((group) => group !== 0);
    const blockers = blocking.filter((each) => each.lifeline === lifeline && each.reply !== step);
    const mine = transits.filter(({ leaves }) => leaves === step);
    const rivals = mine.flatMap((own) =>
      transits
        .filter((other) => other.channel === own.channel && other !== own)
        .map((other) => ({ ...other, own: own.enters })),
    );
    return { needs: maskOf(needs), arrivals, blockers, rivals };
  });

  const allows = (step: number, done: readonly number[], mask: number): boolean => {
    if ((mask & (1 << step)) !== 0) return false;
    const has = (each: number): boolean => (mask & (1 << each)) !== 0;
    const { needs, arrivals, blockers, rivals } = masks[step] as (typeof masks)[number];
    if ((mask & needs) !== needs) return false;
    if (arrivals.length > 0) {
      const come = arrivals.map((group) => (mask & group) !== 0);
      if (steps[step]?.any === true ? !come.includes(true) : come.includes(false)) return false;
    }
    if (blockers.some(({ call, reply }) => has(call) && !has(reply))) return false;
    return rivals.every(
      ({ enters, leaves, own }) => has(leaves) || !has(enters) || done.indexOf(enters) > done.indexOf(own),
    );
  };
  const insiders = new Map(transits.map(({ enters, leaves }) => [enters, leaves]));
  const memory = (done: readonly number[], mask: number): string =>
    done.filter((step) => ((mask >> (insiders.get(step) ?? step)) & 1) === 0).join();
  return { allows, memory };
};

const maskOf = (steps: readonly number[]): number => steps.reduce((mask, step) => mask | (1 << step), 0);

/** Deliveries take what waits, the oldest first, as written. */
const deliveriesOf = (flow: Flow, steps: readonly OracleStep[]) => {
  const queue = flow.participants.findIndex(({ kind }) => kind === "queue");
  const taken = new Map<number, number>();
  const waiting: number[] = [];
  for (const [step, { kind, lifeline }] of steps.entries()) {
    if (lifeline === queue && kind === "receipt") waiting.push(step);
    const first = lifeline === queue && kind === "send" ? waiting.shift() : undefined;
    if (first !== undefined) taken.set(step, first);
  }
  return { queue, taken };
};
