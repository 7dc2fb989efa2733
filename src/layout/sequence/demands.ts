// One walk through the flow asks for all the room between lifelines, a few lines for each kind of thing; hence its length.
import type { Flow, Fragment, NoteStep, Step } from "../../flow/flow.ts";
import { fragmentKinds } from "../../language/fragment-kinds.ts";
import type { Style } from "../../theme/theme.ts";
import { labelFont, labelStretch } from "../label-font.ts";
import { barLabelsOf } from "./bar-labels.ts";
import { type ChipPlan, stepChip } from "./chips.ts";
import type { Gap } from "./columns.ts";
import { endsWidth } from "./end-words.ts";
import { type Extent, type GrowingExtent, include, isNothing, noExtent } from "./extents.ts";
import { crossRoom, type MessagePlan, type Plan, type Side } from "./plan.ts";
import type { Words } from "./words.ts";
import { contentOf, oneLine, shownText, words } from "./words.ts";

/** What the rows need to know of a fragment's frame before they are placed. */
export interface FramePlan {
  readonly extent: Extent;
  readonly word: Words | undefined;
  readonly labels: readonly (Words | undefined)[];
  readonly tabWidth: number;
}

export interface Demands {
  /** Between columns, whole px; −1 is the picture's left edge, the number of columns its right one. */
  readonly gaps: readonly Gap[];
  /** By index of the fragment. */
  readonly frames: readonly (FramePlan | undefined)[];
  /** On which side of its lifeline an `await` and its like carry their tag: by the statement. */
  readonly sides: ReadonlyMap<Step, Side>;
  /** The tags themselves, those of a `wait` too. */
  readonly tags: ReadonlyMap<Step, ChipPlan>;
  /** The words of each note, as narrow as they may be. */
  readonly notes: ReadonlyMap<Step, Words>;
  readonly rooms: Rooms;
}

/** By column: how far what belongs to a lifeline reaches to its left and right, px: a boundary around it holds that too. */
export interface Rooms {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** px between a tag and the bar beside it. */
export const chipOffset = 6;
/** px from a message's end to a note that hangs on it. */
export const noteOffset = 12;
/** px that a note over several lifelines reaches beyond them. */
export const noteReach = 20;
/** px of an arrow that comes from outside or goes there, at least. */
const outsideLength = 44;
const tabPad = 10;
/** How many times its label's width a message needs that crosses others. */
const lateShare = 1.8;
/** px from a frame's left edge to the label of an operand. */
export const labelIndent = 10;

/** What found no place when everything was placed before. */
export interface Wants {
  /** Messages whose words stand behind their sender. */
  readonly aside: ReadonlySet<number>;
  /** Executions whose labels stand beside their bars, by `executionKey`. */
  readonly beside: ReadonlySet<string>;
}

const noWants: Wants = { aside: new Set(), beside: new Set() };

/**
 * What must fit between lifelines, and how far each frame reaches.
 *
 * In:     a flow and the measured texts of its plan; what an attempt before this one found no place for.
 * Out:    gaps between columns for every label, head, note, tag and frame; every frame's extent.
 * Cost:   linear in the flow.
 */
export const demandsOf = (flow: Flow, plan: Plan, { aside, beside: labelled }: Wants = noWants): Demands => {
  const { style, half, heads, loose } = plan;
  const count = plan.lifelines.length;
  const gaps: Gap[] = [];
  const frames: (FramePlan | undefined)[] = flow.fragments.map(() => undefined);
  const sides = new Map<Step, Side>();
  const tags = new Map<Step, ChipPlan>();
  const notes = new Map<Step, Words>();
  const rooms = { left: plan.lifelines.map(() => 0), right: plan.lifelines.map(() => 0) };
  const clear = (column: number): number => (half[column] as number) + style.gap;

  const need = (left: number, right: number, width: number): void => {
    if (left < right) gaps.push({ left, right, width: Math.ceil(width) });
  };
  /** Something reaches `px` beyond a lifeline's centre; what comes from outside crosses the boundaries around it. */
  const reach = (all: GrowingExtent, column: number, side: Side, px: number, isFromOutside = false): void => {
    const room = side < 0 ? rooms.left : rooms.right;
    if (!isFromOutside) room[column] = Math.max(room[column] as number, px);
    if (side < 0) need(column - 1, column, px + (column > 0 ? clear(column - 1) : 0));
    else need(column, column + 1, px + (column < count - 1 ? clear(column + 1) : 0));
    const own = half[column] as number;
    include(all, column, column, side < 0 ? px : own, side > 0 ? px : own);
  };
  /** Tags beside a lifeline. */
  const beside = (all: GrowingExtent, column: number, side: Side, chips: readonly Wide[]): void => {
    if (column < 0 || chips.length === 0) return;
    let widest = 0;
    for (const { width } of chips) widest = Math.max(widest, width);
    reach(all, column, side, (half[column] as number) + chipOffset + widest);
  };
  const barLabels = labelled.size === 0 ? undefined : barLabelsOf(flow, plan, labelled);
  const lifeline = (all: GrowingExtent, column: number): void =>
    include(all, column, column, half[column] as number, half[column] as number);

  const ofMessage = (all: GrowingExtent, index: number): void => {
    const message = plan.messages[index] as MessagePlan;
    const { from, to, label, detail, reaches, asks, settles } = message;
    const width = Math.max(label?.width ?? 0, detail?.width ?? 0);
    if (from < 0 && to < 0) return;
    if (from < 0 || to < 0) {
      const at = Math.max(from, to);
      const side: Side = from < 0 ? -1 : 1;
      const length = lengthOutside(message, style);
      reach(all, at, side, (half[at] as number) + length + 6, true);
      beside(all, at, -side as Side, [...asks, ...settles]);
      return;
    }
    if (from === to) {
      reach(
        all,
        from,
        1,
        (half[from] as number) + style.barShift + style.loopWidth + 6 + width + style.labelPad,
      );
      beside(all, from, -1, [...asks, ...settles]);
      return;
    }
    const low = Math.min(from, to);
    const high = Math.max(from, to);
    const created = heads[to]?.createdBy === index ? (heads[to]?.width ?? 0) / 2 : 0;
    // Lines that cross leave a label only a part of its way.
    const share = loose.has(index) ? lateShare : 1;
    const space =
      reaches < 1
        ? (width + style.labelPad + crossRoom) / reaches
        : width
          ? width * share + 2 * style.labelPad + style.arrowLength / 2
          : 0;
    const ends = (half[from] as number) + Math.max(half[to] as number, created);
    need(low, high, Math.max(space, endsWidth(message), style.arrowLength * 3) + ends + style.barShift);
    const left = Math.max(half[low] as number, to === low ? created : 0);
    const right = Math.max(half[high] as number, to === high ? created : 0);
    include(all, low, high, left, right);
    const side: Side = from < to ? 1 : -1;
    if (aside.has(index)) beside(all, from, -side as Side, [{ width }]);
    beside(all, from, -side as Side, asks);
    beside(all, to, side, settles);
  };
  /** What stands beside the bars that a message leaves and reaches. */
  const ofBars = (all: GrowingExtent, index: number): void => {
    for (const each of barLabels?.[index] ?? []) reach(all, each.column, each.side, each.width);
  };

  const ofNote = (all: GrowingExtent, step: NoteStep): void => {
    const text = words(
      contentOf(step.label, plan.rich),
      { face: "regular", size: style.small + 1 },
      style.noteWidth,
    );
    notes.set(step, text);
    const width = noteWidth(text, style);
    if (step.side === "message") {
      const message = step.message === undefined ? undefined : plan.messages[step.message];
      const at = message ? Math.max(message.from, message.to) : -1;
      if (message && at >= 0) reach(all, at, 1, noteStart(plan, message) + width);
      return;
    }
    const columns = columnsOf(plan, step);
    if (columns.length === 0) return;
    const low = Math.min(...columns);
    const high = Math.max(...columns);
    if (step.side === "left") reach(all, low, -1, (half[low] as number) + noteOffset + width);
    else if (step.side === "right") reach(all, high, 1, (half[high] as number) + noteOffset + width);
    else if (low === high) {
      reach(all, low, -1, width / 2);
      reach(all, low, 1, width / 2);
    } else {
      need(low, high, width - 2 * noteReach);
      reach(all, low, -1, noteReach);
      reach(all, high, 1, noteReach);
    }
  };

  const ofMark = (all: GrowingExtent, step: Step): void => {
    const shown = stepChip(step, style, plan.say);
    if (!shown) return;
    tags.set(step, shown);
    if (step.kind === "wait") {
      for (const each of step.participants) beside(all, plan.column[each] as number, -1, [shown]);
      return;
    }
    const at = markColumn(plan, step);
    if (at < 0) return;
    const side = markSide(plan, step, at);
    sides.set(step, side);
    beside(all, at, side, [shown]);
  };

  const ofFragment = (all: GrowingExtent, fragment: Fragment): void => {
    const inside = noExtent(count);
    for (const each of fragment.attributes.over ?? []) {
      const at = plan.column[each] as number;
      if (at >= 0) lifeline(inside, at);
    }
    for (const operand of fragment.operands) ofSteps(inside, operand.body);
    if (fragment.handles) {
      const owner = plan.callbacks.get(fragment.handles.callback.text)?.owner;
      const at = owner === null || owner === undefined ? -1 : (plan.column[owner] as number);
      if (at >= 0) lifeline(inside, at);
    }
    // A frame around nothing is still a statement of its author: it spans the whole picture.
    if (isNothing(inside)) include(inside, 0, count - 1, 0, 0);
    if (isNothing(inside)) return;

    const word = fragmentKinds[fragment.kind].tab;
    const tab = word ? oneLine(word, { face: "semibold", size: style.small + 1 }) : undefined;
    const title = fragment.handles
      ? [
          fragment.handles.callback.text,
          fragment.handles.arm === "arrival" ? "" : plan.say[fragment.handles.arm],
        ]
          .filter(Boolean)
          .join(" ")
      : shownText(fragment.operands[0]?.label ?? fragment.label);
    const usual = { face: "regular", size: style.small + 1 } as const;
    const font = labelFont(fragment.style, usual);
    const labelWidth = style.labelWidth * labelStretch(font, usual);
    const labels = fragment.operands.map((operand, at) => {
      const text = guard(fragment, at, at === 0 ? title : shownText(operand.label));
      return text ? words(text, font, labelWidth) : undefined;
    });
    if (fragment.operands.length === 0 && title) labels.push(words(title, font, labelWidth));
    const tabWidth =
      (tab?.width ?? 0) + (labels[0]?.width ?? 0) + (tab && labels[0] ? 6 : 0) + 2 * tabPad + 8;
    const { low, high } = inside;
    const left = inside.left + style.framePad;
    let right = inside.right + style.framePad;
    const own = half[low] as number;
    const fits = (label: Words): boolean => labelIndent + label.width + 4 <= left - own;
    const beyond = labels
      .slice(1)
      .map((label) =>
        !label || fits(label)
          ? 0
          : own === 0
            ? labelIndent + label.width + 8 - left
            : own + style.barShift + label.width + 14,
      );
    const widest = Math.max(tabWidth + 8 - left, ...beyond);
    if (low === high) right = Math.max(right, widest);
    else need(low, high, widest - right);
    frames[fragment.index] = { extent: { low, high, left, right }, word: tab, labels, tabWidth };
    reach(all, low, -1, left);
    reach(all, high, 1, right);
  };

  const ofSteps = (all: GrowingExtent, steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.kind === "message")
        for (const index of step.messages) {
          ofMessage(all, index);
          if (barLabels !== undefined) ofBars(all, index);
        }
      else if (step.kind === "fragment") ofFragment(all, flow.fragments[step.fragment] as Fragment);
      else if (step.kind === "note") ofNote(all, step);
      else ofMark(all, step);
    }
  };

  heads.forEach(({ width, detail }, at) => {
    const own = Math.max(width, detail?.width ?? 0) / 2;
    const next = heads[at + 1];
    if (at === 0) need(-1, 0, own);
    if (next) need(at, at + 1, own + Math.max(next.width, next.detail?.width ?? 0) / 2 + style.headGap);
    else need(at, count, own);
  });
  ofSteps(noExtent(count), flow.body);
  return { gaps, frames, sides, tags, notes, rooms };
};

type Wide = Pick<ChipPlan, "width">;

/** The columns over which a note stands. */
export const columnsOf = ({ column }: Plan, { participants }: NoteStep): readonly number[] =>
  participants.map((each) => column[each] as number).filter((each) => each >= 0);

/** Conditions stand in brackets, as UML writes them; names of parallel parts and rounds do not. */
const guard = (fragment: Fragment, operand: number, text: string): string => {
  const { flow } = fragmentKinds[fragment.kind];
  const isCondition = flow === "choice" || flow === "maybe" || (flow === "rounds" && operand > 0);
  return isCondition && text && !text.startsWith("[") ? `[${text}]` : text;
};

/** px of an arrow from outside, or to there. */
export const lengthOutside = (message: MessagePlan, { labelPad }: Style): number => {
  const { label, detail, reaches } = message;
  const width = Math.max(label?.width ?? 0, detail?.width ?? 0);
  return Math.max(outsideLength, (width + 2 * labelPad) / reaches, endsWidth(message));
};

/** px of a note: its folded corner keeps clear of the first line. */
export const noteWidth = ({ width }: Words, { notePad }: Style): number => width + 2 * notePad + 6;

/** px from the centre of a message's right end to a note that hangs on it: past the loop of a message to itself. */
export const noteStart = (plan: Plan, { from, to, label, detail }: MessagePlan): number => {
  const own = plan.half[Math.max(from, to)] as number;
  if (from !== to) return own + noteOffset;
  const { barShift, loopWidth } = plan.style;
  return own + barShift + loopWidth + 6 + Math.max(label?.width ?? 0, detail?.width ?? 0) + noteOffset;
};

/** The lifeline on which a mark stands: of the one who waits, or of the callback's owner. */
export const markColumn = (plan: Plan, step: Step): number => {
  const name = "names" in step ? step.names[0]?.text : undefined;
  const owner = name === undefined ? undefined : plan.callbacks.get(name)?.owner;
  const at = step.kind === "await" && step.by !== null ? step.by : owner;
  return at === null || at === undefined ? -1 : (plan.column[at] ?? -1);
};

/** Away from where the callback comes from, so that its arrow and the tag do not meet. */
const markSide = (plan: Plan, step: Step, at: number): Side => {
  const name = "names" in step ? step.names[0]?.text : undefined;
  const arrival = name === undefined ? undefined : plan.callbacks.get(name)?.arrivals[0];
  const from = arrival ? (plan.messages[arrival.message]?.from ?? -1) : -1;
  return from >= 0 && from < at ? 1 : -1;
};
