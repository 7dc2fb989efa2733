import type { Callback, Flow, Message, Participant, Step } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { Style } from "../../theme/theme.ts";
import { labelFont, labelStretch } from "../label-font.ts";
import { autoOrder } from "../lifeline-order.ts";
import { ownShape, shapeWidth } from "../outlines.ts";
import { type Phrases, phrasesFor } from "../phrases/phrases.ts";
import type { RichLabels } from "../rich-labels.ts";
import { arrivalChips, type ChipPlan, requestChips } from "./chips.ts";
import { messageDetail, participantDetail } from "./details.ts";
import { endWords } from "./end-words.ts";
import { type LateMessages, lateMessages } from "./late-messages.ts";
import type { Words } from "./words.ts";
import { type Content, contentOf, words } from "./words.ts";

/** Everything that will be shown, broken and measured once, before anything has a place. */
export interface Plan extends LateMessages {
  readonly style: Style;
  /** Labels that are more than plain words. */
  readonly rich: RichLabels | undefined;
  /** The words that the picture adds, in the flow's language. */
  readonly say: Phrases;
  /** The drawn lifelines, left to right: indices of participants. */
  readonly lifelines: readonly number[];
  /** Place of a participant among the lifelines; −1 where it has none. */
  readonly column: readonly number[];
  readonly heads: readonly HeadPlan[];
  readonly messages: readonly MessagePlan[];
  /** Half the width of what stands on a lifeline, px, by column: bars, rails, or nothing. */
  readonly half: readonly number[];
  /** Whether bars stand on it where it works. */
  readonly barred: readonly boolean[];
  readonly callbacks: ReadonlyMap<string, Callback>;
}

export interface HeadPlan {
  readonly participant: number;
  readonly words: Words;
  readonly detail: Words | undefined;
  readonly width: number;
  /** It starts to exist at a message, not at the top. */
  readonly createdBy: number | undefined;
}

export type Side = -1 | 1;

export interface MessagePlan {
  /** Columns; −1 is outside. */
  readonly from: number;
  readonly to: number;
  readonly label: Words | undefined;
  readonly detail: Words | undefined;
  /** Texts that stand at the line's ends, where it has some and they have places of their own. */
  readonly ends: EndWords | undefined;
  /** The part of its way after which it is lost; 1 where it arrives. */
  readonly reaches: number;
  /** At the sender: what it expects. At the receiver: what arrives. */
  readonly asks: readonly ChipPlan[];
  readonly settles: readonly ChipPlan[];
}

/** What stands at the two ends of a line: `1`, `many`. */
export interface EndWords {
  readonly showsSource: boolean;
  readonly source: Words | undefined;
  readonly target: Words | undefined;
}

/** Where a lost message ends, as a part of its way. */
const lostAt = 0.78;
/** px of a line before the cross of a lost message on which no words stand: half the cross, and air. */
export const crossRoom = 12;

const halfOf = (participant: Participant, style: Style, bars: boolean): number => {
  const { lane } = participantKinds[participant.kind];
  if (lane === "rails") return style.railWidth / 2;
  return lane === "bars" && bars ? style.barWidth / 2 : 0;
};

/** Participants with a lifeline: all but dead-letter queues and the like that only an attribute names. */
const drawnOf = (flow: Flow): readonly boolean[] => {
  const drawn = flow.participants.map(() => true);
  for (const { attributes } of flow.participants) {
    const named = attributes["dead-letter"];
    if (named !== undefined) drawn[named] = false;
  }
  for (const { from, to } of flow.messages) {
    if (from !== null) drawn[from] = true;
    if (to !== null) drawn[to] = true;
  }
  return drawn;
};

/**
 * Breaks and measures every text of a flow.
 *
 * Cost: linear in the flow and its texts; for `lifelines: auto`, see lifeline-order.ts.
 */
export const plan = (flow: Flow, style: Style, rich?: RichLabels): Plan => {
  const say = phrasesFor(flow.lang);
  const drawn = drawnOf(flow);
  const ordered = flow.autoOrder ? autoOrder(flow) : flow.participants.map(({ index }) => index);
  const lifelines = ordered.filter((index) => drawn[index]);
  const column = flow.participants.map(() => -1);
  lifelines.forEach((participant, at) => {
    column[participant] = at;
  });
  const createdBy = new Map<number, number>();
  const toCreate = new Set<number>();
  const findCreated = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.kind === "create") toCreate.add(step.participant);
      if (step.kind === "fragment")
        for (const operand of flow.fragments[step.fragment]?.operands ?? []) findCreated(operand.body);
      if (step.kind === "message")
        for (const index of step.messages) {
          const message = flow.messages[index] as Message;
          if (message.to === null || createdBy.has(message.to)) continue;
          if (message.attributes.creates || toCreate.has(message.to)) createdBy.set(message.to, index);
        }
    }
  };
  findCreated(flow.body);

  const bars = flow.config.activations !== "off";
  const heads = lifelines.map((index): HeadPlan => {
    const participant = flow.participants[index] as Participant;
    const own = { face: "semibold", size: style.headText } as const;
    const font = labelFont(participant.style, own);
    const shown = words(contentOf(participant.label, rich), font, 180 * labelStretch(font, own));
    const text = participantDetail(flow, participant, drawn, say);
    const icon = participant.attributes.icon === "none" ? 0 : style.icon + 8;
    return {
      participant: index,
      words: shown,
      detail: text
        ? words(text, { face: "regular", size: style.small }, Math.max(140, shown.width + 40))
        : undefined,
      width: headWidth(participant, shown, shown.width + icon, style),
      createdBy: createdBy.get(index),
    };
  });

  const columnOf = (participant: number | null): number =>
    participant === null ? -1 : (column[participant] as number);
  const { late, loose } = lateMessages(flow);
  const messages = messagePlans(flow, style, rich, say, columnOf, loose);
  /** Where the author wrote an execution, one is drawn, whatever the participant is. */
  const withNamed = new Set<number | null>();
  for (const { from, to, fromSpan, toSpan } of flow.messages) {
    if (fromSpan !== undefined) withNamed.add(from);
    if (toSpan !== undefined) withNamed.add(to);
  }
  return {
    style,
    rich,
    say,
    lifelines,
    column,
    heads,
    messages,
    half: lifelines.map((index) => halfOf(flow.participants[index] as Participant, style, bars)),
    barred: lifelines.map(
      (index) =>
        bars &&
        (participantKinds[(flow.participants[index] as Participant).kind].lane === "bars" ||
          withNamed.has(index)),
    ),
    callbacks: new Map(flow.callbacks.map((callback) => [callback.name, callback])),
    late,
    loose,
  };
};

const noChips: readonly ChipPlan[] = [];

const messagePlans = (
  flow: Flow,
  style: Style,
  rich: RichLabels | undefined,
  say: Phrases,
  columnOf: (participant: number | null) => number,
  loose: ReadonlySet<number>,
): readonly MessagePlan[] => {
  const { nearest, farthest } = endsOfEachSend(flow, columnOf);
  const usual = { face: "regular", size: style.text } as const;
  const detailFont = { face: "regular", size: style.small } as const;
  let number = 0;
  return flow.messages.map((message): MessagePlan => {
    const from = columnOf(message.from);
    const to = columnOf(message.to);
    const { slants, happens } = messageKinds[message.kind];
    const first = nearest[message.index] === 1;
    const last = farthest[message.index] === 1;
    if (first && happens) number++;
    const text = first ? contentOf(message.label, rich) : "";
    const shown = flow.config.numbering && first ? numbered(number, text) : text;
    const ends = endWords(message, style, last, loose.has(message.index));
    const detail = last ? messageDetail(message, flow, say, ends !== undefined) : "";
    const font = labelFont(message.style, usual);
    const stretch = slants && from !== to ? style.labelWidth * turnedStretch : style.labelStretch;
    return {
      from,
      to,
      label: shown.length > 0 ? words(shown, font, stretch * labelStretch(font, usual)) : undefined,
      detail: detail ? words(detail, detailFont, stretch) : undefined,
      ends,
      reaches: message.attributes.lost ? lostAt : 1,
      asks: first && message.asks.length > 0 ? requestChips(message, style, say) : noChips,
      settles:
        message.resolves.length + message.rejects.length > 0 ? arrivalChips(message, style, say) : noChips,
    };
  });
};

/** px above and below the words of a head together, at least. */
export const headAir = 16;

/** px, on the grid: some shapes are wider than what stands in them. */
const headWidth = (
  { attributes: { shape } }: Participant,
  { height }: Words,
  content: number,
  { headPad, headHeight }: Style,
): number => {
  const width = shapeWidth(ownShape(shape), content, height / Math.max(headHeight, height + headAir));
  return Math.ceil((width + 2 * headPad) / 4) * 4;
};

const numbered = (number: number, text: Content): Content => {
  if (typeof text === "string") return [`${number}`, text].filter(Boolean).join(" · ");
  const [first, ...rest] = text;
  const lead = { text: `${number} · `, look: "plain" } as const;
  return first ? [{ ...first, runs: [lead, ...first.runs] }, ...rest] : `${number}`;
};

/** A label along a slanted line is folded later than others: folded, it stands level. */
const turnedStretch = 1.2;

/**
 * A send to several receivers says its words once: the label on its shortest arrow, the details below its longest.
 *
 * Out: by message, 1 for those.
 */
const endsOfEachSend = (
  flow: Flow,
  columnOf: (participant: number | null) => number,
): { readonly nearest: Uint8Array; readonly farthest: Uint8Array } => {
  const { messages } = flow;
  const nearest = new Uint8Array(messages.length);
  const farthest = new Uint8Array(messages.length);
  const distanceOf = ({ from, to }: Message): number => Math.abs(columnOf(from) - columnOf(to));
  // The messages of a send follow each other.
  for (let at = 0; at < messages.length; ) {
    const { send } = messages[at] as Message;
    let [near, far] = [at, at];
    for (at++; messages[at]?.send === send; at++) {
      const distance = distanceOf(messages[at] as Message);
      if (distance < distanceOf(messages[near] as Message)) near = at;
      if (distance > distanceOf(messages[far] as Message)) far = at;
    }
    nearest[near] = 1;
    farthest[far] = 1;
  }
  return { nearest, farthest };
};
