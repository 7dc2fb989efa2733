/** Numbers that are open, the greatest first; lists share their tails, so that operands can go on from one state. */
export type OpenList = { readonly value: number; readonly older: OpenList } | undefined;

/**
 * Adds a number.
 *
 * In: a list, a number greater than all in it. Out: the list with it. Says: nothing. Cost: constant.
 * Source: persistent lists: Okasaki, Purely functional data structures, chapter 2.
 */
export const opened = (list: OpenList, value: number): OpenList => ({ value, older: list });

/**
 * Takes a number out.
 *
 * In: a list, a number that is in it or not. Out: the list without it; what is behind it is shared. Says: nothing. Cost: linear in the numbers above it.
 * Source: persistent lists: Okasaki, Purely functional data structures, chapter 2.
 */
export const closed = (list: OpenList, value: number): OpenList => {
  const above: number[] = [];
  let rest = list;
  for (; rest !== undefined && rest.value > value; rest = rest.older) above.push(rest.value);
  return rest?.value === value ? above.reduceRight<OpenList>(opened, rest.older) : list;
};

/**
 * Puts two lists together.
 *
 * In: two lists. Out: all numbers of both, each once; a tail that both share is shared. Says: nothing. Cost: linear in what stands above the shared tail.
 * Source: persistent lists: Okasaki, Purely functional data structures, chapter 2.
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

/**
 * Whether a number is in a list.
 *
 * In: a list, a number. Out: true or false. Says: nothing. Cost: linear in the numbers above it.
 * Source: persistent lists: Okasaki, Purely functional data structures, chapter 2.
 */
export const has = (list: OpenList, value: number): boolean => {
  let rest = list;
  while (rest !== undefined && rest.value > value) rest = rest.older;
  return rest?.value === value;
};
