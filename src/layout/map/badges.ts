import { measure } from "../../text/measure.ts";
import type { Style } from "../../theme/theme.ts";
import type { Group, Mark } from "../scene.ts";
import { centredText, textMarks } from "../sequence/draw-texts.ts";
import { oneLine, type Words } from "../sequence/words.ts";
import type { Box } from "./box.ts";
import type { Uses } from "./uses.ts";

/** A flow's number in a small frame, at an edge and in the legend. px. */
export interface Badge {
  readonly words: Words;
  /** The flow; undefined for those that are only counted. */
  readonly flow: number | undefined;
  readonly width: number;
}

export const badgeHeight = 16;
const badgePad = 5;
export const badgeGap = 4;
/** Badges at one edge; further flows are counted. */
const mostBadges = 6;

export const badgesOf = (flows: readonly number[], style: Style): readonly Badge[] => {
  const shown = flows.length > mostBadges ? flows.slice(0, mostBadges - 1) : flows;
  const rest = flows.length - shown.length;
  return [
    ...shown.map((flow) => badge(String(flow + 1), flow, style)),
    ...(rest > 0 ? [badge(`+${rest}`, undefined, style)] : []),
  ];
};

export const badge = (text: string, flow: number | undefined, style: Style): Badge => {
  const font = { face: "regular", size: style.small } as const;
  return {
    words: oneLine(text, font),
    flow,
    width: Math.max(badgeHeight, Math.ceil(measure(text, font)) + 2 * badgePad),
  };
};

export const widthOf = (badges: readonly Badge[]): number =>
  badges.reduce((sum, { width }) => sum + width + badgeGap, -badgeGap);

/** Badges side by side, `x` being the left end of the first; each leads to its flow's picture. */
export const drawBadges = (
  badges: readonly Badge[],
  x: number,
  middle: number,
  uses: Uses,
): readonly Group[] => {
  let left = x;
  return badges.map(({ words: shown, flow, width }): Group => {
    const at = left;
    left += width + badgeGap;
    const used = flow === undefined ? undefined : uses.flows[flow];
    return {
      role: "mark",
      name: used ? `used by ${used.name}` : "used by more flows",
      classes: ["flow"],
      ...(used?.link && { link: used.link }),
      ...(used && { tooltip: used.name }),
      marks: badgeMarks(shown, { x: at, y: middle - badgeHeight / 2, width, height: badgeHeight }),
    };
  });
};

export const badgeMarks = (shown: Words, box: Box): readonly Mark[] => [
  { kind: "rect", paint: "number", ...box, radius: box.height / 2 },
  ...textMarks(centredText(shown, box.x + box.width / 2, box.y + box.height / 2, "middle"), "number-text"),
];
