import type { Message, Step } from "../../flow/flow.ts";
import type { Style } from "../../theme/theme.ts";
import { timeText } from "../amounts.ts";
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
export const stepChip = (step: Step, style: Style): ChipPlan | undefined => {
  const names = "names" in step ? step.names.map(({ text }) => text) : [];
  switch (step.kind) {
    case "await": {
      const what = names.join(step.any ? " or " : " and ");
      const limit = step.timeout === undefined ? "" : ` · ${timeText(step.timeout)}`;
      return chip(`awaits ${what}${limit}`, style, "accent", names, "wait");
    }
    case "cancel":
      return chip(`cancels ${names.join(", ")}`, style, "plain", names);
    case "detach":
      return chip(`lets go of ${names.join(", ")}`, style, "plain", names);
    case "stored":
      return chip(`stores ${names.join(", ")}`, style, "plain", names);
    case "wait":
      return step.participants.length > 0
        ? chip(
            `waits ${step.duration === undefined ? shownText(step.label) : timeText(step.duration)}`,
            style,
            "plain",
            [],
            "wait",
          )
        : undefined;
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
export const requestChips = ({ asks }: Message, style: Style): readonly ChipPlan[] =>
  asks.map(({ text }) => chip(`expects ${text}`, style, "accent", [text]));

/** What a message brings to its receiver. */
export const arrivalChips = ({ resolves, rejects }: Message, style: Style): readonly ChipPlan[] => [
  ...resolves.map(({ text }) => chip(`${text} arrives`, style, "accent", [text], "arrived")),
  ...rejects.map(({ text }) => chip(`${text} fails`, style, "failure", [text], "cancelled")),
];
