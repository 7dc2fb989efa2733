import type { Automaton } from "./dataflow.ts";

/** What concerns the calls that one participant makes to another. */
export interface CallEvent {
  /** `excuse`: what follows is a failure, so that nobody asks any more why open calls are not answered. */
  readonly kind: "call" | "reply" | "excuse";
  /** The call or reply; -1 for an excuse. */
  readonly message: number;
  /** The call that a reply names. */
  readonly of?: number;
}

/** `unmatched 7`: the reply finds no open call. `open 7`: the call is never answered. `answered 7`: it is. */
export type CallVerdict = `${"unmatched" | "open" | "answered"} ${number}`;

/** A stack of open calls: its newest one, and the number of the stack below. */
interface Open {
  readonly call: number;
  readonly isExcused: boolean;
  readonly below: number;
}

export interface KnownOfCalls {
  /** Fragments that hold more calls than replies. */
  readonly leavesOpen: (fragment: number) => boolean;
  /** Calls that stand in a loop. */
  readonly repeats: ReadonlySet<number>;
  /** Calls that no reply is left for, when all is read as one path. */
  readonly neverAnswered: ReadonlySet<number>;
}

const empty = 0;
/** Stands for calls that may be open: those of a loop that ran no round, or too many to tell apart. It takes a reply, and asks for none. */
const maybe = -1;

/**
 * Watches the calls of one pair.
 *
 * In:     what is known of the pair's calls beforehand.
 * Out:    an automaton; its states are the stacks of open calls that occur, numbered as they come. A call that is made again
 *         in a loop takes the place of the one before, which is over by then, so that there are finitely many.
 * Says:   nothing.
 * Cost:   constant for each event; for one that names a call or stands in a loop, linear in the calls that are open.
 * Source: LANGUAGE section 5.
 */
export const callAutomaton = ({
  leavesOpen,
  repeats,
  neverAnswered,
}: KnownOfCalls): Automaton<CallEvent, CallVerdict> => {
  const stacks: (Open | undefined)[] = [undefined];
  const numbers = new Map<string, number>();
  const push = (below: number, call: number, isExcused: boolean): number => {
    const key = `${below} ${call} ${isExcused}`;
    const known = numbers.get(key) ?? stacks.push({ call, isExcused, below }) - 1;
    numbers.set(key, known);
    return known;
  };
  const openIn = (stack: number): readonly Open[] => {
    const open: Open[] = [];
    for (let top = stacks[stack]; top !== undefined; top = stacks[top.below]) open.push(top);
    return open;
  };
  const pile = (open: readonly Open[]): number =>
    open.reduceRight((below, { call, isExcused }) => push(below, call, isExcused), empty);
  const without = (stack: number, call: number): number => {
    if (stacks[stack]?.call === call) return stacks[stack].below;
    const open = openIn(stack);
    const at = open.findIndex((each) => each.call === call);
    return at < 0 ? stack : pile(open.toSpliced(at, 1));
  };
  return {
    start: empty,
    remembers: () => false,
    step: (stack, { kind, message, of }, say) => {
      if (kind === "excuse") return pile(openIn(stack).map((open) => ({ ...open, isExcused: true })));
      if (kind === "call")
        return push(repeats.has(message) ? without(stack, message) : stack, message, false);
      const newest = stacks[stack]?.call;
      const closes =
        of === undefined || newest === of
          ? newest
          : openIn(stack).find(({ call }) => call === of || call === maybe)?.call;
      if (closes === undefined) {
        say(`unmatched ${message}`);
        return stack;
      }
      if (closes !== maybe) say(`answered ${closes}`);
      return without(stack, closes);
    },
    handle: () => undefined,
    skip: (stack, fragment) =>
      leavesOpen(fragment.index)
        ? pile([...openIn(stack), { call: maybe, isExcused: true, below: empty }])
        : stack,
    ends: () => true,
    finish: (stack, say) => {
      for (const { call, isExcused } of openIn(stack)) if (!isExcused) say(`open ${call}`);
    },
    most: 32,
    shortens: true,
    coarsen: (stack, say) => {
      for (const { call, isExcused } of openIn(stack))
        if (!isExcused && neverAnswered.has(call)) say(`open ${call}`);
      return push(empty, maybe, true);
    },
    weight: (verdict) => (verdict.startsWith("answered") ? 0 : 1),
  };
};
