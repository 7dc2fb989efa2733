import type { Flow } from "../flow/flow.ts";
import { type Armed, armedOf } from "./armed.ts";
import { automaticExecutions } from "./automatic-executions.ts";
import { type Calls, callsOf } from "./calls.ts";
import { type Execution, executionsOf } from "./executions.ts";
import { namedExecutionsOf } from "./named-executions.ts";
import type { Occurrence } from "./occurrence.ts";
import { type Occurrences, occurrencesOf } from "./occurrences.ts";
import { once } from "./once.ts";
import { type Lane, type Queues, queuesOf } from "./queues.ts";
import { type Wait, waitsOf } from "./waits.ts";

/**
 * What a flow means in time: one core for layout, checks and descriptions. -1 stands for "never" and "none".
 *
 * What is here belongs to the flow as it is drawn. What belongs to one way through its fragments is computed from it:
 *
 *   order ──pathsOf──▶ paths ──eventsOf──▶ a path's events ──causesOf──▶ causal order ──▶ racesOf, circlesOf, scheduleOf,
 *     │                                        │                          earliestCut, isConsistent, situationAt
 *     └─predecessors─▶ rows                    └─────timesOf─▶ times ──stretchOf─▶ the time from one event to another
 */
export interface Order extends Omit<Occurrences, "list"> {
  readonly flow: Flow;
  /** In written order. */
  readonly occurrences: readonly Occurrence[];
  /** Which reply answers which call. */
  readonly calls: Calls;
  /** By start. */
  readonly executions: readonly Execution[];
  /** By occurrence: index of the execution that it belongs to, or -1. */
  readonly executionOf: readonly number[];
  /** Stretches on which participants are blocked, by start. */
  readonly waits: readonly Wait[];
  /** Contents of queues and topics, in drawn order of their lifelines. */
  readonly lanes: readonly Lane[];
  /** Callbacks that have handlers of their own for what may go wrong. */
  readonly armed: Armed;
  /** What messages out of queues and topics take, and what replies into them settle. */
  readonly queues: Queues;
}

/**
 * Says what a flow means in time.
 *
 * In:     a flow, with or without errors.
 * Out:    its occurrences at once; all else is computed when it is first asked for, and once.
 * Says:   nothing.
 * Cost:   linear in the flow for every part.
 * Source: LANGUAGE sections 5 to 10; each part names its own.
 */
export const order = (flow: Flow): Order => {
  const found = occurrencesOf(flow);
  const calls = once(() => callsOf(flow, found));
  const named = once(() => namedExecutionsOf(flow, found));
  const expected = once(() => automaticExecutions(flow, found, calls(), named()));
  const drawn = once(() => executionsOf(flow, found, named(), expected));
  const waits = once(() => waitsOf(flow, found, calls(), drawn(), expected().list));
  const queues = once(() => queuesOf(flow, found));
  const armed = once(() => armedOf(found.list));
  return new OrderOf(flow, found, { calls, drawn, waits, queues, armed });
};

/** What is computed when it is first asked for. */
interface Parts {
  readonly calls: () => Calls;
  readonly drawn: () => { readonly list: readonly Execution[]; readonly of: readonly number[] };
  readonly waits: () => readonly Wait[];
  readonly queues: () => Queues;
  readonly armed: () => Armed;
}

/** A class, since getters of an object's own would give each order a shape of its own, and slow down every look at one. */
class OrderOf implements Order {
  readonly flow: Flow;
  readonly occurrences: Order["occurrences"];
  readonly course: Order["course"];
  readonly sendOf: Order["sendOf"];
  readonly receiptOf: Order["receiptOf"];
  readonly receiptsOf: Order["receiptsOf"];
  readonly answerOf: Order["answerOf"];
  readonly answeredOf: Order["answeredOf"];
  readonly bornAt: Order["bornAt"];
  readonly onLifeline: Order["onLifeline"];
  readonly ofStep: Order["ofStep"];
  readonly sentBy: Order["sentBy"];
  readonly callbacks: Order["callbacks"];
  readonly #parts: Parts;

  constructor(flow: Flow, found: Occurrences, parts: Parts) {
    this.flow = flow;
    this.occurrences = found.list;
    this.course = found.course;
    this.sendOf = found.sendOf;
    this.receiptOf = found.receiptOf;
    this.receiptsOf = found.receiptsOf;
    this.answerOf = found.answerOf;
    this.answeredOf = found.answeredOf;
    this.bornAt = found.bornAt;
    this.onLifeline = found.onLifeline;
    this.ofStep = found.ofStep;
    this.sentBy = found.sentBy;
    this.callbacks = found.callbacks;
    this.#parts = parts;
  }
  get calls(): Calls {
    return this.#parts.calls();
  }
  get executions(): readonly Execution[] {
    return this.#parts.drawn().list;
  }
  get executionOf(): readonly number[] {
    return this.#parts.drawn().of;
  }
  get waits(): readonly Wait[] {
    return this.#parts.waits();
  }
  get armed(): Armed {
    return this.#parts.armed();
  }
  get lanes(): readonly Lane[] {
    return this.#parts.queues().lanes;
  }
  get queues(): Queues {
    return this.#parts.queues();
  }
}
