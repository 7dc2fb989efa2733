import { at } from "./at.ts";
import type { TimeLink, TimeLinks } from "./time-links.ts";

/** A circle of demands that no execution meets, or of events that wait for each other. */
export interface Conflict {
  /** In the order in which time is followed round the circle: `least` forwards along a link, `most` backwards. */
  readonly steps: readonly Because[];
  /** ms: what passes at least (of events that only wait for each other, at most), less what may pass; greater than 0. */
  readonly excess: number;
}

/** By node: a time in ms, and the link that says so. */
export interface Solution {
  readonly times: Float64Array;
  readonly because: readonly (Because | undefined)[];
  readonly conflict?: Conflict;
}

export interface Because {
  readonly link: TimeLink;
  readonly way: "least" | "most";
}

/** Links by the node at which they are looked at. */
interface Table {
  readonly into: readonly (readonly TimeLink[])[];
  readonly outOf: readonly (readonly TimeLink[])[];
}

/** Passes after which circles through a choice of arrivals count too: until then another arrival may still end them. */
export const patience = 1_000;

/**
 * Whether a link only says within which time something must happen; that it happens at all, others say.
 *
 * In: a link. Out: true or false. Says: nothing. Cost: constant. Source: section 2.7 of CHECKS.
 */
export const isLimit = ({ least, most }: TimeLink): boolean =>
  least === Number.NEGATIVE_INFINITY && most !== Number.POSITIVE_INFINITY;

/**
 * The link from the arrival that an await takes.
 *
 * In: the arrival, the await. Out: a link without a time. Says: nothing. Cost: constant. Source: LANGUAGE section 6.
 */
export const chosen = (from: number, to: number): TimeLink => ({
  from,
  to,
  why: "await",
  least: 0,
  slow: 0,
  most: Number.POSITIVE_INFINITY,
  guessed: false,
});

/**
 * Sorts links by the nodes at which they are looked at.
 *
 * In: links. Out: by node, those that lead to it, and those with a limit that lead from it. Says: nothing. Cost: linear.
 * Source: forward and reverse stars, as in Cormen et al., section 20.1.
 */
export const tabulate = ({ nodes, links }: TimeLinks): Table => {
  const into: TimeLink[][] = Array.from({ length: nodes }, () => []);
  const outOf: TimeLink[][] = Array.from({ length: nodes }, () => []);
  for (const link of links) {
    at(into, link.to).push(link);
    if (link.most !== Number.POSITIVE_INFINITY) at(outOf, link.from).push(link);
  }
  return { into, outOf };
};

/**
 * Finds a circle of reasons: each time in it is what it is because of the one before, and a little more each time round.
 *
 * In:     links; by node why it has its time; whether circles through a choice of arrivals count; what a link's time is.
 * Out:    a circle that takes more time than there is; undefined when there is none yet.
 * Says:   nothing.
 * Cost:   linear in nodes.
 * Source: negative cycles in the parent graph: Cherkassky and Goldberg, Negative-cycle detection algorithms, 1999.
 */
export const circle = (
  { nodes, oneOf }: TimeLinks,
  because: readonly (Because | undefined)[],
  choices: boolean,
  lasts: (link: TimeLink) => number,
): Conflict | undefined => {
  const seen = new Int32Array(nodes).fill(-1);
  const before = (node: number): number => {
    const { link, way } = because[node] ?? {};
    return link === undefined ? -1 : way === "least" ? link.from : link.to;
  };
  for (let start = 0; start < nodes; start++) {
    let node = start;
    while (node >= 0 && seen[node] === -1) {
      seen[node] = start;
      node = before(node);
    }
    if (node < 0 || seen[node] !== start) continue;
    const steps: Because[] = [];
    let each = node;
    do {
      const step = because[each];
      if (step === undefined) break;
      steps.unshift(step);
      each = before(each);
    } while (each !== node);
    if (!choices && steps.some(({ link }) => link.why === "await" && oneOf.has(link.to))) continue;
    const excess = steps.reduce(
      (sum, { link, way }) => sum + (way === "least" ? lasts(link) : -link.most),
      0,
    );
    if (excess > 0) return { steps, excess };
  }
  return undefined;
};
