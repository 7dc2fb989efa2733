import { createHash } from "node:crypto";
import { dirname } from "node:path";
import type { DocumentVerdict } from "../../lint-document.ts";
import type { World } from "../world.ts";

/** What earlier runs found, by file. */
export interface LintCache {
  /** The verdict on a file, if nothing that it came from has changed; `key` stands for all of that but imports. */
  readonly get: (
    name: string,
    key: string,
    readImport: ((path: string) => string) | undefined,
  ) => DocumentVerdict | undefined;
  readonly set: (name: string, key: string, verdict: DocumentVerdict) => void;
  /** Writes down what is known now. */
  readonly save: () => void;
}

interface Entry {
  readonly key: string;
  readonly verdict: Omit<DocumentVerdict, "imported">;
  /** What the imported texts were: hashes, by path. */
  readonly imports: Readonly<Record<string, string>>;
}

/** Files of which more is not kept. */
const most = 20_000;

export const noCache: LintCache = { get: () => undefined, set: () => {}, save: () => {} };

/**
 * Opens the cache.
 *
 * In:   the file that holds it, and what has to be the same for any of it to be right: the version and build of Slant.
 * Out:  a cache; one that cannot be read, or is of another version, is empty.
 * Says: nothing: what cannot be written is found again next time.
 */
export const openCache = (
  { file, build: own }: NonNullable<World["cache"]>,
  version: string,
  world: World,
): LintCache => {
  const build = `${version} ${own}`;
  const entries = new Map(Object.entries(readEntries(file, build, world)));
  let isChanged = false;
  return {
    get: (name, key, readImport) => {
      const entry = entries.get(name);
      if (entry?.key !== key) return undefined;
      const imported: Record<string, string> = {};
      for (const [path, hash] of Object.entries(entry.imports)) {
        const text = attempt(() => readImport?.(path));
        if (text === undefined || hashOf(text) !== hash) return undefined;
        imported[path] = text;
      }
      return { ...entry.verdict, imported };
    },
    set: (name, key, { imported, ...verdict }) => {
      const imports = Object.fromEntries(
        Object.entries(imported).map(([path, text]) => [path, hashOf(text)]),
      );
      // again at the end: the ones in front are the oldest
      entries.delete(name);
      entries.set(name, { key, verdict, imports });
      isChanged = true;
    },
    save: () => {
      if (!isChanged) return;
      const kept = Object.fromEntries([...entries].slice(-most));
      attempt(() => {
        world.makeFolder(dirname(file));
        world.write(file, JSON.stringify({ build, entries: kept }));
      });
    },
  };
};

const readEntries = (file: string, build: string, world: World): Readonly<Record<string, Entry>> =>
  attempt(() => {
    if (world.kindOf(file) !== "file") return {};
    const { build: own, entries } = JSON.parse(world.read(file)) as {
      readonly build: string;
      readonly entries: Readonly<Record<string, Entry>>;
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

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");
