import { main } from "../../src/cli/main.ts";
import type { World } from "../../src/cli/world.ts";
import type { Decoding } from "../../src/node/read-text.ts";

export interface MemoryWorldOptions {
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** ms that pass each time somebody looks at the clock. */
  readonly tick?: number;
  /** Paths at which the disk fails, with Node's code for it; `BUG` is an error that no disk has. */
  readonly broken?: Readonly<Record<string, string>>;
  /** What modules export, by path; an error is thrown by the module itself. */
  readonly modules?: Readonly<Record<string, unknown>>;
  /** Whether results may be kept, in `cache/lint.json`. */
  readonly isCaching?: boolean;
}

/** What a run left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Runs the command in a world of plain objects: no disk, no process, no clock. */
export const runIn = async (options: MemoryWorldOptions, ...args: string[]): Promise<Run> => {
  const { stdin = "", env = {}, isTerminal = false, tick = 0, broken = {}, modules = {} } = options;
  const files = new Map(Object.entries(options.files ?? {}));
  const folders = new Set([".", ...[...files.keys()].flatMap(foldersOf)]);
  let [out, err, time] = ["", "", 0];
  const failAt = (path: string, code: string | undefined): void => {
    const error = new Error(`${code}: ${path}`);
    if (code !== undefined) throw code === "BUG" ? error : Object.assign(error, { code });
  };
  const world: World = {
    env,
    isTerminal: { out: isTerminal, err: isTerminal },
    cwd: "/home/me/project",
    ...(options.isCaching && { cache: { folder: () => "cache", build: () => "1" } }),
    load: (path) => {
      if (modules[path] instanceof Error) throw modules[path];
      return modules[path];
    },
    now: () => {
      time += tick;
      return time;
    },
    print: (content) => {
      out += plain(content);
    },
    tell: (text) => {
      err += text;
    },
    readStdin: async (decoding) => decoded(stdin, decoding),
    kindOf: (path) => {
      const plain = path.replace(/^\.\/(?=.)/, "").replace(/(?<=.)\/$/, "");
      return files.has(plain) ? "file" : folders.has(plain) ? "folder" : "missing";
    },
    read: (path, decoding) => {
      failAt(path, broken[path]);
      return decoded(files.get(path) ?? "", decoding);
    },
    readBytes: (path) => {
      failAt(path, broken[path]);
      return Buffer.from(files.get(path) ?? "");
    },
    readerBelow: () => (path) => {
      failAt(path, broken[path] ?? (folders.has(path) ? "EISDIR" : files.has(path) ? undefined : "ENOENT"));
      return files.get(path) ?? "";
    },
    write: (path, content) => {
      failAt(
        path,
        broken[path] ?? (folders.has(path) ? "EISDIR" : folders.has(parentOf(path)) ? undefined : "ENOENT"),
      );
      files.set(path, plain(content));
    },
    makeFolder: (path) => {
      failAt(path, files.has(path) ? "EEXIST" : undefined);
      for (const folder of [path, ...foldersOf(path)]) folders.add(folder);
    },
    find: async (pattern, from) =>
      [...files.keys()]
        .flatMap((path) =>
          from === "." ? path : path.startsWith(`${from}/`) ? path.slice(from.length + 1) : [],
        )
        .filter((path) => globOf(pattern).test(path))
        .sort(),
  };
  return { code: await main(args, world, "1.2.3"), out, err, files };
};

const decoded = (text: string, { keepMark = false }: Decoding = {}): string =>
  keepMark ? text : text.replace(/^\ufeff/, "");

/** Bytes one to a character. */
const plain = (content: string | Uint8Array): string =>
  typeof content === "string" ? content : Buffer.from(content).toString("latin1");

const parentOf = (path: string): string => path.split("/").slice(0, -1).join("/") || ".";

const foldersOf = (path: string): readonly string[] => {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
};

/** The part of a glob's language that the tests use: `**` and `*`. */
const globOf = (glob: string): RegExp => {
  const parts = glob.split("**/").map((part) =>
    part
      .split("*")
      .map((plain) => plain.replace(/[.+^${}()|[\]\\]/g, "\\$&"))
      .join("[^/]*"),
  );
  return new RegExp(`^${parts.join("(?:.*/)?")}$`);
};
