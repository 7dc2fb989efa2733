import type { Flow, Fragment, Message, Step } from "../flow/flow.ts";
import type { MessageKind } from "../language/message-kinds.ts";

/** Longest description, in sentences: past it, the rest is counted. */
const longest = 120;

const verbs: Readonly<Record<MessageKind, (from: string, what: string, to: string) => string>> = {
  call: (from, what, to) => `${from} calls ${to}${what}`,
  reply: (from, what, to) => `${from} replies to ${to}${what}`,
  send: (from, what, to) => `${from} sends${what || " a message"} to ${to} without waiting`,
  exchange: (from, what, to) => `${from} calls ${to} and has its answer${what}`,
  association: (from, what, to) => `${from} is linked with ${to}${what}`,
};

/** One message, as a sentence without its full stop. */
export const messageSentence = (flow: Flow, message: Message): string => {
  const name = (index: number | null): string =>
    index === null ? "the outside" : oneLine(flow.participants[index]?.label.text ?? "");
  const text = oneLine(message.label?.text ?? "");
  const what = text ? (message.kind === "send" ? ` ${text}` : `: ${text}`) : "";
  const from = name(message.from);
  const same = message.from !== null && message.from === message.to;
  const ends = [
    ...message.asks.map((ask) => `expecting ${ask.text}`),
    ...message.resolves.map((callback) => `which settles ${callback.text}`),
    ...message.rejects.map((callback) => `which fails ${callback.text}`),
    ...(message.attributes.lost ? ["which is lost"] : []),
  ];
  return [verbs[message.kind](from, what, same ? "itself" : name(message.to)), ...ends].join(", ");
};

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/**
 * A flow as prose, in its order, for people who cannot see the picture.
 *
 * Out:  the author's own description where there is one; else a sentence for each message and each fragment's operand.
 * Cost: linear in the flow.
 */
export const describe = (flow: Flow): string => {
  if (flow.description) return flow.description;
  const sentences: string[] = [];
  let left = 0;
  const say = (sentence: string): void => {
    if (sentences.length < longest) sentences.push(`${sentence}.`);
    else left++;
  };
  const tell = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.kind === "message") {
        const [first, ...others] = step.messages.map((index) => flow.messages[index] as Message);
        if (!first) continue;
        const more = others.map(({ to }) =>
          to === null ? "the outside" : oneLine(flow.participants[to]?.label.text ?? ""),
        );
        say([messageSentence(flow, first), ...(more.length ? [`and to ${more.join(", ")}`] : [])].join(" "));
      } else if (step.kind === "fragment") tellFragment(flow.fragments[step.fragment] as Fragment);
      else if (step.kind === "await") {
        const waiter =
          step.by === null ? "Somebody outside" : oneLine(flow.participants[step.by]?.label.text ?? "");
        say(`${waiter} awaits ${step.names.map(({ text }) => text).join(step.any ? " or " : " and ")}`);
      } else if (step.kind === "note") say(`Note: ${oneLine(step.label.text)}`);
      else if (step.kind === "divider") say(oneLine(step.label.text));
    }
  };
  const tellFragment = (fragment: Fragment): void => {
    fragment.operands.forEach((operand, at) => {
      const label = oneLine((operand.label ?? (at === 0 ? fragment.label : undefined))?.text ?? "");
      const head = opening(fragment, at, label);
      if (head) say(head);
      tell(operand.body);
    });
    if (fragment.operands.length > 0)
      say(`End of ${fragment.handles ? `on ${fragment.handles.callback.text}` : fragment.kind}`);
  };
  tell(flow.body);
  return left === 0 ? sentences.join(" ") : `${sentences.join(" ")} And ${left} more steps.`;
};

const opening = (fragment: Fragment, operand: number, label: string): string => {
  if (fragment.handles)
    return `When ${fragment.handles.callback.text} ${fragment.handles.arm === "arrival" ? "arrives" : `is ${fragment.handles.arm}`}`;
  if (operand > 0) return ["Otherwise", label].filter(Boolean).join(": ");
  return [capital(fragment.kind), label].filter(Boolean).join(": ");
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
