import type { Boundary, Flow, Message, Participant } from "../flow/flow.ts";
import type { Direction } from "../language/directions.ts";
import { gathering } from "./gathering.ts";
import { saysKind } from "./says-kind.ts";
import type { Member, Saying, System } from "./system.ts";

/** What is said of the whole; what is absent is taken from the first flow that says it. */
export interface SystemOptions {
  readonly title?: string;
  readonly direction?: Direction;
}

/**
 * Makes one system of many flows: participants with one key are one participant.
 *
 * In:     flows without errors, each with a name of its own.
 * Out:    where several flows speak of a participant or a boundary, the first word on each thing holds. A key to which two
 *         flows give different labels stands for two things: the later one has its flow's name behind its key. A label that
 *         only repeats the key is no label: it stands for whatever the others call so.
 * Says:   nothing: conflicts are for rules to find.
 * Cost:   linear in the flows.
 */
export const mergeFlows = (members: readonly Member[], { title, direction }: SystemOptions = {}): System => {
  const boundaries = gathering<Boundary>();
  const participants = gathering<Participant>();
  const sayings: Saying[][] = [];
  const messages: Message[] = [];
  const memberOf: number[] = [];
  members.forEach(({ name, flow }, member) => {
    const boundaryOf: number[] = [];
    for (const boundary of flow.boundaries) {
      const parent = boundary.parent === undefined ? undefined : boundaryOf[boundary.parent];
      boundaryOf[boundary.index] = boundaries.find(boundary, name, parent);
      boundaries.add(boundaryOf[boundary.index] as number, {
        ...boundary,
        ...(parent !== undefined && { parent }),
      });
    }
    const indexOf = flow.participants.map((each) => participants.find(each, name));
    for (const each of flow.participants) {
      const index = indexOf[each.index] as number;
      const boundary = each.boundary === undefined ? undefined : boundaryOf[each.boundary];
      participants.add(index, {
        ...each,
        ...(boundary !== undefined && { boundary }),
        attributes: redirected(each.attributes, "dead-letter", indexOf),
      });
      sayings[index] = [...(sayings[index] ?? []), { member, participant: each }];
    }
    const first = messages.length;
    for (const message of flow.messages) {
      messages.push(movedMessage(message, first, indexOf));
      memberOf.push(member);
    }
  });
  const [one] = members;
  const way = direction ?? members.find(({ flow }) => flow.direction)?.flow.direction;
  const flow: Flow = {
    file: one?.flow.file ?? "",
    mode: "slant",
    ...(title && { title: { text: title, format: "plain", span: { file: "", start: 0, end: 0 } } }),
    lang: one?.flow.lang ?? "en",
    config: {},
    ...(way && { direction: way }),
    participants: participants.all().map(({ key, parts }, index) => mergedParticipant(parts, key, index)),
    boundaries: boundaries.all().map(({ key, parts }, index) => mergedBoundary(parts, key, index)),
    messages,
    fragments: [],
    callbacks: [],
    executions: [],
    unused: [],
    autoOrder: false,
    body: [],
  };
  return { members, flow, sayings, memberOf };
};

/** An attribute that names a participant, for the participants of the whole. */
const redirected = <A extends object, K extends keyof A>(
  attributes: A,
  name: K,
  indexOf: readonly number[],
): A => {
  const at = attributes[name];
  return typeof at === "number" ? { ...attributes, [name]: indexOf[at] } : attributes;
};

const movedMessage = (message: Message, first: number, indexOf: readonly number[]): Message => ({
  ...message,
  index: message.index + first,
  from: message.from === null ? null : (indexOf[message.from] as number),
  to: message.to === null ? null : (indexOf[message.to] as number),
  send: message.send + first,
  ...(message.of !== undefined && { of: message.of + first }),
  ...(message.compensates !== undefined && { compensates: message.compensates + first }),
  within: [],
  attributes: redirected(message.attributes, "reply-to", indexOf),
});

const mergedParticipant = (parts: readonly Participant[], key: string, index: number): Participant => {
  const [first] = parts as [Participant];
  const boundary = parts.find((each) => each.boundary !== undefined)?.boundary;
  return {
    ...first,
    index,
    key,
    ...looksOf(parts),
    kind: (parts.find(saysKind) ?? first).kind,
    ...(boundary !== undefined && { boundary }),
    attributeSpans: firstOfEach(parts.map(({ attributeSpans }) => attributeSpans)),
    span: (parts.find(({ declared }) => declared) ?? first).span,
    declared: parts.some(({ declared }) => declared),
  };
};

const mergedBoundary = (parts: readonly Boundary[], key: string, index: number): Boundary => ({
  ...(parts[0] as Boundary),
  index,
  key,
  ...looksOf(parts),
});

/** The first label that is more than the key, and of each attribute and each part of the style the first value. */
const looksOf = <T extends Participant | Boundary>(parts: readonly T[]) => {
  const [first] = parts as readonly [T, ...T[]];
  return {
    label: (parts.find(({ label, key }) => label.text !== key) ?? first).label,
    attributes: firstOfEach(parts.map(({ attributes }) => attributes)),
    style: firstOfEach(parts.map(({ style }) => style)),
    classes: [...new Set(parts.flatMap(({ classes }) => classes))],
  };
};

const firstOfEach = <T extends object>(all: readonly T[]): T => Object.assign({}, ...all.toReversed());
