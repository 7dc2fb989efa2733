import type { Flow } from "../flow/flow.ts";
import { type Automaton, runOver } from "./dataflow.ts";
import type { Facts } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { guardOf } from "./guard-of.ts";
import { type Placed, sliceOf } from "./slice.ts";

/** An occurrence that no path reaches, and why. */
export interface Unreached {
  readonly occurrence: number;
  /** Its lifeline has ended; or what is decided before contradicts it. */
  readonly why: "ended" | "contradiction";
}

/**
 * Finds what is drawn and can never happen.
 *
 * In:     the facts of a flow.
 * Out:    occurrences on lifelines that have ended on every path that comes there; and the first occurrence of each operand
 *         whose condition contradicts what every path has decided before.
 * Says:   nothing.
 * Cost:   linear in the occurrences of lifelines that end, and in operands with a condition that is asked twice.
 * Source: reachability by data flow (Kildall, 1973).
 */
export const unreachedIn = (facts: Facts): readonly Unreached[] => [
  ...afterTheEnd(facts),
  ...contradicted(facts),
];

type Life = { readonly kind: "happens" | "ends" | "begins"; readonly occurrence: number };
type LifeVerdict = `${"alive" | "ended"} ${number}`;

const afterTheEnd = ({ flow, breaks, occurrences }: Facts): readonly Unreached[] => {
  const ending = new Set(
    occurrences.list.flatMap(({ kind, lifeline }) => (kind === "destroy" ? [lifeline] : [])),
  );
  return [...ending].flatMap((lifeline) => {
    const births = new Set([occurrences.bornAt[lifeline] ?? -1]);
    const placed = (occurrences.onLifeline[lifeline] ?? []).flatMap((index): Placed<Life>[] => {
      const occurrence = occurrences.list[index];
      if (occurrence === undefined || quiet.has(occurrence.kind)) return [];
      const isBirth =
        births.has(index) ||
        occurrence.kind === "create" ||
        creates(flow, occurrence.message, occurrence.kind);
      const kind = occurrence.kind === "destroy" ? "ends" : isBirth ? "begins" : "happens";
      return [{ order: index, within: occurrence.within, event: { kind, occurrence: index } }];
    });
    const said = runOver(sliceOf(flow, breaks, placed), life);
    const dead = placed.flatMap(({ event: { kind, occurrence } }) =>
      kind === "happens" && said.has(`ended ${occurrence}`) && !said.has(`alive ${occurrence}`)
        ? [occurrence]
        : [],
    );
    return dead.map((occurrence) => ({ occurrence, why: "ended" as const }));
  });
};

/** Words about a callback of a lifeline that has ended do not happen on it. */
const quiet: ReadonlySet<string> = new Set(["cancel", "detach", "stored", "wait", "handle", "decide"]);

const creates = ({ messages }: Flow, message: number | undefined, kind: string): boolean =>
  kind === "receipt" && messages[message ?? -1]?.attributes.creates === true;

const [alive, ended] = [0, 1] as const;
const life: Automaton<Life, LifeVerdict> = {
  start: alive,
  remembers: () => false,
  step: (state, { kind, occurrence }, say) => {
    if (kind === "ends") return ended;
    if (kind === "begins") return alive;
    say(`${state === alive ? "alive" : "ended"} ${occurrence}`);
    return state;
  },
  handle: (state) => ({ runs: state, passes: state }),
  skip: (state) => state,
  ends: () => true,
  finish: () => {},
  most: 4096,
  coarsen: (state) => state,
  weight: (verdict) => (verdict.startsWith("ended") ? 1 : 0),
};

const contradicted = ({ flow, breaks, occurrences }: Facts): readonly Unreached[] => {
  const guards = groupBy(
    flow.fragments.flatMap((fragment) =>
      fragment.operands.flatMap((_, operand) => guardOf(fragment, operand) ?? []),
    ),
    (guard) => guard,
  );
  const isRepeated = (fragment: number, operand: number): boolean => {
    const found = flow.fragments[fragment];
    return found !== undefined && (guards.get(guardOf(found, operand) ?? "")?.length ?? 0) > 1;
  };
  const firsts = new Map<string, Placed<number>>();
  for (const { index, within } of occurrences.list) {
    const inner = within.findLast(({ fragment, operand }) => isRepeated(fragment, operand));
    const key = inner === undefined ? "" : `${inner.fragment}/${inner.operand}`;
    if (inner !== undefined && !firsts.has(key)) firsts.set(key, { order: index, within, event: index });
  }
  const placed = [...firsts.values()];
  const said = runOver(sliceOf(flow, breaks, placed), reaching);
  return placed.flatMap(({ event: occurrence }) =>
    said.has(`at ${occurrence}`) ? [] : [{ occurrence, why: "contradiction" as const }],
  );
};

const reaching: Automaton<number, `at ${number}`> = {
  start: 0,
  remembers: () => false,
  step: (state, occurrence, say) => {
    say(`at ${occurrence}`);
    return state;
  },
  handle: (state) => ({ runs: state, passes: state }),
  skip: (state) => state,
  ends: () => true,
  finish: () => {},
  most: 4096,
  coarsen: (state) => state,
  weight: () => 0,
};
