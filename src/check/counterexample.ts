import type { Message } from "../flow/flow.ts";
import { attributes } from "../language/attributes.ts";
import { messageKinds } from "../language/message-kinds.ts";
import { isStatementWord } from "../language/statement-words.ts";
import type { Occurrence, OccurrenceKind } from "../order/occurrence.ts";
import type { Facts } from "./facts.ts";
import { tell } from "./schedule-words.ts";
import type { Witness } from "./witness.ts";
import type { Words } from "./words.ts";

/** What a counterexample is called. */
export interface Caption {
  readonly code: string;
  readonly message: string;
}

/**
 * Writes a witness as a flow of its own.
 *
 * In:     the facts of a flow and its words; a witness that replays; the finding that it shows.
 * Out:    a text with the lifelines concerned, in their order, and the steps one below the other: what is received later than
 *         it was sent has its receipt placed by `arrive`, also calls and replies, which are then drawn as messages; what is
 *         not received runs to the lower edge. Callbacks keep their names; all else is a note.
 * Says:   nothing; the text compiles without errors, and its occurrences stand in the order of the steps.
 * Cost:   linear in the steps.
 * Source: CHECKS section 2.8.
 */
export const counterexample = (
  facts: Facts,
  words: Words,
  witness: Witness,
  { code, message: title }: Caption,
): string => {
  const { flow, occurrences } = facts;
  const steps = witness.steps.flatMap(({ occurrence }) => occurrences.list[occurrence] ?? []);
  const receipts = receiptsOf(facts, steps);
  const names = namesIn(facts, steps);
  const lines: string[] = [];
  const written = new Set<number>();
  const late = new Map<number, string>();
  const asked = new Set<number>();
  const lifelines = new Set<number>();
  const key = (lifeline: number | null): string => {
    if (lifeline === null || lifeline < 0) return "()";
    lifelines.add(lifeline);
    return keyText(flow.participants[lifeline]?.key ?? "");
  };
  const note = (text: string, lifeline: number, side = "over"): void => {
    if (lifeline >= 0) lines.push(`note: ${labelText(text)} { ${side}: ${key(lifeline)} }`);
  };
  /** The side of a lifeline on which the arrow of a step is not. */
  const freeSide = ({ lifeline, message }: Occurrence): string => {
    const { from, to } = flow.messages[message ?? -1] ?? { from: lifeline, to: lifeline };
    const other = (from === lifeline ? to : from) ?? lifeline;
    return other === lifeline ? "over" : other > lifeline ? "left" : "right";
  };
  const freshId = (): string => {
    let number = late.size + 1;
    while (names.taken.has(`step-${number}`)) number++;
    names.taken.add(`step-${number}`);
    return `step-${number}`;
  };

  const callbacksOf = (message: Message): readonly string[] => {
    const { index } = message;
    const asks = isReply(message) ? [] : (facts.asks[index] ?? []);
    const fresh = asks.filter((callback) => !asked.has(callback));
    for (const callback of fresh) asked.add(callback);
    const arrivals = occurrences.callbacks.arrivalsOf[index] ?? [];
    const by = (how: (typeof arrivals)[number]["how"]) =>
      arrivals
        .filter((each) => each.how === how && names.known.has(each.callback))
        .map(({ callback }) => callback);
    return (
      [
        ["callback", fresh],
        ["resolves", by("resolves")],
        ["rejects", by("rejects")],
        ["carries", by("carries")],
      ] as const
    )
      .filter(([, some]) => some.length > 0)
      .map(([word, some]) => `${word}: ${listOf(some.map(names.of))}`);
  };

  /** A message and, where that follows at once, its receipt; `isBack`: the way back of an exchange. */
  const writeMessage = (place: number, messages: readonly Message[], isBack = false): void => {
    const [first] = messages;
    if (first === undefined) return;
    const reached = messages.filter(({ index }) => receipts.has(`${place} ${index}`));
    const shown = reached.length > 0 ? reached : [first];
    const ends = shown.map(({ to, from }) => (isBack ? from : to));
    const [from, to] = [key(isBack ? first.to : first.from), listOf(ends.map(key))];
    const places = shown.map(({ index }) => receipts.get(`${place} ${index}`) ?? -1);
    const isAtOnce = places.length === 1 && places[0] === place + 1;
    const isOut = ends.every((end) => end === null);
    const { waits } = messageKinds[first.kind];
    const isAnswer = isBack || isReply(first);
    const arrow = isAtOnce && to !== "()" && from !== "()" ? (isAnswer ? "-->" : waits ? "->" : "~>") : "~>";
    const more = isBack ? [] : [...callbacksOf(first)];
    if (isAtOnce) written.add(place + 1);
    else if (first.attributes.lost === true) more.push("lost: true");
    else if (reached.length > 0) {
      const id = freshId();
      more.push(`id: ${id}`);
      for (const [each, at] of places.entries())
        late.set(at, shown.length > 1 ? `${id} { at: ${key(ends[each] ?? null)} }` : id);
    } else if (!isOut) more.push("in-flight: true");
    if (isAnswer && arrow === "~>") more.push("style.stroke-dash: 4");
    lines.push(`${from} ${arrow} ${to}${labelOf(first)}${more.length > 0 ? ` { ${more.join("; ")} }` : ""}`);
  };
  const receive = (place: number, occurrence: Occurrence): void => {
    const message = flow.messages[occurrence.message ?? -1];
    if (written.has(place) || message === undefined) return;
    const placed = late.get(place);
    const more = callbacksOf(message);
    if (placed !== undefined) lines.push(`arrive: ${placed}`);
    else
      lines.push(
        `() ~> ${key(occurrence.lifeline)}${labelOf(message)}${more.length > 0 ? ` { ${more.join("; ")} }` : ""}`,
      );
  };
  const settle = (
    word: string,
    { callbacks = [], lifeline, any }: Occurrence,
    more: readonly string[] = [],
  ): boolean => {
    const known = callbacks.filter((callback) => names.known.has(callback));
    if (known.length === 0 || known.length < callbacks.length) return false;
    const map = [
      ...more.map((each) => each.replace("?", key(lifeline))),
      ...(any === true && known.length > 1 ? ["any: true"] : []),
    ];
    lines.push(`${word}: ${listOf(known.map(names.of))}${map.length > 0 ? ` { ${map.join("; ")} }` : ""}`);
    return true;
  };
  const write: { readonly [K in OccurrenceKind]?: (place: number, occurrence: Occurrence) => boolean } = {
    send: (place, { index }) => {
      writeMessage(
        place,
        occurrences.sentBy(index).flatMap((each) => flow.messages[each] ?? []),
      );
      return true;
    },
    answer: (place, { message }) => {
      writeMessage(place, flow.messages.slice(message ?? 0, (message ?? 0) + 1), true);
      return true;
    },
    receipt: (place, occurrence) => {
      receive(place, occurrence);
      return true;
    },
    answered: (place, occurrence) => {
      receive(place, occurrence);
      return true;
    },
    await: (place, occurrence) =>
      witness.steps[place]?.gaveUp !== true && settle("await", occurrence, ["by: ?"]),
    cancel: (_, occurrence) => settle("cancel", occurrence),
    stored: (_, occurrence) => settle("stored", occurrence),
  };
  for (const [place, occurrence] of steps.entries()) {
    const isWritten = write[occurrence.kind]?.(place, occurrence) ?? false;
    if (!isWritten)
      note(
        plain(witness.steps[place]?.gaveUp === true ? "gives up waiting" : tell(facts, words, occurrence)),
        occurrence.lifeline,
      );
    const remark = witness.remarks.get(place);
    if (remark !== undefined) note(remark, occurrence.lifeline, freeSide(occurrence));
  }
  const heads = flow.participants
    .filter(({ index }) => lifelines.has(index))
    .map(({ key, label, kind }) => `${keyText(key)}: ${labelText(label.text)} { kind: ${kind} }`);
  return [
    `# One way in which it can happen, step by step: ${code}.`,
    `title: ${labelText(plain(title))}`,
    "",
    ...heads,
    "",
    ...lines,
    "",
  ].join("\n");
};

/** By the place of a send or answer and a message: the place of its receipt. */
const receiptsOf = ({ occurrences }: Facts, steps: readonly Occurrence[]): ReadonlyMap<string, number> => {
  const sent = new Map<string, number[]>();
  const found = new Map<string, number>();
  for (const [place, { kind, index, message = -1 }] of steps.entries()) {
    const leaving = kind === "send" ? occurrences.sentBy(index) : kind === "answer" ? [message] : [];
    const way = kind === "send" || kind === "receipt" ? "there" : "back";
    for (const each of leaving) sent.set(`${way} ${each}`, [...(sent.get(`${way} ${each}`) ?? []), place]);
    if (kind !== "receipt" && kind !== "answered") continue;
    const from = sent.get(`${way} ${message}`)?.shift();
    if (from !== undefined) found.set(`${from} ${message}`, place);
  }
  return found;
};

/** A message that asks for nothing: it answers. */
const isReply = (message: Message | undefined): boolean =>
  message !== undefined && messageKinds[message.kind].answers && !messageKinds[message.kind].waits;

/** The callbacks that the steps ask for, each with a name of its own. */
const namesIn = ({ flow, asks, occurrences }: Facts, steps: readonly Occurrence[]) => {
  const known = new Map<number, string>();
  const taken = new Set<string>();
  for (const { kind, index, message = -1 } of steps) {
    const messages =
      kind === "send" ? occurrences.sentBy(index) : occurrences.sendOf[message] === -1 ? [message] : [];
    for (const callback of messages.flatMap((each) =>
      isReply(flow.messages[each]) ? [] : (asks[each] ?? []),
    )) {
      if (known.has(callback)) continue;
      const name = flow.callbacks[callback]?.name ?? "";
      const own = taken.has(name) ? `${name}-${callback}` : name;
      known.set(callback, own);
      taken.add(own);
    }
  }
  return { known, taken, of: (callback: number): string => known.get(callback) ?? "" };
};

const listOf = (items: readonly string[]): string =>
  items.length === 1 ? (items[0] ?? "") : `[${items.join("; ")}]`;

const plain = (text: string): string => text.replaceAll("`", "");

const labelOf = ({ label }: Message): string =>
  label === undefined || label.text === "" ? "" : `: ${labelText(label.text)}`;

/** A key as it may stand at an arrow's end. */
const keyText = (key: string): string =>
  /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|-(?=[\p{L}\p{N}_]))*$/u.test(key) &&
  !isStatementWord(key) &&
  !Object.hasOwn(attributes, key) &&
  key !== "null"
    ? key
    : quoted(key);

/** A label; in quotes wherever a sign could mean something. */
const labelText = (text: string): string =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N} _,.!?()/=+%']|-(?=[\p{L}\p{N}]))*$/u.test(text) &&
  text === text.trim() &&
  text !== "null"
    ? text
    : quoted(text);

const escapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
  $: "\\$",
};
const quoted = (text: string): string =>
  `"${text.replace(/[\n\t"\\$]/g, (sign) => escapes[sign] ?? sign).replace(/\p{Cc}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)}"`;
