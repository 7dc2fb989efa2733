import { at } from "../order/at.ts";
import type { TimedPath } from "./timed-paths.ts";

/**
 * How many rounds what stands between two events of a path is worth, for each that the path runs.
 *
 * In:     a path.
 * Out:    by two of its nodes: the rounds that the text asks for and allows of all loops and retries that hold both in one
 *         round, divided by those that the path runs. 1 where the path runs them all, or the text sets no bound.
 * Says:   nothing.
 * Cost:   linear in events and the depth of loops; then in that depth.
 * Source: CHECKS section 2.2: loops are unrolled to a bound.
 */
export const roundsAround = ({ order, events }: TimedPath): ((from: number, to: number) => Worth) => {
  const { list, joins } = events;
  const { fragments } = order.flow;
  const isLong = fragments.some(({ rounds }) => (rounds?.high ?? 0) > 1);
  if (!isLong) return () => once;
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
      return { site, round, low, high };
    });
  });
  const eventOf = (node: number): number => (node < list.length ? node : node - list.length - joins.length);
  return (from, to) => {
    const [a = [], b = []] = [loopsOf[eventOf(from)], loopsOf[eventOf(to)]];
    let worth = once;
    for (const [depth, { site, round, low, high }] of a.entries()) {
      if (b[depth]?.site !== site || b[depth]?.round !== round) break;
      const runs = ran.get(site) ?? 1;
      // One round of several that are possible is a path of its own: the one on which one round is enough.
      if (high === null || runs < 2 || high <= runs) continue;
      worth = { least: (worth.least * Math.max(runs, low)) / runs, most: (worth.most * high) / runs };
    }
    return worth;
  };
};

/** For each round that the path runs, how many there are at least and at most. */
export interface Worth {
  readonly least: number;
  readonly most: number;
}

const once: Worth = { least: 1, most: 1 };

interface Loop {
  readonly low: number;
  readonly site: string;
  readonly round: number;
  readonly high: number | null;
}
