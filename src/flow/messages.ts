import { arrows } from "../language/arrows.ts";
import type { AttributeValues } from "../language/attribute-values.ts";
import { type AttributeFacts, attributes } from "../language/attributes.ts";
import { type MessageKind, messageKinds } from "../language/message-kinds.ts";
import type { Connection, Ends, ListEnd, Operator } from "../syntax/ast.ts";
import { noValues, type ReadAttributes, type Target } from "./attributes/attribute-reading.ts";
import { noAttributes, readAttributes } from "./attributes/read-attributes.ts";
import { type WrittenAttribute, writtenIn } from "./attributes/written.ts";
import type { At, Context, DraftStep, MessageDraft } from "./context.ts";
import { isNull } from "./entry-shape.ts";
import type { Label, Name } from "./flow.ts";
import { labelOf } from "./label.ts";
import { type End, writtenPath } from "./names/name-node.ts";
import { either } from "./report.ts";

/**
 * Makes the messages of a connection: one for each link of a chain and each receiver of a list.
 *
 * In:     a connection whose ends the names know, and where it stands.
 * Out:    a step for each link, added to `steps`; a link with an end that means nothing is left out.
 * Says:   what the attributes say; duplicate-name.
 * Cost:   linear in the receivers.
 */
export const resolveConnection = (
  connection: Connection,
  at: At,
  context: Context,
  steps: DraftStep[],
): void => {
  if (!isShapedRight(connection)) return;
  const { ends, operators, value, map, span } = connection;
  if (isNull(value))
    context.say(
      "wrong-value",
      "`null` removes what is there, and a message is there once it is written.",
      value?.span ?? span,
      {
        help: "refer to a message above: `(a -> b)[0]: null`; or put the word into quotes to show it",
      },
    );
  const label = isNull(value) ? undefined : labelOf(value, context.say);
  const written = map && writtenIn(map.body, { say: context.say, noun: "a message" });
  for (let link = 0; link < operators.length; link++) {
    const operator = operators[link];
    const left = ends[link];
    const right = ends[link + 1];
    if (!operator || !left || !right) return;
    const { kind, leftwards } = arrows[operator.arrow];
    const read = written ? readLink(written, kind, operators.length, at, context) : noAttributes;
    const shared = { connection, kind, label: read.label ?? label, read, at };
    const messages = leftwards
      ? makeMessages(shared, right, left, context)
      : makeMessages(shared, left, right, context);
    if (messages.length > 0) steps.push({ kind: "message", messages, span });
  }
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
  if (sender === undefined) return noMessages;
  const receivers = to.kind === "list" ? receiversOf(to, context) : [endOf(to, context)];
  const send = context.messages.length;
  let made: number[] | undefined;
  for (const receiver of receivers) {
    if (receiver === undefined) continue;
    if (receiver) sayUnfitReceiver(link.read, receiver, context);
    const index = context.messages.length;
    context.messages.push({ message: draft(link, index, send, sender, receiver), names: link.read.names });
    if (made === undefined) made = [index];
    else made.push(index);
  }
  if (made === undefined) return noMessages;
  declareNames(link, made, context);
  context.lastMessage = made.at(-1);
  return made;
};

/** Each receiver of a list once. */
const receiversOf = ({ paths }: ListEnd, { names, say }: Context): readonly End[] => {
  const found: End[] = [];
  for (const path of paths) {
    const end = names.ends.get(path);
    if (end && found.some(({ node }) => node === end.node))
      say("repeated-receiver", `\`${writtenPath(path)}\` stands in the list already.`, path.span, {
        help: "remove it, or write `duplicate: true` for a message that is received twice",
      });
    else if (end) found.push(end);
  }
  return found;
};

/** Some attributes mean something only where a message ends at a certain kind of participant. */
const sayUnfitReceiver = ({ values, spans }: ReadAttributes, { node }: End, context: Context): void => {
  if (values === noValues) return;
  for (const name of Object.keys(values)) {
    const row = rows[name];
    const kind = context.participants[node.index]?.kind ?? "service";
    const span = spans[name];
    if (!row?.receivers || row.receivers.includes(kind) || !span) continue;
    context.say(
      "misplaced-attribute",
      `\`${name}\` means nothing here: \`${node.key}\` is no ${either(row.receivers)}.`,
      span,
    );
  }
};

const noMessages: readonly number[] = [];

/** null is outside; undefined could not be resolved and is reported. */
const endOf = (end: Ends, context: Context): End | null | undefined => {
  if (end.kind === "path") return context.names.ends.get(end.path);
  return end.kind === "outside" ? null : undefined;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Optional fields are set one by one: ten thousand spreads of objects cost more than all the rest of a message. */
const draft = (
  { connection, kind, label, read, at }: Link,
  index: number,
  send: number,
  from: End | null,
  to: End | null,
): MessageDraft["message"] => {
  const message: Writable<MessageDraft["message"]> = {
    index,
    kind,
    from: from === null ? null : from.node.index,
    to: to === null ? null : to.node.index,
    send,
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
  const id = read.names.id?.[0];
  if (label) message.label = label;
  if (id) message.id = id;
  if (from?.span !== undefined) message.fromSpan = from.span;
  if (to?.span !== undefined) message.toSpan = to.span;
  const source = read.heads?.["source-arrowhead"];
  const target = read.heads?.["target-arrowhead"];
  if (source) message.sourceHead = source;
  if (target) message.targetHead = target;
  return message;
};

const none: readonly Name[] = [];

const declareNames = ({ read, at }: Link, messages: readonly number[], { handles }: Context): void => {
  for (const name of read.names.callback ?? none)
    handles.declare({ kind: "callback", name, messages, within: at.within });
  for (const name of read.names.id ?? none)
    handles.declare({ kind: "id", name, messages, within: at.within });
};

/** A list stands at the head of a single `~>`, and one end at most is outside; the syntax has reported anything else. */
const isShapedRight = ({ ends, operators }: Connection): boolean => {
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at];
    if (end?.kind === "list" && !isAtHead(ends, end, operators)) return false;
    if (end?.kind === "outside" && ends[at + 1]?.kind === "outside") return false;
  }
  return true;
};

const isAtHead = (
  ends: Connection["ends"],
  list: Ends,
  [operator, ...more]: readonly Operator[],
): boolean => {
  if (!operator || more.length > 0) return false;
  const { kind, leftwards } = arrows[operator.arrow];
  const [receiver, sender] = leftwards ? [ends[0], ends[1]] : [ends[1], ends[0]];
  return messageKinds[kind].slants && receiver === list && sender?.kind !== "list";
};
