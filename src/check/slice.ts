import type { Flow, Fragment, OperandRef } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import type { CourseItem } from "../order/occurrence.ts";
import { groupBy } from "./group-by.ts";

/** Something that concerns one subject, and where it happens: `order` is the index of its occurrence. */
export interface Placed<E> {
  readonly order: number;
  readonly within: readonly OperandRef[];
  readonly event: E;
}

/** A flow cut down to what concerns one subject: its events, and the fragments that hold them or can skip them. */
export type Slice<E> = readonly SliceNode<E>[];
export type SliceNode<E> = EventNode<E> | FragmentNode<E>;

export interface EventNode<E> {
  readonly kind: "event";
  readonly event: E;
}
export interface FragmentNode<E> {
  readonly kind: "fragment";
  readonly fragment: Fragment;
  /** One for each operand of the fragment; one in which nothing of interest happens is empty. */
  readonly operands: readonly Slice<E>[];
}

/** Where breaks stand, by the operand that they leave. */
export type BreakIndex = ReadonlyMap<string, readonly Placed<undefined>[]>;

/**
 * Lists the breaks of a flow by what they leave.
 *
 * In:   a flow and its course.
 * Out:  breaks in written order; the `order` of a break is that of the first occurrence in it or below it.
 * Says: nothing.
 * Cost: linear in the course.
 */
export const indexBreaks = (flow: Flow, course: readonly CourseItem[]): BreakIndex => {
  const breaks: { scope: string; placed: Placed<undefined> }[] = [];
  let order = 0;
  for (const item of course) {
    if (item.at === "occurrence") order = item.occurrence + 1;
    const fragment = item.at === "enter" ? flow.fragments[item.fragment] : undefined;
    if (fragment === undefined || !leaves(fragment)) continue;
    const within = [...fragment.within, { fragment: fragment.index, operand: 0 }];
    breaks.push({ scope: scopeOf(fragment.within), placed: { order, within, event: undefined } });
  }
  const grouped = groupBy(breaks, ({ scope }) => scope);
  return new Map([...grouped].map(([scope, found]) => [scope, found.map(({ placed }) => placed)]));
};

/**
 * Cuts a flow down to one subject.
 *
 * In:     the subject's events in written order, each with the operands around it; where breaks stand.
 * Out:    the events in their fragments; a break is kept where it can skip one of them.
 * Says:   nothing.
 * Cost:   linear in events times their depth, and in the breaks between the first and the last event.
 * Source: program slicing (Weiser, 1981); the text is structured, so the slice is a tree and needs no graph.
 */
export const sliceOf = <E>(flow: Flow, breaks: BreakIndex, events: readonly Placed<E>[]): Slice<E> => {
  const items: readonly Placed<E | undefined>[] = [...breaksAround(flow, breaks, events), ...events];
  return sliceFrom(
    flow,
    items.toSorted((a, b) => a.order - b.order),
    0,
  );
};

/**
 * Breaks above the last event of the operand that they leave; where what they leave holds all events, as the flow itself does
 * and a frame around it, only what stands below the first: above it, they lead to paths on which nothing happens.
 */
const breaksAround = <E>(
  flow: Flow,
  breaks: BreakIndex,
  events: readonly Placed<E>[],
): readonly Placed<undefined>[] => {
  if (breaks.size === 0) return [];
  const first = events[0]?.order ?? 0;
  const scopes = new Map<string, { last: number; count: number; readonly isFrame: boolean }>();
  const note = (scope: string, order: number, isFrame: boolean): void => {
    const known = scopes.get(scope);
    if (known === undefined) scopes.set(scope, { last: order, count: 1, isFrame });
    else [known.last, known.count] = [order, known.count + 1];
  };
  for (const { order, within } of events) {
    note(root, order, true);
    for (const operand of within) note(keyOf(operand), order, isFrame(flow, operand));
  }
  return [...scopes].flatMap(([scope, { last, count, isFrame }]) =>
    (breaks.get(scope) ?? []).filter(
      ({ order }) => order <= last && (order > first || !isFrame || count < events.length),
    ),
  );
};

const isFrame = ({ fragments }: Flow, { fragment }: OperandRef): boolean => {
  const kind = fragments[fragment]?.kind;
  return kind !== undefined && fragmentKinds[kind].flow === "sequence";
};

const leaves = ({ kind }: Fragment): boolean => (fragmentKinds[kind] as FragmentFacts).leaves === true;

const root = "";
const keyOf = ({ fragment, operand }: OperandRef): string => `${fragment}/${operand}`;
const scopeOf = (within: readonly OperandRef[]): string => {
  const inner = within.at(-1);
  return inner === undefined ? root : keyOf(inner);
};

const sliceFrom = <E>(flow: Flow, items: readonly Placed<E | undefined>[], depth: number): Slice<E> => {
  const nodes: SliceNode<E>[] = [];
  let from = 0;
  for (const [position, { within, event }] of items.entries()) {
    if (position < from) continue;
    const holder = within[depth]?.fragment;
    from = position + 1;
    if (holder === undefined) {
      if (event !== undefined) nodes.push({ kind: "event", event });
      continue;
    }
    while (items[from]?.within[depth]?.fragment === holder) from++;
    const fragment = flow.fragments[holder];
    if (fragment === undefined) continue;
    const byOperand = groupBy(items.slice(position, from), (item) => item.within[depth]?.operand);
    const operands = fragment.operands.map((_, operand) =>
      sliceFrom(flow, byOperand.get(operand) ?? [], depth + 1),
    );
    nodes.push({ kind: "fragment", fragment, operands });
  }
  return nodes;
};
