import { arrows } from "../language/arrows.ts";
import type { AttributeValues } from "../language/attribute-values.ts";
import { type AttributeFacts, attributes } from "../language/attributes.ts";
import { type MessageKind, messageKinds } from "../language/message-kinds.ts";
import type { Connection, Ends, Operator } from "../syntax/ast.ts";
import type { ReadAttributes, Target } from "./attributes/attribute-reading.ts";
import { readAttributes } from "./attributes/read-attributes.ts";
import { type WrittenAttribute, writtenIn } from "./attributes/written.ts";
import type { At, Context, DraftStep } from "./context.ts";
import type { Label, Message, Name } from "./flow.ts";
import { labelOf } from "./label.ts";
import type { End } from "./names/name-node.ts";

/**
 * Makes the messages of a connection: one for each link of a chain and each receiver of a list.
 *
 * In:     a connection whose ends the names know, and where it stands.
 * Out:    a step for each link; a link with an end that means nothing is left out.
 * Says:   what the attributes say; duplicate-name.
 * Cost:   linear in the receivers.
 */
export const resolveConnection = (connection: Connection, at: At, context: Context): readonly DraftStep[] => {
  if (!isShapedRight(connection)) return [];
  const label = labelOf(connection.value, context.say);
  const written = connection.map
    ? writtenIn(connection.map.body, { say: context.say, noun: "a message" })
    : [];
  const steps: DraftStep[] = [];
  connection.operators.forEach((operator, link) => {
    const left = connection.ends[link];
    const right = connection.ends[link + 1];
    if (!left || !right) return;
    const { kind, leftwards } = arrows[operator.arrow];
    const read = readLink(written, kind, connection.operators.length, at, context);
    const [from, to] = leftwards ? [right, left] : [left, right];
    const messages = makeMessages({ connection, kind, label, read, at }, from, to, context);
    if (messages.length > 0) steps.push({ kind: "message", messages, span: connection.span });
  });
  return steps;
};

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

const articles: Readonly<Record<MessageKind, string>> = {
  call: "a call",
  reply: "a reply",
  send: "an asynchronous message",
  exchange: "an exchange",
  association: "an association",
};

const readLink = (
  written: readonly WrittenAttribute[],
  kind: MessageKind,
  links: number,
  { scope }: At,
  context: Context,
): ReadAttributes => {
  const target: Target = {
    place: "message",
    noun: `${articles[kind]} \`${messageKinds[kind].arrow}\``,
    allows: (row) => row.messages?.includes(kind) ?? true,
    scope,
  };
  const single =
    links === 1 ? written : written.filter((attribute) => isForChains(attribute, links, context));
  return readAttributes(single, target, context);
};

const isForChains = ({ keys: [key] }: WrittenAttribute, links: number, { say }: Context): boolean => {
  const row = key && Object.hasOwn(rows, key.text) ? rows[key.text] : undefined;
  if (!key || !row?.onceInChain) return true;
  say(
    "misplaced-attribute",
    `\`${key.text}\` speaks of one message, but this chain has ${links}.`,
    key.span,
    { help: "write the message that it belongs to as a statement of its own" },
  );
  return false;
};

/** What the messages of one link have in common. */
interface Link {
  readonly connection: Connection;
  readonly kind: MessageKind;
  readonly label: Label | undefined;
  readonly read: ReadAttributes;
  readonly at: At;
}

const makeMessages = (link: Link, from: Ends, to: Ends, context: Context): readonly number[] => {
  const sender = endOf(from, context);
  const receivers =
    to.kind === "list" ? to.paths.map((path) => context.names.ends.get(path)) : [endOf(to, context)];
  if (sender === undefined) return [];
  const send = context.messages.length;
  const made: number[] = [];
  for (const receiver of receivers) {
    if (receiver === undefined) continue;
    const index = context.messages.length;
    context.messages.push({ message: draft(link, index, send, sender, receiver), names: link.read.names });
    made.push(index);
  }
  if (made.length > 0) declareNames(link, made, context);
  context.lastMessage = made.at(-1) ?? context.lastMessage;
  return made;
};

/** null is outside; undefined could not be resolved and is reported. */
const endOf = (end: Ends, context: Context): End | null | undefined =>
  end.kind === "outside" ? null : end.kind === "path" ? context.names.ends.get(end.path) : undefined;

const draft = (
  { connection, kind, label, read, at }: Link,
  index: number,
  send: number,
  from: End | null,
  to: End | null,
): Omit<Message, "of" | "compensates"> => {
  const shown = read.label ?? label;
  const [id] = read.names.id ?? none;
  return {
    index,
    kind,
    from: from?.node.index ?? null,
    to: to?.node.index ?? null,
    ...(from?.span !== undefined && { fromSpan: from.span }),
    ...(to?.span !== undefined && { toSpan: to.span }),
    ...(shown && { label: shown }),
    send,
    ...(id && { id }),
    asks: read.names.callback ?? none,
    resolves: read.names.resolves ?? none,
    rejects: read.names.rejects ?? none,
    carries: read.names.carries ?? none,
    streams: read.names.stream ?? none,
    within: at.within,
    classes: read.classes,
    style: read.style,
    attributes: read.values as AttributeValues<"message">,
    attributeSpans: read.spans,
    span: connection.span,
  };
};

const none: readonly Name[] = [];

const declareNames = ({ read, at }: Link, messages: readonly number[], { handles }: Context): void => {
  for (const name of read.names.callback ?? none)
    handles.declare({ kind: "callback", name, messages, within: at.within });
  for (const name of read.names.id ?? none)
    handles.declare({ kind: "id", name, messages, within: at.within });
};

/** A list stands at the head of a single `~>`, and one end at most is outside; the syntax has reported anything else. */
const isShapedRight = (connection: Connection): boolean => {
  const [operator, ...more] = connection.operators;
  const list = connection.ends.find(({ kind }) => kind === "list");
  if (list && !(operator && more.length === 0 && isAtHead(connection, list, operator))) return false;
  return !connection.ends.some(
    ({ kind }, at) => kind === "outside" && connection.ends[at + 1]?.kind === "outside",
  );
};

const isAtHead = (connection: Connection, list: Ends, { arrow }: Operator): boolean => {
  const { kind, leftwards } = arrows[arrow];
  const receiver = leftwards ? connection.ends[0] : connection.ends[1];
  const sender = leftwards ? connection.ends[1] : connection.ends[0];
  return messageKinds[kind].slants && receiver === list && sender?.kind !== "list";
};
