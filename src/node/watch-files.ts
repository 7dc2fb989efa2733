import { statSync } from "node:fs";
import { watch } from "chokidar";

/** Sees what happens to files. */
export interface FileWatcher {
  /** Watches more: files, also such that are not there yet, and folders with all below. */
  readonly add: (paths: readonly string[]) => void;
  /** What has come, changed or gone since it was last asked, once that has come to rest; rejects where nothing can be watched. */
  readonly next: () => Promise<ReadonlySet<string>>;
  readonly close: () => Promise<void>;
}

/** An editor that saves by way of another file is done after so many ms, and so is a program that writes many. */
const rest = 50;

/**
 * So often, ms, the paths that were named are looked at, too: nothing tells that a missing one has come, and what happens
 * while a watch on a file begins goes unheard.
 */
const lookAgain = 400;

/**
 * Starts to watch.
 *
 * In:   absolute paths; of the files in folders, those whose path `isWanted`. Hidden folders and node_modules are left out.
 * Out:  a watcher that sees all that happens from now on; it must be closed.
 */
export const watchFiles = async (
  paths: readonly string[],
  isWanted: (path: string) => boolean,
): Promise<FileWatcher> => {
  /** How the named paths looked last. */
  const named = new Map<string, string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isAtRest = false;
  let failure: Error | undefined;
  let wake = (): void => {};

  const watcher = watch([], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      !named.has(path) &&
      (/[\\/](?:\.[^\\/]+|node_modules)$/.test(path) || (stats?.isFile() === true && !isWanted(path))),
  });
  const see = (path: string): void => {
    changed.add(path);
    clearTimeout(timer);
    isAtRest = false;
    timer = setTimeout(() => {
      isAtRest = true;
      wake();
    }, rest);
  };
  /** Of a named path, what looks as before is no news. */
  const look = (path: string): void => {
    const now = looksOf(path);
    if (named.get(path) === now) return;
    // what has come back is watched anew
    if (named.get(path) === missing) watcher.unwatch(path).add(path);
    named.set(path, now);
    see(path);
  };
  watcher.on("all", (event, path) => {
    if (named.has(path)) look(path);
    else if (event !== "addDir") see(path);
  });
  watcher.on("error", (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  const poll = setInterval(() => {
    for (const path of named.keys()) look(path);
  }, lookAgain);

  const add = (more: readonly string[]): void => {
    const fresh = more.filter((path) => !named.has(path));
    for (const path of fresh) named.set(path, looksOf(path));
    const there = fresh.filter((path) => named.get(path) !== missing);
    if (there.length > 0) watcher.add(there);
  };
  const ready = new Promise<void>((done) => {
    watcher.once("ready", done);
    watcher.once("error", () => done());
  });
  add(paths);
  await ready;
  return {
    add,
    next: async () => {
      while (failure === undefined && !(isAtRest && changed.size > 0))
        await new Promise<void>((done) => {
          wake = done;
        });
      if (failure !== undefined) throw failure;
      const seen = new Set(changed);
      changed.clear();
      return seen;
    },
    close: async () => {
      clearTimeout(timer);
      clearInterval(poll);
      await watcher.close();
    },
  };
};

const missing = "missing";

/** Another file, another size, another date: another text. Of a folder it matters whether it is there. */
const looksOf = (path: string): string => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return missing;
  return found.isDirectory() ? "folder" : `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
};
