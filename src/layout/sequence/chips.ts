import type { Message, Step } from "../../flow/flow.ts";
import type { Style } from "../../theme/theme.ts";
import { timeText } from "../amounts.ts";
import { fill, type Phrases } from "../phrases/phrases.ts";
import { oneLine, shownText, type Words } from "./words.ts";

/** Something is expected or arrives; something fails; something is let go. */
export type ChipTone = "accent" | "failure" | "plain";

export interface ChipPlan {
  readonly words: Words;
  readonly tone: ChipTone;
  /** The callbacks that it speaks of. */
  readonly ties: readonly string[];
  readonly icon: string | undefined;
  readonly width: number;
  readonly name: string;
}

const chipPad = 8;
const chipIcon = 12;
export const chipHeight = 18;

export const chip = (
  text: string,
  style: Style,
  tone: ChipTone,
  ties: readonly string[],
  icon?: string,
): ChipPlan => {
  const shown = oneLine(text, { face: "medium", size: style.small });
  return {
    words: shown,
    tone,
    ties,
    icon,
    width: Math.ceil(shown.width + 2 * chipPad + (icon ? chipIcon + 2 : 0)),
    name: text,
  };
};

/** The words on the tag of a statement that waits for callbacks or lets them go. */
export const stepChip = (step: Step, style: Style, say: Phrases): ChipPlan | undefined => {
  const list = "names" in step ? step.names.map(({ text }) => text) : [];
  const names = list.join(say.comma);
  switch (step.kind) {
    case "await": {
      const what = fill(say.awaits, { names: list.join(step.any ? say.or : say.and) });
      const limit = step.timeout === undefined ? "" : ` · ${timeText(step.timeout)}`;
      return chip(`${what}${limit}`, style, "accent", list, "wait");
    }
    case "cancel":
      return chip(fill(say.cancels, { names }), style, "plain", list);
    case "detach":
      return chip(fill(say.letsGo, { names }), style, "plain", list);
    case "stored":
      return chip(fill(say.stores, { names }), style, "plain", list);
    case "wait": {
      const time = step.duration === undefined ? shownText(step.label) : timeText(step.duration);
      return step.participants.length > 0
        ? chip(fill(say.waits, { time }), style, "plain", [], "wait")
        : undefined;
    }
    case "message":
    case "fragment":
    case "note":
    case "divider":
    case "arrive":
    case "create":
    case "destroy":
    case "budget":
      return undefined;
  }
};

/** What a message's sender begins to expect. */
export const requestChips = ({ asks }: Message, style: Style, say: Phrases): readonly ChipPlan[] =>
  asks.map(({ text }) => chip(fill(say.expects, { name: text }), style, "accent", [text]));

/** What a message brings to its receiver. */
export const arrivalChips = (
  { resolves, rejects }: Message,
  style: Style,
  say: Phrases,
): readonly ChipPlan[] => [
  ...resolves.map(({ text }) => chip(fill(say.arrives, { name: text }), style, "accent", [text], "arrived")),
  ...rejects.map(({ text }) => chip(fill(say.fails, { name: text }), style, "failure", [text], "cancelled")),
];
