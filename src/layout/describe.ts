import type { Flow, Fragment, Message, Step } from "../flow/flow.ts";
import { isEvenlySpaced } from "../text/white-space.ts";
import { type Cut, cut, fill, fillCut, type Phrases } from "./phrases/phrases.ts";

/** Longest description, in sentences: past it, the rest is counted. */
const longest = 120;

/**
 * Each message as a sentence without its full stop, in the flow's language.
 *
 * Out:  by message.
 * Cost: linear in the messages and their labels.
 */
export const messageSentences = (flow: Flow, say: Phrases): readonly string[] => {
  const names = flow.participants.map(({ label }) => oneLine(label.text));
  const nameOf = (index: number | null): string => (index === null ? say.outside : (names[index] ?? ""));
  const cuts = new Map<string, Cut>();
  const cutOf = (phrase: string): Cut => {
    const known = cuts.get(phrase);
    if (known) return known;
    const made = cut(phrase);
    cuts.set(phrase, made);
    return made;
  };
  return flow.messages.map(({ kind, label, from, to, asks, resolves, rejects, attributes }) => {
    const what = label ? oneLine(label.text) : "";
    const isSelf = from !== null && from === to;
    const phrase = say[what ? (`${kind}With` as const) : kind];
    let sentence = fillCut(cutOf(phrase), {
      from: nameOf(from),
      to: isSelf ? say.itself : nameOf(to),
      what,
    });
    for (const { text } of asks) sentence += say.comma + fill(say.expecting, { name: text });
    for (const { text } of resolves) sentence += say.comma + fill(say.settling, { name: text });
    for (const { text } of rejects) sentence += say.comma + fill(say.failing, { name: text });
    if (attributes.lost) sentence += say.comma + say.lost;
    return sentence;
  });
};

const nameOf = (flow: Flow, index: number | null, say: Phrases): string =>
  index === null ? say.outside : oneLine(flow.participants[index]?.label.text ?? "");

const oneLine = (text: string): string => (isEvenlySpaced(text) ? text : text.replace(/\s+/g, " ").trim());

/**
 * A flow as prose, in its order and its language, for people who cannot see the picture.
 *
 * In:   a flow; the sentences of its messages; the words of its language.
 * Out:  the author's own description where there is one; else a sentence for each message and each fragment's operand.
 * Cost: linear in the flow.
 */
export const describe = (flow: Flow, sentenceOf: readonly string[], say: Phrases): string => {
  if (flow.description) return flow.description;
  const sentences: string[] = [];
  let left = 0;
  const add = (sentence: string): void => {
    if (sentences.length < longest) sentences.push(sentence);
    else left++;
  };
  const tell = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.kind === "message") tellMessages(step.messages);
      else if (step.kind === "fragment") tellFragment(flow.fragments[step.fragment] as Fragment);
      else if (step.kind === "await") {
        const from = step.by === null ? say.somebody : nameOf(flow, step.by, say);
        const names = step.names.map(({ text }) => text).join(step.any ? say.or : say.and);
        add(fill(say.waitsFor, { from, names }));
      } else if (step.kind === "note") add(fill(say.note, { text: oneLine(step.label.text) }));
      else if (step.kind === "divider") add(oneLine(step.label.text));
    }
  };
  const tellMessages = (messages: readonly number[]): void => {
    const sentence = sentenceOf[messages[0] ?? -1];
    if (sentence === undefined) return;
    const others = messages.slice(1).map((index) => nameOf(flow, (flow.messages[index] as Message).to, say));
    const names = others.join(say.comma);
    add(names ? `${sentence} ${fill(say.alsoTo, { names })}` : sentence);
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
