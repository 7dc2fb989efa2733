/**
 * Adds a value to the list under a key.
 *
 * In: lists by key, a key, a value. Out: the lists, changed. Says: nothing. Cost: constant.
 * Source: multimaps.
 */
export const addTo = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
};

/**
 * Adds a value to the list at an index. Lists begin as `none`, which all share until they hold something, and the first few
 * values make a new list each: a list that is pushed to keeps room for many times what most ever hold.
 *
 * In: lists by index, an index, a value. Out: the lists, changed. Says: nothing. Cost: constant.
 * Source: multimaps.
 */
export const addAt = <V>(lists: V[][], index: number, value: V): void => {
  const known = lists[index];
  if (known === undefined || known.length === 0) lists[index] = [value];
  else if (known.length === 1) lists[index] = [known[0] as V, value];
  else if (known.length === 2) lists[index] = [known[0] as V, known[1] as V, value];
  else known.push(value);
};

/**
 * Lists that hold nothing yet, for `addAt`.
 *
 * In: how many. Out: the lists. Says: nothing. Cost: linear.
 * Source: multimaps.
 */
export const emptyLists = <V>(count: number): V[][] => new Array<V[]>(count).fill(none);

const none: never[] = [];
