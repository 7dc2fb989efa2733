import type { Style } from "../../theme/theme.ts";
import type { Group } from "../scene.ts";
import { centredText, textMarks } from "../sequence/draw-texts.ts";
import { type Words, words } from "../sequence/words.ts";
import { type Badge, badge, badgeHeight, badgeMarks } from "./badges.ts";
import type { Uses } from "./uses.ts";

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
