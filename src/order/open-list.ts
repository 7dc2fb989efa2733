/** Numbers that are open, the greatest first; lists share their tails, so that operands can go on from one state. */
export type OpenList = { readonly value: number; readonly older: OpenList } | undefined;

/** In: a list and a number greater than all in it. Out: the list with it. Cost: constant. */
export const opened = (list: OpenList, value: number): OpenList => ({ value, older: list });

/**
 * In:   a list and a number, in it or not.
 * Out:  the list without it; the tail behind it is shared.
 * Cost: linear in the numbers above it.
 */
export const closed = (list: OpenList, value: number): OpenList => {
  const above: number[] = [];
  let rest = list;
  for (; rest !== undefined && rest.value > value; rest = rest.older) above.push(rest.value);
  return rest?.value === value ? above.reduceRight<OpenList>(opened, rest.older) : list;
};

/**
 * In:   two lists.
 * Out:  all numbers of both, each once; a tail that both share is not walked.
 * Cost: linear in what stands above the shared tail.
 */
export const union = (first: OpenList, second: OpenList): OpenList => {
  const above: number[] = [];
  let [a, b] = [first, second];
  while (a !== b && a !== undefined && b !== undefined) {
    const value = Math.max(a.value, b.value);
    above.push(value);
    if (a.value === value) a = a.older;
    if (b.value === value) b = b.older;
  }
  return above.reduceRight<OpenList>(opened, a ?? b);
};

export const has = (list: OpenList, value: number): boolean => {
  let rest = list;
  while (rest !== undefined && rest.value > value) rest = rest.older;
  return rest?.value === value;
};
