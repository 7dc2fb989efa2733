/** A thing that flows call by a key and may give a label. */
interface Named {
  readonly key: string;
  readonly label: { readonly text: string };
}

/** One thing, and all that is said of it. */
export interface Gathered<T> {
  readonly key: string;
  readonly parts: readonly T[];
}

/** Tells which things of several flows are one. */
export interface Gathering<T extends Named> {
  /** The thing that a flow means, a new one if it is the first to do so. `scope`: the thing that it stands in. */
  readonly find: (named: T, flow: string, scope?: number) => number;
  readonly add: (index: number, part: T) => void;
  readonly all: () => readonly Gathered<T>[];
}

interface Thing<T> {
  key: string;
  /** How it is called, letters and spaces aside; undefined while nobody gave it a label. */
  name: string | undefined;
  readonly parts: T[];
}

/** Cost: constant for each call, but for keys that stand for many things. */
export const gathering = <T extends Named>(): Gathering<T> => {
  const things: Thing<T>[] = [];
  const byKey = new Map<string, number[]>();
  const taken = new Set<string>();
  return {
    find: ({ key, label }, flow, scope) => {
      const place = `${scope ?? ""} ${key}`;
      const same = byKey.get(place) ?? [];
      const name = label.text === key ? undefined : label.text.toLowerCase().replace(/\s+/g, " ").trim();
      const found = same.find((at) => {
        const other = things[at]?.name;
        return name === undefined || other === undefined || other === name;
      });
      if (found !== undefined) {
        const thing = things[found] as Thing<T>;
        thing.name ??= name;
        return found;
      }
      const own = taken.has(key) ? `${key}@${flow}` : key;
      taken.add(own);
      byKey.set(place, [...same, things.length]);
      return things.push({ key: own, name, parts: [] }) - 1;
    },
    add: (index, part) => {
      things[index]?.parts.push(part);
    },
    all: () => things,
  };
};
