import type { Message } from "../../flow/flow.ts";
import type { Style } from "../../theme/theme.ts";
import type { EndWords, MessagePlan } from "./plan.ts";
import { oneLine, words } from "./words.ts";

/** px between a text at an arrowhead and the lifeline's bar, or the dot of the outside. */
const besideBar = 7;
const besideDot = 14;
/** px between the texts at both ends of a line. */
const apart = 14;
/** px: longer texts are folded. */
const widest = 120;

/**
 * The texts at both ends of a message. They stand beside their ends where the line has two ends that are known when it is
 * placed: not at a loop, a lost message, or one whose course is known only when all lines are.
 */
export const endWords = (
  { attributes, to, from }: Message,
  { small }: Style,
  isLast: boolean,
  isLoose: boolean,
): EndWords | undefined => {
  const source = attributes["source-arrowhead"] ?? "";
  const target = attributes["target-arrowhead"] ?? "";
  if (((source === "" || !isLast) && target === "") || from === to || isLoose || attributes.lost)
    return undefined;
  const font = { face: "regular", size: small } as const;
  const shown = (text: string) => (text.includes(" ") ? words(text, font, widest) : oneLine(text, font));
  // Of a send to several receivers one line shows it; all keep its place free.
  return {
    showsSource: isLast,
    source: source ? shown(source) : undefined,
    target: target ? shown(target) : undefined,
  };
};

/** px of a line that both texts take, with what keeps them apart from each other and from the ends. */
export const endsWidth = ({ ends, from, to }: MessagePlan): number =>
  ends === undefined
    ? 0
    : (ends.source?.width ?? 0) + (ends.target?.width ?? 0) + apart + endPad(from) + endPad(to);

/** px that they take below the line. */
export const endsHeight = ({ ends }: MessagePlan): number =>
  Math.max(ends?.source?.height ?? 0, ends?.target?.height ?? 0);

/** px between a text at an arrowhead and the end of its line. */
export const endPad = (column: number): number => (column < 0 ? besideDot : besideBar);

/** Whether a message's detail stands between both texts, its middle so many px from either end of the line. */
export const isClearOfEnds = (
  { ends, detail, from, to }: MessagePlan,
  fromSource: number,
  fromTarget: number,
): boolean => {
  const half = (detail?.width ?? 0) / 2;
  const ofSource = ends?.source ? endPad(from) + ends.source.width + apart : 0;
  const ofTarget = ends?.target ? endPad(to) + ends.target.width + apart : 0;
  return fromSource - half >= ofSource && fromTarget - half >= ofTarget;
};
