/** Lifeline `right` stands at least `width` px to the right of lifeline `left`. */
export interface Gap {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/**
 * Places lifelines as far left as the gaps between them allow.
 *
 * In:     `count` lifelines in drawn order; `first`, the x of lifeline 0, px; gaps in any order, repeats allowed, `left < right`;
 *         `lowest`, the number that they call lifeline 0 by.
 * Out:    `count` centre positions, px, never decreasing; each the smallest that keeps every gap.
 * Says:   nothing: gaps point to the right only, so no two contradict.
 * Cost:   linear in count + gaps.
 * Source: longest paths over difference constraints (Cormen et al., Introduction to Algorithms, §24.4).
 */
export const placeColumns = (
  count: number,
  first: number,
  gaps: readonly Gap[],
  lowest = 0,
): readonly number[] => {
  const from: Gap[][] = Array.from({ length: count }, () => []);
  for (const gap of gaps) from[gap.left - lowest]?.push(gap);
  const places = new Array<number>(count).fill(first);
  for (let left = 0; left < count; left++) {
    const here = places[left] as number;
    if (left + 1 < count) places[left + 1] = Math.max(places[left + 1] as number, here);
    for (const { right, width } of from[left] as Gap[])
      places[right - lowest] = Math.max(places[right - lowest] as number, here + width);
  }
  return places;
};
