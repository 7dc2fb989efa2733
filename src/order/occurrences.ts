import type { Flow, Message, Name, OperandRef, Step } from "../flow/flow.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { addAt, emptyLists } from "./add-to.ts";
import { at } from "./at.ts";
import { type CallbackIndex, indexCallbacks } from "./callbacks.ts";
import type { CourseItem, Occurrence, Span } from "./occurrence.ts";
import { arrivalsPlaced, creationsOf } from "./statements.ts";

/** All that happens in a flow, and what belongs to what. -1 stands for "never". */
export interface Occurrences {
  /** In written order. */
  readonly list: readonly Occurrence[];
  readonly course: readonly CourseItem[];
  /** By message: the occurrence that sends it; -1 when it comes from outside or has no meaning in time. */
  readonly sendOf: readonly number[];
  /** By message: its first receipt; -1 when it is lost, in flight, goes outside or has no meaning in time. */
  readonly receiptOf: readonly number[];
  /** By message: all its receipts: several when it arrives in sibling operands, or twice. */
  readonly receiptsOf: readonly (readonly number[])[];
  /** By message: the way back of an exchange, from its receiver to its sender; -1 for other messages. */
  readonly answerOf: readonly number[];
  readonly answeredOf: readonly number[];
  /** By lifeline: the occurrence with which it starts to exist; -1 when it exists from the start. */
  readonly bornAt: readonly number[];
  /** By lifeline: its occurrences in written order. */
  readonly onLifeline: readonly (readonly number[])[];
  /** The occurrences that a statement makes; of a fragment, its decision, or those with which its operands begin. */
  readonly ofStep: (step: Step) => readonly number[];
  /** By occurrence: of a send, its messages, one for each receiver; of others, none. */
  readonly sentBy: (occurrence: number) => readonly number[];
  readonly callbacks: CallbackIndex;
}

/**
 * Lists everything that happens in a flow, in written order.
 *
 * In:     a flow, with or without errors.
 * Out:    sends; receipts, one per receiver, right after the send or where `arrive` puts them; the way back of exchanges;
 *         awaits, handlers, stores, cancels, detaches, waits, destructions, and decisions whose decider is named.
 *         A creating message's receipt is the creation; a lone `create` is an occurrence. Associations do not happen.
 * Says:   nothing.
 * Cost:   linear in statements, messages and, per operand, its depth.
 * Source: LANGUAGE sections 5, 6, 8 and 9; occurrence specifications: UML 2.5.1, section 17.2.
 */
export const occurrencesOf = (flow: Flow): Occurrences => {
  const record = recorder(flow);
  const visit: Visit = visitor(flow, record, (body, within) => walk(body, within));
  const walk = (body: readonly Step[], within: Within): void => {
    for (const step of body) {
      const where = { step: record.open(step), span: step.span, within };
      (visit[step.kind] as (step: Step, where: Where) => void)(step, where);
    }
  };
  walk(flow.body, []);
  return record.tables;
};

type Within = readonly OperandRef[];
type Where = { readonly step: number; readonly span: Span; readonly within: Within };
type What = Omit<Occurrence, "index" | keyof Where>;
/** Of a message, which most occurrences are of. */
type End = "send" | "receipt" | "duplicate" | "answer" | "answered";
type Visit = { readonly [K in Step["kind"]]: (step: Extract<Step, { kind: K }>, where: Where) => void };

/** The tables while they grow; `happen` adds an occurrence to all of them. */
const recorder = (flow: Flow) => {
  const list: Occurrence[] = [];
  const course: CourseItem[] = [];
  const onLifeline: number[][] = flow.participants.map(() => []);
  const made: number[][] = [];
  const numbers = new Map<Step, number>();
  const sent: (readonly number[])[] = [];
  const never = () => flow.messages.map(() => -1);
  const tables = {
    list,
    course,
    sendOf: never(),
    receiptOf: never(),
    receiptsOf: emptyLists<number>(flow.messages.length),
    answerOf: never(),
    answeredOf: never(),
    bornAt: flow.participants.map(() => -1),
    onLifeline,
    ofStep: (step: Step): readonly number[] => made[numbers.get(step) ?? -1] ?? nothing,
    callbacks: indexCallbacks(flow),
    sentBy: (occurrence: number): readonly number[] => sent[occurrence] ?? nothing,
  };
  const add = (occurrence: Occurrence): number => {
    const { index, lifeline, step } = occurrence;
    list.push(occurrence);
    course.push({ at: "occurrence", occurrence: index });
    onLifeline[lifeline]?.push(index);
    addAt(made, step, index);
    return index;
  };
  return {
    tables,
    /** Notes the messages of a send. */
    send: (occurrence: number, messages: readonly number[]): void => {
      sent[occurrence] = messages;
      for (const message of messages) tables.sendOf[message] = occurrence;
    },
    /** Begins a statement and numbers it. */
    open: (step: Step): number => {
      numbers.set(step, made.length);
      return made.push(noNumbers) - 1;
    },
    happen: (what: What, where: Where): number => add({ index: list.length, ...what, ...where }),
    /** The same for an end of a message, written out, since these are nearly all. */
    happenTo: (message: number, kind: End, lifeline: number, { step, span, within }: Where): number =>
      add({ index: list.length, kind, lifeline, message, step, span, within }),
  };
};

const nothing: readonly number[] = [];
const noNumbers: number[] = [];

/** What each kind of statement makes happen. */
const visitor = (
  flow: Flow,
  record: ReturnType<typeof recorder>,
  walk: (body: readonly Step[], within: Within) => void,
): Visit => {
  const { happen, happenTo, tables } = record;
  const { callbacks } = tables;
  const placed = arrivalsPlaced(flow);
  const creations = creationsOf(flow);
  const found = (names: readonly Name[]) => names.map(callbacks.find).filter((index) => index >= 0);
  const ownerOf = (callback: number | undefined) => flow.callbacks[callback ?? -1]?.owner ?? -1;

  const receive = ({ index: message, to, attributes }: Message, where: Where): void => {
    if (to === null || attributes.lost === true || attributes["in-flight"] === true) return;
    const receipt = happenTo(message, "receipt", to, where);
    addAt(tables.receiptsOf, message, receipt);
    if (tables.receiptOf[message] === -1) tables.receiptOf[message] = receipt;
    if (creations.messages.has(message) && tables.bornAt[to] === -1) tables.bornAt[to] = receipt;
    if (attributes.duplicate !== true) return;
    addAt(tables.receiptsOf, message, happenTo(message, "duplicate", to, where));
  };

  const answer = ({ index: message, from, to }: Message, where: Where): void => {
    if (tables.receiptOf[message] === -1) return;
    tables.answerOf[message] = happenTo(message, "answer", to ?? -1, where);
    if (from === null) return;
    tables.answeredOf[message] = happenTo(message, "answered", from, where);
  };

  const settle =
    (kind: "cancel" | "detach" | "stored") =>
    ({ names }: { readonly names: readonly Name[] }, where: Where): void => {
      const all = found(names);
      for (const lifeline of new Set(all.map(ownerOf)))
        happen({ kind, lifeline, callbacks: all.filter((each) => ownerOf(each) === lifeline) }, where);
    };

  return {
    message: (step, where) => {
      const [number] = step.messages;
      const first = number === undefined ? undefined : at(flow.messages, number);
      if (first === undefined || !messageKinds[first.kind].happens) return;
      if (first.from !== null) record.send(happenTo(first.index, "send", first.from, where), step.messages);
      for (const index of step.messages) {
        const message = at(flow.messages, index);
        if (!placed.has(index)) receive(message, where);
        if (messageKinds[message.kind].waits && messageKinds[message.kind].answers) answer(message, where);
      }
    },
    fragment: ({ fragment: index }, where) => {
      const { attributes, operands, handles } = at(flow.fragments, index);
      const decider = attributes["decided-by"];
      if (decider !== undefined) happen({ kind: "decide", lifeline: decider, fragment: index }, where);
      tables.course.push({ at: "enter", fragment: index });
      operands.forEach(({ body }, operand) => {
        const within = [...where.within, { fragment: index, operand }];
        tables.course.push({ at: "operand", fragment: index, operand });
        if (handles !== undefined) {
          const named = found([handles.callback]);
          const what = { lifeline: ownerOf(named[0]), fragment: index, callbacks: named, arm: handles.arm };
          happen({ kind: "handle", ...what }, { ...where, within });
        }
        walk(body, within);
      });
      tables.course.push({ at: "leave", fragment: index });
    },
    await: ({ by, names, any, timeout }, where) => {
      const time = timeout === undefined ? {} : { time: timeout };
      happen({ kind: "await", lifeline: by ?? -1, callbacks: found(names), any, ...time }, where);
    },
    cancel: settle("cancel"),
    detach: settle("detach"),
    stored: settle("stored"),
    arrive: ({ messages }, where) => {
      for (const message of messages) receive(at(flow.messages, message), where);
    },
    wait: ({ participants, duration }, where) => {
      const time = duration === undefined ? {} : { time: duration };
      const who = participants.length === 0 ? [-1] : participants;
      for (const lifeline of who) happen({ kind: "wait", lifeline, ...time }, where);
    },
    create: ({ participant: lifeline }, where) => {
      if (!creations.alone.has(lifeline) || tables.bornAt[lifeline] !== -1) return;
      tables.bornAt[lifeline] = happen({ kind: "create", lifeline }, where);
    },
    destroy: ({ participant: lifeline }, where) => {
      happen({ kind: "destroy", lifeline }, where);
    },
    note: () => {},
    divider: () => {},
    budget: () => {},
  };
};
