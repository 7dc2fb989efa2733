import type { Style } from "../../theme/theme.ts";
import { crossRoom, type MessagePlan, type Plan } from "./plan.ts";
import type { Words } from "./words.ts";
import { words } from "./words.ts";

/**
 * Breaks labels again, now that the lifelines have their places: a label that was folded so as not to stretch the picture
 * takes the room that others have made.
 *
 * In:   a plan, and the centres of its lifelines, px; which messages have their words elsewhere than on their way.
 * Out:  the same plan; each label as wide as its way allows, within reason.
 * Cost: linear in the labels.
 */
export const fitLabels = (plan: Plan, x: readonly number[], aside: ReadonlySet<number>): Plan => ({
  ...plan,
  messages: plan.messages.map((message, index) => {
    const { label, detail } = message;
    const isFolded = (label?.lines.length ?? 0) > 1 || (detail?.lines.length ?? 0) > 1;
    if (!isFolded || aside.has(index)) return message;
    const room = Math.min(widest(plan.style), roomFor(plan, message, index, x));
    return { ...message, label: label && refit(label, room), detail: detail && refit(detail, room) };
  }),
});

/** px: a label on one line of a long way is read better than a folded one. */
const widest = ({ labelWidth }: Style): number => labelWidth * 1.75;

const refit = (shown: Words, room: number): Words =>
  shown.lines.length < 2 || room <= shown.width ? shown : words(shown.text, shown.font, room);

/** px that a message's words may take. */
const roomFor = (
  { style, half, heads }: Plan,
  { from, to, reaches }: MessagePlan,
  index: number,
  x: readonly number[],
): number => {
  if (from < 0 || to < 0) return 0;
  const at = (column: number): number => x[column] as number;
  if (from === to) {
    const next = x[from + 1];
    if (next === undefined) return 0;
    const start = at(from) + (half[from] as number) + style.barShift + style.loopWidth + 6;
    return next - (half[from + 1] as number) - style.gap - style.labelPad - start;
  }
  const created = heads[to]?.createdBy === index ? (heads[to]?.width ?? 0) / 2 : 0;
  const ends = (half[from] as number) + Math.max(half[to] as number, created) + style.barShift;
  const way = Math.abs(at(to) - at(from)) - ends;
  return reaches < 1
    ? way * reaches - style.labelPad - crossRoom
    : way - 2 * style.labelPad - style.arrowLength / 2;
};
