/** Changes items one by one; the same array when none changed. */
export const mapItems = <T>(items: readonly T[], change: (item: T) => T): readonly T[] => {
  let made: T[] | undefined;
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as T;
    const changed = change(item);
    if (changed !== item && !made) made = items.slice(0, at);
    if (made) made.push(changed);
  }
  return made ?? items;
};

/** Replaces each item by those that `change` gives, or keeps it (undefined); the same array when all are kept. */
export const flatMapItems = <T>(
  items: readonly T[],
  change: (item: T, at: number) => readonly T[] | undefined,
): readonly T[] => {
  let made: T[] | undefined;
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as T;
    const changed = change(item, at);
    if (changed && !made) made = items.slice(0, at);
    if (!made) continue;
    if (changed) for (const each of changed) made.push(each);
    else made.push(item);
  }
  return made ?? items;
};
