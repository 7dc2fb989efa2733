import type { Flow } from "../flow/flow.ts";

/** Lifelines that stay together: one, or those of a boundary. */
export interface Block {
  /** Of a single lifeline: its number. */
  readonly lifeline?: number;
  /** Of a boundary: what it holds, in written order. */
  readonly inside: readonly Block[];
  /** How many lifelines. */
  readonly size: number;
}

/** Messages between two lifelines. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

/** What an order of lifelines depends on. Lifelines are numbered from 0 in written order. */
export interface LifelineTree {
  /** By lifeline: its participant. */
  readonly participants: readonly number[];
  /** All lifelines. */
  readonly root: Block;
  /** Each pair once, those without messages left out. */
  readonly links: readonly Link[];
}

/**
 * Reads from a flow which lifelines there are, which stay together, and how many messages run between them.
 *
 * Out:  a participant that only a `dead-letter` names has no lifeline. Messages to oneself and to the outside have no length
 *       that depends on the order, so they are no links.
 * Cost: linear in participants times the depth of boundaries, and in messages.
 */
export const lifelineTree = (flow: Flow): LifelineTree => {
  const touched = new Set(flow.messages.flatMap(({ from, to }) => [from, to]));
  const named = new Set(flow.participants.map(({ attributes }) => attributes["dead-letter"]));
  const drawn = flow.participants.filter(({ index }) => touched.has(index) || !named.has(index));
  const lifelineOf = new Map(drawn.map(({ index }, at) => [index, at]));

  const inside = new Map<number | undefined, Part[]>([[undefined, []]]);
  const open = (boundary: number | undefined): Part[] => {
    const found = inside.get(boundary);
    if (found) return found;
    const parts: Part[] = [];
    if (boundary !== undefined) open(flow.boundaries[boundary]?.parent).push({ boundary });
    inside.set(boundary, parts);
    return parts;
  };
  drawn.forEach(({ boundary }, lifeline) => {
    open(boundary).push({ lifeline });
  });
  const blockOf = (parts: readonly Part[]): Block => {
    const blocks = parts.map((part) =>
      "lifeline" in part
        ? { lifeline: part.lifeline, inside: [], size: 1 }
        : blockOf(inside.get(part.boundary) ?? []),
    );
    return { inside: blocks, size: blocks.reduce((sum, { size }) => sum + size, 0) };
  };

  const links = new Map<string, Link>();
  for (const { from, to } of flow.messages) {
    if (from === null || to === null || from === to) continue;
    const [a, b] = [lifelineOf.get(from), lifelineOf.get(to)].sort((x = 0, y = 0) => x - y);
    if (a === undefined || b === undefined) continue;
    const key = `${a} ${b}`;
    links.set(key, { a, b, count: (links.get(key)?.count ?? 0) + 1 });
  }
  return {
    participants: drawn.map(({ index }) => index),
    root: blockOf(inside.get(undefined) ?? []),
    links: [...links.values()],
  };
};

type Part = { readonly lifeline: number } | { readonly boundary: number };

/** The sum of all messages' lengths, in columns, when the lifelines stand in this order. */
export const lengthOf = (order: readonly number[], links: readonly Link[]): number => {
  const place = new Array<number>(order.length);
  order.forEach((lifeline, at) => {
    place[lifeline] = at;
  });
  return links.reduce(
    (sum, { a, b, count }) => sum + count * Math.abs((place[a] as number) - (place[b] as number)),
    0,
  );
};

/** How many pairs stand the other way round than they are written. */
export const turnedPairs = (order: readonly number[]): number => {
  let turned = 0;
  order.forEach((lifeline, at) => {
    for (let next = at + 1; next < order.length; next++) if ((order[next] as number) < lifeline) turned++;
  });
  return turned;
};
