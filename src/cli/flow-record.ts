import type { Arrowhead, Flow, Name, OperandRef, Step } from "../flow/flow.ts";
import type { LocatedDiagnostic, Sources } from "../report/locate.ts";
import { lineFinder } from "../source/line-finder.ts";
import type { Span } from "../source/span.ts";

/**
 * A flow as other tools read it; docs/inspect.md describes it. Participants go by their keys, operands by `alt#1/2`, and
 * what has no value is null. The number in `version` grows when a reader would have to change.
 *
 * Cost: linear in the flow.
 */
export const flowRecord = (flow: Flow, sources: Sources, diagnostics: readonly LocatedDiagnostic[]) => {
  const lineOf = lineFinder(sources);
  const keyOf = (index: number | null | undefined): string | null =>
    index === null || index === undefined ? null : (flow.participants[index]?.key ?? null);
  const boundaryOf = (index: number | undefined): string | null =>
    index === undefined ? null : (flow.boundaries[index]?.key ?? null);
  const operandOf = ({ fragment, operand }: OperandRef): string =>
    `${flow.fragments[fragment]?.id}/${operand + 1}`;
  const reach = reachOfOperands(flow, operandOf);
  const record = stepRecorder(flow, keyOf, lineOf);
  return {
    version: 1,
    file: flow.file,
    title: flow.title?.text ?? null,
    description: flow.description ?? null,
    participants: flow.participants.map(({ key, label, kind, boundary, attributes, fields = [], span }) => ({
      key,
      label: label.text,
      kind,
      shape: attributes.shape ?? null,
      boundary: boundaryOf(boundary),
      line: lineOf(span),
      attributes,
      fields: fields.map(({ name, type, constraints }) => ({
        name: name.text,
        type: type?.text ?? null,
        constraints,
      })),
    })),
    boundaries: flow.boundaries.map(({ key, label, parent, attributes, span }) => ({
      key,
      label: label.text,
      boundary: boundaryOf(parent),
      line: lineOf(span),
      attributes,
    })),
    messages: flow.messages.map((message) => ({
      kind: message.kind,
      from: keyOf(message.from),
      to: keyOf(message.to),
      label: message.label?.text ?? null,
      line: lineOf(message.span),
      file: message.span.file,
      fragments: message.within.map(operandOf),
      id: message.id?.text ?? null,
      callback: oneOrAll(message.asks),
      resolves: oneOrAll(message.resolves),
      rejects: oneOrAll(message.rejects),
      carries: oneOrAll(message.carries),
      stream: oneOrAll(message.streams),
      fromSpan: message.fromSpan ?? null,
      toSpan: message.toSpan ?? null,
      sourceHead: headOf(message.sourceHead),
      targetHead: headOf(message.targetHead),
      sendId: message.send,
      of: message.of ?? null,
      compensates: message.compensates ?? null,
      attributes: message.attributes,
    })),
    fragments: flow.fragments.map(
      ({ id, kind, label, operands, within, rounds, handles, attributes, span }) => ({
        id,
        kind,
        label: label?.text ?? null,
        line: lineOf(span),
        fragments: within.map(operandOf),
        operands: operands.map((operand, number) => ({
          label: operand.label?.text ?? null,
          ...(reach.get(`${id}/${number + 1}`) ?? { first: null, last: null }),
        })),
        rounds: rounds === undefined ? null : { ...rounds, until: rounds.until?.text ?? null },
        handles: handles === undefined ? null : { callback: handles.callback.text, arm: handles.arm },
        attributes,
      }),
    ),
    notes: notesIn(flow.body, flow).map(({ label, side, participants, message, span }) => ({
      text: label.text,
      over: participants.map(keyOf),
      side,
      message: message ?? null,
      line: lineOf(span),
    })),
    executions: flow.executions.map(({ participant, path, label, attributes, classes, style, span }) => ({
      participant: keyOf(participant),
      path,
      label: label?.text ?? null,
      line: lineOf(span),
      attributes,
      classes,
      style,
    })),
    callbacks: flow.callbacks.map(({ name, owner, asked, arrivals, carried, settled, stream }) => ({
      name,
      owner: keyOf(owner),
      stream,
      asked: asked[0] === undefined ? null : lineOf(asked[0].span),
      askedBy: asked.map(({ message }) => message),
      arrivals: arrivals.map(({ message, how, span }) => ({ message, how, line: lineOf(span) })),
      carried: carried.map(({ message, span }) => ({ message, line: lineOf(span) })),
      settledBy: settled.map(({ how, span }) => ({ how, line: lineOf(span) })),
    })),
    body: flow.body.map(record),
    diagnostics,
  };
};

/** One name as itself, several as a list, as the language writes them. */
const oneOrAll = (names: readonly Name[]): string | readonly string[] | null =>
  names.length > 1 ? names.map(({ text }) => text) : (names[0]?.text ?? null);

/** The first and the last message inside each operand, by place in `messages`. */
const reachOfOperands = (flow: Flow, nameOf: (ref: OperandRef) => string) => {
  const reach = new Map<string, { first: number; last: number }>();
  for (const { index, within } of flow.messages) {
    for (const ref of within) {
      const known = reach.get(nameOf(ref));
      if (known === undefined) reach.set(nameOf(ref), { first: index, last: index });
      else known.last = index;
    }
  }
  return reach;
};

type NoteStep = Extract<Step, { kind: "note" }>;

const notesIn = (body: readonly Step[], flow: Flow): readonly NoteStep[] =>
  body.flatMap((step) => {
    if (step.kind === "note") return step;
    if (step.kind !== "fragment") return [];
    return flow.fragments[step.fragment]?.operands.flatMap((operand) => notesIn(operand.body, flow)) ?? [];
  });

/** A step with keys in place of indices, and its line; a fragment's operands are lists of steps. */
const stepRecorder = (
  flow: Flow,
  keyOf: (index: number | null) => string | null,
  lineOf: (span: Span) => number,
): ((step: Step) => object) => {
  const details = (step: Step): object => {
    switch (step.kind) {
      case "message":
      case "arrive":
        return { messages: step.messages };
      case "fragment": {
        const fragment = flow.fragments[step.fragment];
        return { fragment: fragment?.id, operands: fragment?.operands.map(({ body }) => body.map(record)) };
      }
      case "note":
        return { text: step.label.text, over: step.participants.map(keyOf) };
      case "divider":
        return { text: step.label.text };
      case "wait":
        return { text: step.label.text, ms: step.duration ?? null, over: step.participants.map(keyOf) };
      case "await":
        return { names: texts(step.names), any: step.any, timeout: step.timeout ?? null, by: keyOf(step.by) };
      case "cancel":
      case "stored":
        return { names: texts(step.names) };
      case "detach":
        return { names: texts(step.names), reason: step.reason };
      case "create":
      case "destroy":
        return { participant: keyOf(step.participant) };
      case "budget":
        return { ms: step.limit, from: step.from, to: step.to };
    }
  };
  const record = (step: Step): object => ({ kind: step.kind, line: lineOf(step.span), ...details(step) });
  return record;
};

const headOf = (head: Arrowhead | undefined) =>
  head === undefined
    ? null
    : { label: head.label?.text ?? null, shape: head.shape ?? null, filled: head.filled ?? null };

const texts = (names: readonly Name[]): readonly string[] => names.map(({ text }) => text);
