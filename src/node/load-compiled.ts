import { isAscii } from "node:buffer";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** Built files in CommonJS, all in one folder. */
export interface Built {
  /** Where they are: absolute. */
  readonly folder: string;
  /** Those that a run loads anyway, and a name for them: they are kept as one, which is read and put to work in one go. */
  readonly together: { readonly name: string; readonly files: readonly string[] };
  /** Gives them Node's own parts and other packages. */
  readonly outside: (id: string) => unknown;
}

/**
 * Loads a built file and what it requires, with the code that V8 made of them at an earlier run: compiling is two thirds of a cold
 * start. The code is kept beside the files, as Python keeps its own in `__pycache__`, or where that cannot be written, with what
 * the user's programs keep.
 *
 * In:   the name of a file, and what it belongs to.
 * Out:  what it exports.
 * Says: nothing: where the code cannot be kept, it is compiled again.
 * Cost: of what is kept, one file is read for those that are kept together, and one for each other.
 */
export const loadCompiled = (file: string, { folder, together, outside }: Built): unknown => {
  const version = `${process.version}-${process.platform}-${process.arch}`;
  const places = [
    () => join(folder, ".compiled", version),
    // a drive's colon is no part of a name
    () => join(userCaches(), "slant", "compiled", folder.replaceAll(":", ""), version),
  ];
  // `join` would look at every character of each
  const pathOf = (name: string): string => `${folder}/${name}`;
  const opened: Opened[] = [];
  const bodies = new Map<string, Body>();
  const open = (name: string, files: readonly string[]): void => {
    const paths = files.map(pathOf);
    const id = idOf(name, paths);
    const kept = first(places, (place) => keptIn(readFileSync(join(place(), id))));
    const source = kept?.source ?? joined(paths);
    const script = new Script(source, {
      filename: pathOf(name),
      ...(kept && { cachedData: kept.code }),
    });
    opened.push({ id, source, script, made: kept });
    for (const [at, body] of (script.runInThisContext() as readonly Body[]).entries())
      bodies.set(files[at] as string, body);
  };
  const loaded = new Map<string, { readonly exports: unknown }>();
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    if (!bodies.has(name)) open(name, [name]);
    const module = { exports: {} };
    loaded.set(name, module);
    const require = (id: string): unknown => (id.startsWith("./") ? load(id.slice(2)) : outside(id));
    bodies.get(name)?.call(module.exports, module.exports, require, module, pathOf(name), folder);
    return module.exports;
  };
  // at the end, for only then V8 has compiled what such a run needs
  process.once("exit", (exitCode) => {
    const better = opened.flatMap((each) => renewed(each, exitCode));
    if (better.length > 0) first(places, (place) => keep(better, place()));
  });
  if (together.files.length > 0) open(together.name, together.files);
  return load(file);
};

/** What a file in CommonJS is to Node. */
type Body = (exports: unknown, require: unknown, module: unknown, filename: string, dirname: string) => void;

/** How kept code came about. */
interface Made {
  /** How many runs it is of: each compiles what those before it had no use for. */
  readonly runs: number;
  /** The best exit code of them: a run that fails may not come to most of what others need. */
  readonly exitCode: number;
}

interface Kept extends Made {
  readonly source: string;
  readonly code: Buffer;
}

/** Files that are compiled as one. */
interface Opened {
  readonly id: string;
  readonly source: string;
  readonly script: Script;
  readonly made: Made | undefined;
}

/** What changes with every file that does. */
const idOf = (name: string, paths: readonly string[]): string => {
  let [bytes, time] = [0, 0];
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    bytes += size;
    time = Math.max(time, Math.trunc(mtimeMs));
  }
  return `${name}-${bytes}-${time}`;
};

/** A list of functions; the brackets around each have V8 compile it at once. */
const joined = (paths: readonly string[]): string => `[${paths.map(wrapped).join(",\n")}]`;

const wrapped = (path: string): string =>
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, "utf8")}\n})`;

/** Four numbers stand in front: the lengths of source and code, bytes, and how they were made. */
const headLength = 16;

const keptIn = (bytes: Buffer): Kept => {
  const [sourceLength = 0, codeLength = 0, runs = 0, exitCode = 0] = [0, 4, 8, 12].map((at) =>
    bytes.readUInt32LE(at),
  );
  if (bytes.length !== headLength + sourceLength + codeLength) throw new Error("It is not whole.");
  const text = bytes.subarray(headLength, headLength + sourceLength);
  return {
    // what is ASCII need not be decoded
    source: isAscii(text) ? text.toString("latin1") : text.toString(),
    code: bytes.subarray(headLength + sourceLength),
    runs,
    exitCode,
  };
};

/** After so many runs, what another would add is not worth its time. */
const enoughRuns = 3;

/** What is to be kept of this run, if it knows more than those before it. */
const renewed = (
  { id, source, script, made }: Opened,
  exitCode: number,
): readonly { readonly id: string; readonly parts: readonly Buffer[] }[] => {
  // what V8 rejects was kept under other flags, where it will serve again
  const isGood = made !== undefined && made.runs >= enoughRuns && made.exitCode <= exitCode;
  if (isGood || script.cachedDataRejected) return [];
  const [text, code] = [Buffer.from(source), script.createCachedData()];
  const head = Buffer.alloc(headLength);
  const best = Math.min(made?.exitCode ?? exitCode, exitCode);
  for (const [at, number] of [text.length, code.length, (made?.runs ?? 0) + 1, best].entries())
    head.writeUInt32LE(number, at * 4);
  return [{ id, parts: [head, text, code] }];
};

const keep = (all: ReturnType<typeof renewed>, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const { id, parts } of all) {
    const temporary = join(folder, `${id}.${process.pid}.tmp`);
    writeFileSync(temporary, Buffer.concat(parts));
    renameSync(temporary, join(folder, id));
  }
};

/** What the first place gives that has it. */
const first = <Place, Found>(places: readonly Place[], of: (place: Place) => Found): Found | undefined => {
  for (const place of places)
    try {
      return of(place);
    } catch {
      // it is not there, or cannot be read or written
    }
  return undefined;
};

/** As in cache-folder.ts: this file shares nothing with what it loads. Source: the XDG Base Directory Specification. */
const userCaches = (): string => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const home = (): string => join(process.getBuiltinModule("node:os").homedir(), ".cache");
  return XDG_CACHE_HOME || (process.platform === "win32" && LOCALAPPDATA) || home();
};
