import type { Flow, Fragment, Message, Step } from "../flow/flow.ts";
import { fill, type Phrases, phrasesFor } from "./phrases/phrases.ts";

/** Longest description, in sentences: past it, the rest is counted. */
const longest = 120;

/** One message, as a sentence without its full stop, in the flow's language. */
export const messageSentence = (
  flow: Flow,
  message: Message,
  say: Phrases = phrasesFor(flow.lang),
): string => {
  const what = oneLine(message.label?.text ?? "");
  const isSelf = message.from !== null && message.from === message.to;
  const sentence = fill(say[what ? (`${message.kind}With` as const) : message.kind], {
    from: nameOf(flow, message.from, say),
    to: isSelf ? say.itself : nameOf(flow, message.to, say),
    what,
  });
  const ends = [
    ...message.asks.map(({ text }) => fill(say.expecting, { name: text })),
    ...message.resolves.map(({ text }) => fill(say.settling, { name: text })),
    ...message.rejects.map(({ text }) => fill(say.failing, { name: text })),
    ...(message.attributes.lost ? [say.lost] : []),
  ];
  return [sentence, ...ends].join(say.comma);
};

const nameOf = (flow: Flow, index: number | null, say: Phrases): string =>
  index === null ? say.outside : oneLine(flow.participants[index]?.label.text ?? "");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/**
 * A flow as prose, in its order and its language, for people who cannot see the picture.
 *
 * Out:  the author's own description where there is one; else a sentence for each message and each fragment's operand.
 * Cost: linear in the flow.
 */
export const describe = (flow: Flow): string => {
  if (flow.description) return flow.description;
  const say = phrasesFor(flow.lang);
  const sentences: string[] = [];
  let left = 0;
  const add = (sentence: string): void => {
    if (sentences.length < longest) sentences.push(sentence);
    else left++;
  };
  const tell = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.kind === "message")
        tellMessages(step.messages.map((index) => flow.messages[index] as Message));
      else if (step.kind === "fragment") tellFragment(flow.fragments[step.fragment] as Fragment);
      else if (step.kind === "await") {
        const from = step.by === null ? say.somebody : nameOf(flow, step.by, say);
        const names = step.names.map(({ text }) => text).join(step.any ? say.or : say.and);
        add(fill(say.waitsFor, { from, names }));
      } else if (step.kind === "note") add(fill(say.note, { text: oneLine(step.label.text) }));
      else if (step.kind === "divider") add(oneLine(step.label.text));
    }
  };
  const tellMessages = ([first, ...others]: readonly Message[]): void => {
    if (!first) return;
    const names = others.map(({ to }) => nameOf(flow, to, say)).join(say.comma);
    add([messageSentence(flow, first, say), ...(names ? [fill(say.alsoTo, { names })] : [])].join(" "));
  };
  const tellFragment = (fragment: Fragment): void => {
    fragment.operands.forEach((operand, at) => {
      const label = oneLine((operand.label ?? (at === 0 ? fragment.label : undefined))?.text ?? "");
      add(opening(fragment, at, label, say));
      tell(operand.body);
    });
    const kind = fragment.handles ? `on ${fragment.handles.callback.text}` : fragment.kind;
    if (fragment.operands.length > 0) add(fill(say.end, { kind }));
  };
  tell(flow.body);
  if (left > 0) sentences.push(fill(say.more, { count: left }));
  return sentences.length === 0 ? "" : `${sentences.join(say.stop)}${say.stop.trim()}`;
};

const whenPhrases = {
  arrival: "whenArrived",
  rejected: "whenRejected",
  timeout: "whenTimeout",
  late: "whenLate",
} as const;

const opening = (fragment: Fragment, operand: number, label: string, say: Phrases): string => {
  if (fragment.handles)
    return fill(say[whenPhrases[fragment.handles.arm]], { name: fragment.handles.callback.text });
  if (operand > 0) return label ? fill(say.otherwiseWith, { text: label }) : say.otherwise;
  const kind = fragment.kind.charAt(0).toUpperCase() + fragment.kind.slice(1);
  return label ? fill(say.fragment, { kind, text: label }) : kind;
};
