import { fragmentKinds } from "../language/fragment-kinds.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { type Occurrence, occurrenceKinds } from "../order/occurrence.ts";
import type { Choice } from "./choices.ts";
import type { Facts } from "./facts.ts";

/** A lifeline that does different things in two operands though it has met the same in both. */
export interface Ambiguity {
  readonly lifeline: number;
  readonly fragment: number;
  /** What it does in one of the operands. */
  readonly does: Occurrence;
  /** What it does or meets in the other one at this point; nothing: there it is done. */
  readonly instead?: Occurrence;
  /** The last thing that it has met: the same in both. */
  readonly met: readonly [one: Occurrence, other: Occurrence];
}

/**
 * Finds lifelines that cannot tell two operands of a choice apart.
 *
 * In:     the facts of a flow, a choice.
 * Out:    per lifeline the first two operands in which it receives the same, with the same sender, label and callback, and then
 *         does something that it does not do in both. What starts an operand itself decides; persons, external systems, queues
 *         and topics are not asked; what comes without a label may tell the operands apart by what it holds. A lifeline is
 *         followed into no fragment inside the operands.
 * Says:   nothing.
 * Cost:   linear in the operands, times their number for lifelines that act in several.
 * Source: projection and merging of branches in multiparty session types (Honda, Yoshida and Carbone, 2008).
 */
export const ambiguitiesOf = (facts: Facts, choice: Choice): readonly Ambiguity[] => {
  const { flow } = facts;
  const deciding = new Set(choice.starts.flat().map(({ lifeline }) => lifeline));
  const columns = choice.operands.map((body) => byLifeline(body));
  const lifelines = [...new Set(columns.flatMap((column) => [...column.keys()]))].toSorted((a, b) => a - b);
  return lifelines.flatMap((lifeline) => {
    const kind = flow.participants[lifeline]?.kind;
    if (kind === undefined || participantKinds[kind].outside || participantKinds[kind].channel) return [];
    if (deciding.has(lifeline)) return [];
    const mine = columns.map((column) => column.get(lifeline) ?? []).filter(([first]) => first !== undefined);
    for (const [place, one] of mine.entries())
      for (const other of mine.slice(place + 1)) {
        const found = forkOf(facts, choice, one, other);
        if (found !== undefined) return [{ lifeline, fragment: choice.fragment.index, ...found }];
      }
    return [];
  });
};

const byLifeline = (body: readonly Occurrence[]): ReadonlyMap<number, readonly Occurrence[]> => {
  const found = new Map<number, Occurrence[]>();
  for (const occurrence of body) {
    // What others neither see nor send changes nothing between them.
    if (occurrence.message === undefined && !occurrenceKinds[occurrence.kind].waits) continue;
    const mine = found.get(occurrence.lifeline);
    if (mine === undefined) found.set(occurrence.lifeline, [occurrence]);
    else mine.push(occurrence);
  }
  return found;
};

const forkOf = (
  facts: Facts,
  { fragment }: Choice,
  one: readonly Occurrence[],
  other: readonly Occurrence[],
): Pick<Ambiguity, "does" | "instead" | "met"> | undefined => {
  let met: Ambiguity["met"] | undefined;
  for (let place = 0; ; place++) {
    const [a, b] = [one[place], other[place]];
    if ([a, b].some((each) => each !== undefined && !isStraight(facts, fragment.index, each)))
      return undefined;
    if (a !== undefined && b !== undefined && isSame(facts, a, b)) {
      if (occurrenceKinds[a.kind].arrives) met = [a, b];
      continue;
    }
    // What it waits for tells it more.
    if ([a, b].some((each) => each !== undefined && occurrenceKinds[each.kind].waits)) return undefined;
    const [does, instead] = a !== undefined && acts(a) ? [a, b] : [b, a];
    if (met === undefined || does === undefined || !acts(does)) return undefined;
    return { does, met, ...(instead !== undefined && { instead }) };
  }
};

/** Between it and the choice there are only frames. */
const isStraight = ({ flow }: Facts, fragment: number, { within }: Occurrence): boolean => {
  const depth = within.findIndex((ref) => ref.fragment === fragment);
  return within.slice(depth + 1).every((ref) => {
    const kind = flow.fragments[ref.fragment]?.kind;
    return kind !== undefined && fragmentKinds[kind].flow === "sequence";
  });
};

/** What others can see of a lifeline: what it sends, and that it answers. */
const acts = ({ kind }: Occurrence): boolean => kind === "send" || kind === "answer";

/** The same to the lifeline: one kind, one other end, one label that is written, the same callbacks. */
const isSame = ({ flow, occurrences, asks }: Facts, one: Occurrence, other: Occurrence): boolean => {
  if (one.kind !== other.kind) return false;
  const [a, b] = [flow.messages[one.message ?? -1], flow.messages[other.message ?? -1]];
  if (a === undefined || b === undefined) return `${one.callbacks}` === `${other.callbacks}`;
  const [x, y] = [a, b].map(({ label }) => label?.text.trim().replace(/\s+/g, " ") ?? "");
  const of = (message: typeof a): string =>
    JSON.stringify([
      message.kind,
      message.from,
      occurrenceKinds[one.kind].arrives ? message.to : occurrences.sentBy(one.index).length,
      message.attributes.failure,
      message.attributes.key,
      asks[message.index],
      occurrences.callbacks.arrivalsOf[message.index],
    ]);
  return x !== "" && x === y && a.to === b.to && of(a) === of(b);
};
