/** An upright line of the picture: a lifeline, or a side of a frame. */
export interface Edge {
  /** Where it stands in the scene, px. */
  readonly px: number;
  /** px. */
  readonly top: number;
  readonly bottom: number;
  /** Cells that it takes to its left and right, besides its own: bars, rails. */
  readonly left: number;
  readonly right: number;
  /** It belongs to what stands to its right: it moves there if it can. */
  readonly hugsRight: boolean;
}

/** Edge `to` stands at least so many cells to the right of edge `from`. */
export interface Distance {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/**
 * Places edges in cells, each as far left as the distances allow; those that hug move back right as far as they can.
 *
 * In:     edges; distances that point to the right in the scene, others are ignored.
 * Out:    a column for each edge; that of the first is `first`.
 * Cost:   n log n in the edges, linear in the distances.
 * Source: longest paths over difference constraints (Cormen et al., Introduction to Algorithms, §24.4).
 */
export const placeEdges = (
  edges: readonly Edge[],
  distances: readonly Distance[],
  first: number,
): readonly number[] => {
  const order = edges.map((_, at) => at).sort((a, b) => (edges[a]?.px ?? 0) - (edges[b]?.px ?? 0) || a - b);
  const rank = new Int32Array(edges.length);
  order.forEach((edge, at) => {
    rank[edge] = at;
  });
  const out: Distance[][] = edges.map(() => []);
  for (const distance of distances)
    if ((rank[distance.from] ?? 0) < (rank[distance.to] ?? 0)) out[distance.from]?.push(distance);
  const columns = new Array<number>(edges.length).fill(first);
  for (const from of order)
    for (const { to, cells } of out[from] ?? [])
      columns[to] = Math.max(columns[to] as number, (columns[from] as number) + cells);
  for (const from of order.toReversed()) {
    if (!edges[from]?.hugsRight || (out[from]?.length ?? 0) === 0) continue;
    columns[from] = Math.min(...(out[from] ?? []).map(({ to, cells }) => (columns[to] as number) - cells));
  }
  return columns;
};
