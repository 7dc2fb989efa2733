import { join } from "node:path";
import { type ReadFile, type Readings, textsOf } from "./readings.ts";
import type { World } from "./world.ts";

/** What earlier runs came to, by name. Keys and values are worked out where something is kept only: few runs keep any. */
export interface KeptResults<Value> {
  /** A result, if nothing that it came from has changed: `key` stands for all of that but what was read on the way. */
  readonly get: (
    name: string,
    key: () => string,
    read: ReadFile | undefined,
  ) =>
    | {
        readonly value: Value;
        /** The texts that it came from. */
        readonly imported: Readonly<Record<string, string>>;
        readonly readings: Readings;
      }
    | undefined;
  readonly set: (name: string, key: () => string, value: () => Value, readings: Readings) => void;
  /** Writes down what is known now. */
  readonly save: () => void;
}

interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
  readonly readings: Readings;
}

/** Results of which more is not kept. */
const most = 20_000;

export const keepNothing = <Value>(): KeptResults<Value> => ({
  get: () => undefined,
  set: () => {},
  save: () => {},
});

/**
 * Opens what a command kept.
 *
 * In:   the command, and the version of Slant; another version or build of it takes nothing over.
 * Out:  the results; none where nothing can be read.
 * Says: nothing: what cannot be written is found again next time.
 */
export const openResults = <Value>(
  command: "lint" | "render",
  cache: NonNullable<World["cache"]>,
  version: string,
  world: World,
): KeptResults<Value> => {
  const folder = cache.folder();
  const file = join(folder, `${command}.json`);
  const build = `${version} ${cache.build()}`;
  const entries = new Map(Object.entries(readEntries<Value>(file, build, world)));
  let isChanged = false;
  return {
    get: (name, key, read) => {
      const entry = entries.get(name);
      if (entry === undefined || entry.key !== key()) return undefined;
      const imported = textsOf(entry.readings, read);
      return imported && { value: entry.value, imported, readings: entry.readings };
    },
    set: (name, key, value, readings) => {
      // again at the end: the ones in front are the oldest
      entries.delete(name);
      entries.set(name, { key: key(), value: value(), readings });
      isChanged = true;
    },
    save: () => {
      if (!isChanged) return;
      const kept = Object.fromEntries([...entries].slice(-most));
      attempt(() => {
        world.makeFolder(folder);
        world.write(file, JSON.stringify({ build, entries: kept }));
      });
    },
  };
};

const readEntries = <Value>(
  file: string,
  build: string,
  world: World,
): Readonly<Record<string, Entry<Value>>> =>
  attempt(() => {
    if (world.kindOf(file) !== "file") return {};
    const { build: own, entries } = JSON.parse(world.read(file)) as {
      readonly build: string;
      readonly entries: Readonly<Record<string, Entry<Value>>>;
    };
    return own === build ? entries : {};
  }) ?? {};

const attempt = <T>(step: () => T): T | undefined => {
  try {
    return step();
  } catch {
    return undefined;
  }
};
