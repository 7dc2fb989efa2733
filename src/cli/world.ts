import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { cacheFolderOf } from "../node/cache-folder.ts";
import { findFiles } from "../node/find-files.ts";
import { loadModule } from "../node/load-module.ts";
import { type Decoding, decodeText, readText } from "../node/read-text.ts";
import { rootedReader } from "../node/rooted-reader.ts";
import { isTerminal, standardWriter } from "../node/standard-stream.ts";
import type { FileWatcher } from "../node/watch-files.ts";
import type { WorkerPool } from "../node/worker-pool.ts";
import { writeWhole } from "../node/write-whole.ts";
import { ExitCode } from "./exit-code.ts";
import { reasonOf } from "./failure.ts";

/** The outside, as far as a command can reach it; a test passes a plain object. Paths are as the user wrote them. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard output, and standard error. */
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  /** The folder in which the command runs: absolute. */
  readonly cwd: string;
  /** Where results may be kept for the next run, and what tells one build of Slant from another; absent where nothing may. */
  readonly cache?: { readonly folder: () => string; readonly build: () => string };
  /** Other threads; absent where there are none. */
  readonly workers?: { readonly cores: number; readonly open: (count: number) => Promise<WorkerPool> };
  /** Sees what happens to files; absent where nothing can. */
  readonly watch?: {
    readonly files: (paths: readonly string[], isWanted: (path: string) => boolean) => Promise<FileWatcher>;
    /** Comes true when the user, or the system, asks the run to end. */
    readonly interrupted: () => Promise<void>;
  };
  /** ms, from any beginning. */
  readonly now: () => number;
  /** To standard output: only what was asked for. */
  readonly print: (content: string | Uint8Array) => void;
  /** To standard error: progress, warnings, errors. */
  readonly tell: (text: string) => void;
  readonly readStdin: (decoding?: Decoding) => Promise<string>;
  readonly kindOf: (path: string) => "file" | "folder" | "missing";
  /** Throws Node's own error, as does `write`. */
  readonly read: (path: string, decoding?: Decoding) => string;
  readonly readBytes: (path: string) => Uint8Array;
  /** Reads the files of one folder that have not too many bytes; throws for any other, wherever links lead. */
  readonly readerBelow: (folder: string, mostBytes: number) => (path: string) => string;
  /** Whole or not at all. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly makeFolder: (path: string) => void;
  /** What a module of JavaScript exports by default, also one in CommonJS. */
  readonly load: (path: string) => unknown;
  /** Paths below `from` that match a glob, sorted. */
  readonly find: (pattern: string, from: string) => Promise<readonly string[]>;
}

/** The real one. What Node takes its time to make is made when it is asked for. */
export const processWorld = (): World => {
  const [stdout, stderr] = [() => process.stdout, () => process.stderr];
  return {
    env: process.env,
    isTerminal: {
      get out() {
        return isTerminal(1, stdout);
      },
      get err() {
        return isTerminal(2, stderr);
      },
    },
    cwd: process.cwd(),
    cache: { folder: () => cacheFolderOf(process.cwd()), build: () => buildOf(process.argv[1]) },
    workers: {
      get cores() {
        return process.getBuiltinModule("node:os").availableParallelism();
      },
      open: openWorkers,
    },
    watch: { files: watchLater, interrupted },
    // `performance` would be loaded for it
    now: () => Number(process.hrtime.bigint()) / 1e6,
    print: standardWriter(1, stdout, failUnlessClosed("to standard output")),
    tell: standardWriter(2, stderr, failUnlessClosed("to standard error")),
    readStdin: async (decoding) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return decodeText(Buffer.concat(chunks), decoding);
    },
    kindOf: (path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found === undefined) return "missing";
      return found.isDirectory() ? "folder" : "file";
    },
    read: readText,
    readBytes: (path) => readFileSync(path),
    readerBelow: rootedReader,
    write: writeWhole,
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    load: loadModule,
    find: findFiles,
  };
};

/** What watches is loaded for it. */
const watchLater: NonNullable<World["watch"]>["files"] = async (paths, isWanted) => {
  const { watchFiles } = await import("../node/watch-files.ts");
  return await watchFiles(paths, isWanted);
};

/** A second Ctrl+C ends the run at once. */
const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });

/** What threads need is loaded for them. */
const openWorkers = async (count: number): Promise<WorkerPool> => {
  const { openPool } = await import("../node/worker-pool.ts");
  return openPool(join(import.meta.dirname, "worker.js"), count);
};

/** Also two builds of one version differ, while Slant itself is worked on. */
const buildOf = (script = ""): string => `${statSync(script, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;

/** `slant … | head` ends when head has seen enough; that is no error. A full disk is one. */
const failUnlessClosed =
  (name: string) =>
  ({ code, message }: NodeJS.ErrnoException): void => {
    if (code === "EPIPE") return;
    process.stderr.write(`slant: cannot write ${name}: ${reasonOf(code) ?? message}\n`);
    process.exit(ExitCode.failure);
  };
