import { type AttributeFacts, attributes } from "../language/attributes.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { lineAt, lineStarts, positionAt } from "../source/positions.ts";
import type { Span } from "../source/span.ts";
import type { Arrowhead, Flow, Fragment, Label, Message, Name, NoteStep, OperandRef, Step } from "./flow.ts";

/** Plain data as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A flow as data for other tools: what `inspect --stage flow` prints.
 *
 * In:     a flow, what was reported about it, and the texts by file name that spans point into.
 * Out:    version 1 of the format. Lines and columns are 1-based, columns in characters; times are ms, rates per second;
 *         participants are known by their keys, null is outside; messages by their place in `messages`, from 0. What was not
 *         written is null, or an empty list. `callback`, `resolves` and their like are a name, or a list of several.
 *         `first` and `last` of an operand are messages.
 * Cost:   linear in the flow, for each level of nesting once.
 */
export const inspectFlow = (
  flow: Flow,
  diagnostics: readonly Diagnostic[],
  sources: Readonly<Record<string, string>>,
): Json => {
  const places = newPlaces(sources);
  const keyOf = (index: number | null | undefined): string | null =>
    index === null || index === undefined ? null : (flow.participants[index]?.key ?? null);
  const boundaryKey = (index: number | undefined): string | null =>
    index === undefined ? null : (flow.boundaries[index]?.key ?? null);
  const steps = allSteps(flow);
  return {
    version: 1,
    file: flow.file,
    title: flow.title?.text ?? null,
    description: flow.description ?? null,
    lang: flow.lang,
    config: asJson(flow.config),
    lifelines: flow.autoOrder ? "auto" : "written",
    participants: flow.participants.map((participant) => ({
      key: participant.key,
      label: participant.label.text,
      kind: participant.kind,
      shape: participant.attributes.shape ?? null,
      boundary: boundaryKey(participant.boundary),
      line: places.line(participant.span),
      declared: participant.declared,
      attributes: withKeys(participant.attributes, keyOf),
      classes: participant.classes,
      style: asJson(participant.style),
      fields: (participant.fields ?? []).map(({ name, type, constraints }) => ({
        name: name.text,
        type: textOf(type),
        constraints,
      })),
    })),
    boundaries: flow.boundaries.map(({ key, label, parent, span }) => ({
      key,
      label: label.text,
      boundary: boundaryKey(parent),
      line: places.line(span),
    })),
    messages: flow.messages.map((message) => inspectMessage(message, flow, keyOf, places)),
    fragments: flow.fragments.map((fragment) => inspectFragment(fragment, flow, keyOf, places)),
    notes: steps.filter((step) => step.kind === "note").map((note) => inspectNote(note, keyOf, places)),
    marks: steps.filter(isMark).map(({ span, ...mark }) => inspectMark(mark, places.line(span), keyOf)),
    executions: flow.executions.map(({ participant, path, label, attributes, classes, style, span }) => ({
      participant: keyOf(participant),
      path,
      label: textOf(label),
      line: places.line(span),
      attributes: asJson(attributes),
      classes,
      style: asJson(style),
    })),
    callbacks: flow.callbacks.map(({ name, owner, asked, arrivals, carried, settled, stream }) => ({
      name,
      owner: keyOf(owner),
      asked: asked.map(({ message, span }) => ({ message, line: places.line(span) })),
      arrivals: arrivals.map(({ message, how, span }) => ({ message, how, line: places.line(span) })),
      carried: carried.map(({ message, span }) => ({ message, line: places.line(span) })),
      settledBy: settled.map(({ how, span }) => ({ how, line: places.line(span) })),
      stream,
    })),
    diagnostics: diagnostics.map(({ code, severity, message, span }) => {
      const [start, end] = [places.at(span.file, span.start), places.at(span.file, span.end)];
      const ends = { endLine: end.line, endColumn: end.column };
      return { code, severity, message, file: span.file, line: start.line, column: start.column, ...ends };
    }),
  };
};

type KeyOf = (index: number | null | undefined) => string | null;

interface Places {
  readonly line: (span: Span) => number;
  readonly at: (file: string, offset: number) => { readonly line: number; readonly column: number };
}

/** Lines and columns of each file, whose line starts are found once. */
const newPlaces = (sources: Readonly<Record<string, string>>): Places => {
  const known = new Map<string, { readonly text: string; readonly starts: readonly number[] }>();
  const fileOf = (file: string) => {
    const found = known.get(file);
    if (found) return found;
    const text = Object.hasOwn(sources, file) ? (sources[file] ?? "") : "";
    const made = { text, starts: lineStarts(text) };
    known.set(file, made);
    return made;
  };
  return {
    line: ({ file, start }) => lineAt(fileOf(file).starts, start) + 1,
    at: (file, offset) => positionAt(fileOf(file).text, fileOf(file).starts, offset),
  };
};

const inspectMessage = (message: Message, flow: Flow, keyOf: KeyOf, { line }: Places): Json => ({
  kind: message.kind,
  from: keyOf(message.from),
  to: keyOf(message.to),
  label: textOf(message.label),
  line: line(message.span),
  file: message.span.file,
  fragments: operandsOf(message.within, flow),
  id: message.id?.text ?? null,
  callback: oneOrMany(message.asks),
  resolves: oneOrMany(message.resolves),
  rejects: oneOrMany(message.rejects),
  carries: oneOrMany(message.carries),
  stream: oneOrMany(message.streams),
  of: message.of ?? null,
  compensates: message.compensates ?? null,
  fromSpan: message.fromSpan ?? null,
  toSpan: message.toSpan ?? null,
  sourceHead: headOf(message.sourceHead),
  targetHead: headOf(message.targetHead),
  sendId: message.send,
  attributes: withKeys(message.attributes, keyOf),
  classes: message.classes,
  style: asJson(message.style),
});

const inspectFragment = (fragment: Fragment, flow: Flow, keyOf: KeyOf, { line, at }: Places): Json => ({
  id: fragment.id,
  kind: fragment.kind,
  label: textOf(fragment.label),
  line: line(fragment.span),
  fragments: operandsOf(fragment.within, flow),
  rounds: fragment.rounds ? { ...fragment.rounds, until: fragment.rounds.until?.text ?? null } : null,
  handles: fragment.handles ? { callback: fragment.handles.callback.text, arm: fragment.handles.arm } : null,
  attributes: withKeys(fragment.attributes, keyOf),
  operands: fragment.operands.map(({ label, body, span, attributes }) => {
    const inside = messagesIn(body, flow);
    return {
      label: textOf(label),
      first: inside?.first ?? null,
      last: inside?.last ?? null,
      line: line(span),
      endLine: at(span.file, span.end).line,
      attributes: withKeys(attributes ?? {}, keyOf),
    };
  }),
});

const inspectNote = (note: NoteStep, keyOf: KeyOf, { line }: Places): Json => ({
  text: note.label.text,
  over: note.participants.map(keyOf),
  side: note.side,
  message: note.message ?? null,
  line: line(note.span),
});

type Mark = Exclude<Step, { readonly kind: "message" | "fragment" | "note" }>;

const isMark = (step: Step): step is Mark =>
  step.kind !== "message" && step.kind !== "fragment" && step.kind !== "note";

/** The fields of a mark that name participants by index. */
const inspectMark = (mark: object, line: number, keyOf: KeyOf): Json => {
  const shown = Object.entries(mark).map(([name, value]): readonly [string, Json] => {
    if (name === "participant" || name === "by") return [name, keyOf(value as number | null)];
    if (name === "participants") return [name, (value as readonly number[]).map(keyOf)];
    if (name === "names") return [name, (value as readonly Name[]).map(({ text }) => text)];
    return [name, name === "label" ? (value as Label).text : asJson(value)];
  });
  return { ...Object.fromEntries(shown), line };
};

const headOf = (head: Arrowhead | undefined): Json =>
  head ? { label: textOf(head.label), shape: head.shape ?? null, filled: head.filled ?? null } : null;

const textOf = (label: Label | undefined): string | null => label?.text ?? null;

const oneOrMany = (names: readonly Name[]): Json => {
  const [first, ...more] = names.map(({ text }) => text);
  return first === undefined ? null : more.length === 0 ? first : [first, ...more];
};

/** `alt#1/2`: the fragment's id and the operand, from 1. */
const operandsOf = (within: readonly OperandRef[], flow: Flow): readonly string[] =>
  within.map(({ fragment, operand }) => `${flow.fragments[fragment]?.id ?? ""}/${operand + 1}`);

/** First and last message of some steps, those in fragments included; messages are numbered in written order. */
const messagesIn = (
  body: readonly Step[],
  flow: Flow,
): { readonly first: number; readonly last: number } | undefined => {
  const first = firstMessage(body, flow);
  const last = lastMessage(body, flow);
  return first === undefined || last === undefined ? undefined : { first, last };
};

const firstMessage = (body: readonly Step[], flow: Flow): number | undefined => {
  for (const step of body) {
    const found = step.kind === "message" ? step.messages[0] : inOperands(step, flow, firstMessage);
    if (found !== undefined) return found;
  }
  return undefined;
};

const lastMessage = (body: readonly Step[], flow: Flow): number | undefined => {
  for (const step of body.toReversed()) {
    const found = step.kind === "message" ? step.messages.at(-1) : inOperands(step, flow, lastMessage);
    if (found !== undefined) return found;
  }
  return undefined;
};

const inOperands = (
  step: Step,
  flow: Flow,
  search: (body: readonly Step[], flow: Flow) => number | undefined,
): number | undefined => {
  if (step.kind !== "fragment") return undefined;
  const bodies = (flow.fragments[step.fragment]?.operands ?? []).flatMap(({ body }) => body);
  return search(bodies, flow);
};

/** Every step, those in fragments included, in written order. */
const allSteps = (flow: Flow): readonly Step[] => {
  const found: Step[] = [];
  const visit = (body: readonly Step[]): void => {
    for (const step of body) {
      found.push(step);
      if (step.kind === "fragment")
        for (const operand of flow.fragments[step.fragment]?.operands ?? []) visit(operand.body);
    }
  };
  visit(flow.body);
  return found;
};

const keyed: ReadonlySet<string> = new Set(
  Object.entries(attributes satisfies Readonly<Record<string, AttributeFacts>>)
    .filter(([, { type }]) => type === "participant" || type === "participants")
    .map(([name]) => name),
);

/** Attributes that hold participants show their keys. */
const withKeys = (attributes: object, keyOf: KeyOf): Json =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      keyed.has(name) ? keysOf(value, keyOf) : asJson(value),
    ]),
  );

const keysOf = (value: unknown, keyOf: KeyOf): Json =>
  Array.isArray(value) ? value.map((index) => keyOf(index)) : keyOf(value as number);

/** A flow is plain data without functions and symbols, so that it is JSON as it stands. */
const asJson = (value: unknown): Json => value as Json;
