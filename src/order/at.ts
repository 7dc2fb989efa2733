/**
 * The element at an index that is known to exist.
 *
 * In:   a list and an index within it; typed arrays count as lists.
 * Out:  the element.
 * Says: throws a RangeError when there is none: that is a bug of the caller, never of the author's text.
 * Cost: constant.
 * Source: contracts between functions: Meyer, Applying design by contract, 1992.
 */
export const at = <T>(list: { readonly [index: number]: T; readonly length: number }, index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no element ${index} among ${list.length}`);
  return found;
};

/**
 * The first number of a sorted list that is greater than another.
 *
 * In:   numbers, ascending.
 * Out:  the smallest greater one; undefined when there is none.
 * Says: nothing.
 * Cost: logarithmic.
 * Source: binary search.
 */
export const firstAfter = (sorted: readonly number[], value: number): number | undefined => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) > value) high = middle;
    else low = middle + 1;
  }
  return sorted[low];
};
