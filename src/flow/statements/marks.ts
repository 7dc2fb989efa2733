import { messageKinds } from "../../language/message-kinds.ts";
import type { Context } from "../context.ts";
import type { ArriveStep, BudgetStep, Message, Name, OperandRef } from "../flow.ts";
import { areSiblings } from "../handles.ts";
import type { StatementResolver } from "./statement.ts";
import { attributesOf, durationIn, neededLabel, neededValue } from "./values.ts";

/** `note: text { over: [a; b] }`, `{ left: a }`, `{ right: a }`; without a place it hangs on the message before it. */
export const noteStatement: StatementResolver = (entry, at, context) => {
  const label = neededLabel(entry, { what: "a text", example: "note: text" }, context);
  const { values, spans, style, classes } = attributesOf(entry, "note", at, context);
  if (!label) return [];
  const [side, second] = sides.filter((each) => values[each] !== undefined);
  if (side && second && spans[second])
    context.say(
      "misplaced-attribute",
      `A note stands in one place: \`${second}\` means nothing beside \`${side}\`.`,
      spans[second],
    );
  const { lastMessage: message } = context;
  const { span } = entry;
  if (side) {
    const place = values[side] as number | readonly number[];
    const participants = typeof place === "number" ? [place] : place;
    return [{ kind: "note", label, style, classes, span, side, participants }];
  }
  if (message !== undefined)
    return [{ kind: "note", label, style, classes, span, side: "message", participants: [], message }];
  if (entry.map?.body.length || context.participants.length === 0) return [];
  // A note above the first message belongs to the whole picture.
  const participants = context.participants.map(({ index }) => index);
  return [{ kind: "note", label, style, classes, span, side: "over", participants }];
};

const sides = ["over", "left", "right"] as const;

/** `divider: Next day`. */
export const dividerStatement: StatementResolver = (entry, at, context) => {
  const label = neededLabel(entry, { what: "a text", example: "divider: Next day" }, context);
  attributesOf(entry, "mark", at, context);
  return label ? [{ kind: "divider", label, span: entry.span }] : [];
};

/** `wait: 5m`, `wait: overnight { on: a }`. */
export const waitStatement: StatementResolver = (entry, at, context) => {
  const label = neededLabel(entry, { what: "a duration or a text", example: "wait: 5m" }, context);
  const { values } = attributesOf(entry, "wait", at, context);
  if (!label) return [];
  const duration = durationIn(label);
  const participants = (values.on as readonly number[] | undefined) ?? [];
  return [
    { kind: "wait", label, ...(duration !== undefined && { duration }), participants, span: entry.span },
  ];
};

/** `create: a` and `destroy: a`. */
export const lifeStatement =
  (kind: "create" | "destroy"): StatementResolver =>
  (entry, at, context) => {
    const needs = { what: "the name of a participant", example: `${kind}: NAME` };
    const value = neededValue(entry, "participant", needs, at, context);
    attributesOf(entry, "mark", at, context);
    return value ? [{ kind, participant: value.value as number, span: entry.span }] : [];
  };

/** `arrive: ID`, `arrive: ID { at: c }`: the receipt of an asynchronous message stands here. */
export const arriveStatement: StatementResolver = (entry, at, context) => {
  const value = neededValue(
    entry,
    "name",
    { what: "the id of a message", example: "arrive: ID" },
    at,
    context,
  );
  const { values, spans } = attributesOf(entry, "arrive", at, context);
  const [name] = value?.names ?? [];
  const above = context.messages.length;
  if (!name) return [];
  return [
    (): ArriveStep | undefined => {
      const named = context.handles
        .messagesOf(name, at.within)
        .map((index) => context.messages[index]?.message);
      const receiver = values.at as number | undefined;
      const sent = named.filter((message) => message !== undefined);
      if (receiver !== undefined && sent.length > 0 && !sent.some(({ to }) => to === receiver))
        context.say(
          "misplaced-arrive",
          `\`${name.text}\` is not sent to the participant that \`at\` names.`,
          spans.at ?? name.span,
        );
      const messages = sent.filter((message) =>
        canArrive(message, { name, receiver, above, within: at.within }, context),
      );
      for (const { index } of messages) arrivalsOf(context, index).push(at.within);
      if (messages.length === 0) return undefined;
      return { kind: "arrive", messages: messages.map(({ index }) => index), span: entry.span };
    },
  ];
};

interface Arrival {
  readonly name: Name;
  readonly receiver: number | undefined;
  /** Messages below this index stand above the `arrive`. */
  readonly above: number;
  readonly within: readonly OperandRef[];
}

const canArrive = (
  message: Omit<Message, "of" | "compensates">,
  { name, receiver, above, within }: Arrival,
  context: Context,
): boolean => {
  const isReceived = arrivalsOf(context, message.index).some((other) => !areSiblings(other, within));
  if (receiver === undefined ? isReceived && hasOthers(message, context) : receiver !== message.to)
    return false;
  const { slants } = messageKinds[message.kind];
  const fault = !slants
    ? "is received where it is sent, since only `~>` takes time"
    : message.index >= above
      ? "is sent further down, and a message is received after it is sent"
      : areSiblings(message.within, within)
        ? "is sent in another operand, so it never arrives in this one"
        : isReceived
          ? "has arrived further up already"
          : isNeverReceived(message)
            ? "is lost or in flight, so it never arrives"
            : undefined;
  if (fault === undefined) return true;
  context.say("misplaced-arrive", `\`${name.text}\` ${fault}.`, name.span, {
    notes: [{ message: "the message", span: message.span }],
  });
  return false;
};

const isNeverReceived = ({ attributes }: Pick<Message, "attributes">): boolean =>
  attributes.lost === true || attributes["in-flight"] === true;

/** Another receiver of the same send has not received yet. */
const hasOthers = ({ send }: Omit<Message, "of" | "compensates">, context: Context): boolean => {
  for (let index = send; context.messages[index]?.message.send === send; index++)
    if (arrivalsOf(context, index).length === 0) return true;
  return false;
};

const arrivalsOf = ({ arrivals }: Context, message: number): (readonly OperandRef[])[] => {
  const known = arrivals.get(message);
  if (known) return known;
  const made: (readonly OperandRef[])[] = [];
  arrivals.set(message, made);
  return made;
};

/** `budget: 300ms { from: ID; to: ID }`. */
export const budgetStatement: StatementResolver = (entry, at, context) => {
  const needs = { what: "a duration", example: "budget: 300ms { from: ID; to: ID }" };
  const value = neededValue(entry, "duration", needs, at, context);
  const { names } = attributesOf(entry, "budget", at, context);
  const [from, to] = [names.from?.[0], names.to?.[0]];
  const missing = [...(from ? [] : ["from"]), ...(to ? [] : ["to"])];
  if (value && missing.length > 0 && !wroteBoth(entry))
    context.say(
      "missing-value",
      `\`budget\` needs the ids of two messages: \`${needs.example}\`.`,
      entry.path.span,
    );
  if (!value || !from || !to) return [];
  return [
    (): BudgetStep | undefined => {
      const [first] = context.handles.messagesOf(from, at.within);
      const [last] = context.handles.messagesOf(to, at.within);
      if (first === undefined || last === undefined) return undefined;
      return { kind: "budget", limit: value.value as number, from: first, to: last, span: entry.span };
    },
  ];
};

/** Two attributes are written, so that what is missing went wrong and is reported. */
const wroteBoth = ({ map }: Parameters<StatementResolver>[0]): boolean => (map?.body.length ?? 0) > 1;
