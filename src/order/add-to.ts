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
