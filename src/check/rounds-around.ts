import { at } from "../order/at.ts";
import { defaultBounds } from "../order/path.ts";
import type { TimedPath } from "./timed-paths.ts";

/** For each round of a loop that the path runs, how many the text asks for and allows. */
export interface Worth {
  readonly least: number;
  readonly most: number;
}

/** The loops and retries that hold two nodes of a path in one round, outermost first. */
export type RoundsAround = (from: number, to: number) => readonly Worth[];

/**
 * Says how many rounds what stands between two events of a path is worth.
 *
 * In:     a path.
 * Out:    by two of its nodes, a worth for each loop or retry that holds both in one round: 1 where the path runs all its rounds,
 *         or the text sets no bound.
 * Says:   nothing.
 * Cost:   linear in events and the depth of loops; then in that depth.
 * Source: CHECKS section 2.2: loops are unrolled to a bound.
 */
export const roundsAround = ({ order, events }: TimedPath): RoundsAround => {
  const { list, joins } = events;
  const { fragments } = order.flow;
  const isLong = fragments.some(({ rounds }) => (rounds?.high ?? 0) > 1);
  if (!isLong) return () => none;
  const ran = new Map<string, number>();
  const loopsOf = list.map(({ occurrence, rounds }): readonly Loop[] => {
    const within = at(order.occurrences, occurrence).within.filter(
      ({ fragment, operand }) => operand === 0 && fragments[fragment]?.rounds !== undefined,
    );
    return within.map(({ fragment }, depth) => {
      const site = `${fragment} ${rounds.slice(0, depth)}`;
      const round = rounds[depth] ?? 0;
      ran.set(site, Math.max(ran.get(site) ?? 0, round + 1));
      const { low = 0, high = null } = fragments[fragment]?.rounds ?? {};
      const around = within
        .slice(0, depth)
        .filter((outer) => (fragments[outer.fragment]?.rounds?.high ?? 2) > 1);
      return { site, round, low, high, isDeep: around.length >= defaultBounds.depth };
    });
  });
  const eventOf = (node: number): number => (node < list.length ? node : node - list.length - joins.length);
  return (from, to) => {
    const [a = [], b = []] = [loopsOf[eventOf(from)], loopsOf[eventOf(to)]];
    if (a.length === 0 || b.length === 0) return none;
    const apart = a.findIndex(
      ({ site, round }, depth) => b[depth]?.site !== site || b[depth]?.round !== round,
    );
    return a.slice(0, apart < 0 ? a.length : apart).map(({ site, low, high, isDeep }): Worth => {
      const runs = ran.get(site) ?? 1;
      // One round of several that are possible is a path of its own, but deep inside other loops no path runs more.
      if (high === null || (runs < 2 && !isDeep) || high <= runs) return once;
      return { least: Math.max(runs, low) / runs, most: high / runs };
    });
  };
};

const none: readonly Worth[] = [];
const once: Worth = { least: 1, most: 1 };

interface Loop {
  readonly site: string;
  readonly round: number;
  readonly low: number;
  readonly high: number | null;
  /** So deep in other loops that no path runs more than one round. */
  readonly isDeep: boolean;
}
