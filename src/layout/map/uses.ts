import type { Channel } from "../../flow/channels.ts";
import { measure } from "../../text/measure.ts";
import type { Style } from "../../theme/theme.ts";
import type { Group, Mark } from "../scene.ts";
import { centredText, textMarks } from "../sequence/draw-texts.ts";
import { oneLine, type Words, words } from "../sequence/words.ts";
import type { Box } from "./box.ts";

/** The flows that a map of many shows: their names, where their pictures are, and which message is whose. */
export interface Uses {
  readonly flows: readonly { readonly name: string; readonly link?: string }[];
  /** By message: a place in `flows`. */
  readonly flowOf: readonly number[];
}

/** What somebody found out about a participant or a channel, in a few words. */
export interface Remark {
  readonly on: { readonly participant: number } | { readonly from: number; readonly to: number };
  readonly text: string;
}

/** The flows that a channel's messages come from. */
export const flowsOf = ({ messages }: Channel, { flowOf }: Uses): readonly number[] =>
  [...new Set(messages.map(({ index }) => flowOf[index] as number))].sort((a, b) => a - b);

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

const badge = (text: string, flow: number | undefined, style: Style): Badge => {
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

const badgeMarks = (shown: Words, box: Box): readonly Mark[] => [
  { kind: "rect", paint: "number", ...box, radius: box.height / 2 },
  ...textMarks(centredText(shown, box.x + box.width / 2, box.y + box.height / 2, "middle"), "number-text"),
];

/** The list of flows below the map. px. */
export interface Legend {
  readonly entries: readonly { readonly badge: Badge; readonly words: Words }[];
  readonly rows: number;
  /** From a badge's left end to the name behind it. */
  readonly indent: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly width: number;
  readonly height: number;
}

const mostColumns = 4;
const titleWidth = 280;
const besideBadge = 8;
const columnGap = 32;

/** Lays the list out in as many columns as the map is wide, read downwards. */
export const legendOf = ({ flows }: Uses, style: Style, mapWidth: number): Legend => {
  const entries = flows.map(({ name }, at) => ({
    badge: badge(String(at + 1), at, style),
    words: words(name, { face: "regular", size: style.text }, titleWidth),
  }));
  const widest = Math.max(0, ...entries.map((entry) => entry.words.width));
  const indent = Math.max(0, ...entries.map((entry) => entry.badge.width)) + besideBadge;
  const columnWidth = Math.ceil(indent + widest + columnGap);
  const room = Math.max(1, Math.min(mostColumns, Math.floor((mapWidth + columnGap) / columnWidth)));
  const rowHeight = Math.max(badgeHeight, ...entries.map((entry) => entry.words.height)) + 8;
  const rows = Math.ceil(entries.length / room);
  const columns = Math.ceil(entries.length / Math.max(1, rows));
  return {
    entries,
    rows,
    indent,
    columnWidth,
    rowHeight,
    width: columns * columnWidth - columnGap,
    height: rows * rowHeight,
  };
};

export const drawLegend = (legend: Legend, x: number, y: number, uses: Uses): readonly Group[] => {
  const { rows, indent } = legend;
  return legend.entries.map(({ badge: { words: number, width }, words: title }, at): Group => {
    const left = x + Math.floor(at / rows) * legend.columnWidth;
    const middle = y + ((at % rows) + 0.5) * legend.rowHeight;
    const { name, link } = uses.flows[at] as Uses["flows"][number];
    const box = { x: left, y: middle - badgeHeight / 2, width, height: badgeHeight };
    return {
      role: "mark",
      name: `flow ${at + 1}: ${name}`,
      classes: ["legend"],
      ...(link && { link }),
      marks: [
        ...badgeMarks(number, box),
        ...textMarks(centredText(title, left + indent, middle, "start"), "number-text"),
      ],
    };
  });
};
