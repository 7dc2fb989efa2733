import type { Flow, Step } from "../../src/flow/flow.ts";

/**
 * An independent account of flows without alternatives: it runs all executions, one step at a time, and knows nothing of
 * closures. For flows of `smallFlows` only: messages, `par`, awaits, arrivals, one queue; every call has its reply.
 */
export interface OracleStep {
  readonly kind: "send" | "receipt" | "await";
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
  readonly past: readonly (ReadonlySet<number> | undefined)[];
  /** Whether a list of steps is a legal beginning of an execution. */
  readonly isLegal: (steps: readonly number[]) => boolean;
  /** All sets of steps that can have happened, as sorted lists. */
  readonly states: ReadonlySet<string>;
}

export const runAll = (flow: Flow, channels: Channels): Oracle => {
  const steps = stepsOf(flow);
  const rules = rulesOf(flow, steps, channels);
  const past: (Set<number> | undefined)[] = steps.map(() => undefined);
  const seen = new Set<string>();
  const states = new Set<string>();

  const visit = (done: readonly number[]): void => {
    const key = [...done].sort((a, b) => a - b).join();
    states.add(key);
    const whole = `${key}|${rules.memory(done)}`;
    if (seen.has(whole)) return;
    seen.add(whole);
    for (const step of steps.keys()) {
      if (!rules.allows(step, done)) continue;
      const known = past[step];
      past[step] = known === undefined ? new Set(done) : new Set(done.filter((each) => known.has(each)));
      visit([...done, step]);
    }
  };
  visit([]);
  return {
    steps,
    past,
    states,
    isLegal: (list) => list.every((step, place) => rules.allows(step, list.slice(0, place))),
  };
};

/** The steps of a flow in written order, each with what stands above it. */
const stepsOf = (flow: Flow): readonly OracleStep[] => {
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

  const arrivalsOf = (callback: number): readonly number[] =>
    (flow.callbacks[callback]?.arrivals ?? [])
      .map(({ message }) => find("receipt", message))
      .filter((step) => step >= 0);

  const allows = (step: number, done: readonly number[]): boolean => {
    if (done.includes(step)) return false;
    const { kind, lifeline, message, above, callbacks, any } = steps[step] as OracleStep;
    if (
      blocking.some(
        (each) =>
          each.lifeline === lifeline &&
          each.reply !== step &&
          done.includes(each.call) &&
          !done.includes(each.reply),
      )
    )
      return false;
    const entered = taken.get(step);
    if (kind === "send" && lifeline === queue) {
      if (entered !== undefined && !done.includes(entered)) return false;
    } else if (kind !== "receipt" && !above.every((each) => done.includes(each))) return false;
    if (kind === "receipt" && !done.includes(find("send", message))) return false;
    if (kind === "await") {
      const come = callbacks
        .map(arrivalsOf)
        .filter((group) => group.length > 0)
        .map((group) => group.some((each) => done.includes(each)));
      if (any ? come.length > 0 && !come.includes(true) : come.includes(false)) return false;
    }
    return transits
      .filter(({ leaves }) => leaves === step)
      .every((mine) =>
        transits.every(
          (other) =>
            other.channel !== mine.channel ||
            other === mine ||
            done.includes(other.leaves) ||
            !done.includes(other.enters) ||
            done.indexOf(other.enters) > done.indexOf(mine.enters),
        ),
      );
  };
  const memory = (done: readonly number[]): string =>
    done
      .filter((step) => transits.some(({ enters, leaves }) => enters === step && !done.includes(leaves)))
      .join();
  return { allows, memory };
};

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
