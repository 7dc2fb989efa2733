import { at } from "./at.ts";

/** Numbers that wait for their turn. */
export interface Heap {
  readonly push: (node: number) => void;
  /** Takes out the number whose turn is first; undefined when none is left. */
  readonly pop: () => number | undefined;
}

/**
 * Makes a heap.
 *
 * In:     by number, its rank: lower ranks come first.
 * Out:    an empty heap.
 * Says:   nothing.
 * Cost:   the logarithm of what is in it, for each number put in or taken out.
 * Source: Williams, Algorithm 232: Heapsort, 1964.
 */
export const heap = (rank: Int32Array): Heap => {
  const nodes: number[] = [];
  const less = (a: number, b: number): boolean => at(rank, at(nodes, a)) < at(rank, at(nodes, b));
  const swap = (a: number, b: number): void => {
    [nodes[a], nodes[b]] = [at(nodes, b), at(nodes, a)];
  };
  return {
    push: (node: number): void => {
      let place = nodes.push(node) - 1;
      for (let parent = (place - 1) >> 1; place > 0 && less(place, parent); parent = (place - 1) >> 1) {
        swap(place, parent);
        place = parent;
      }
    },
    pop: (): number | undefined => {
      const top = nodes[0];
      const last = nodes.pop();
      if (top === undefined || last === undefined || nodes.length === 0) return top;
      nodes[0] = last;
      for (let place = 0; ; ) {
        const left = 2 * place + 1;
        if (left >= nodes.length) return top;
        const child = left + 1 < nodes.length && less(left + 1, left) ? left + 1 : left;
        if (!less(child, place)) return top;
        swap(place, child);
        place = child;
      }
    },
  };
};
