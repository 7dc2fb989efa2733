import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as nodeModule from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/**
 * Loads a built file in CommonJS and what it requires, with the code that V8 made of them at an earlier run: compiling is a
 * third of a cold start. The code is kept beside the files, as Python keeps its own in `__pycache__`; where nothing may be written
 * there, Node 22 and later keep it elsewhere, which takes longer to load.
 *
 * In:   the path of a file.
 * Out:  what it exports.
 * Says: nothing: where the code cannot be kept, it is compiled again.
 */
export const loadCompiled = (file: string): unknown => {
  const folder = join(dirname(file), ".compiled");
  // Node 20's types do not have it
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
  if (enableCompileCache === undefined || mayKeep(folder)) return loadKept(file, folder);
  enableCompileCache();
  return nodeModule.createRequire(file)(file);
};

const mayKeep = (folder: string): boolean => {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

type Exports = { readonly exports: unknown };

/** Our own way: `folder` is where compiled code is kept. */
export const loadKept = (file: string, folder: string): unknown => {
  const kept = join(folder, `${process.version}-${process.platform}-${process.arch}`);
  const loaded = new Map<string, Exports>();
  const fresh = new Map<string, Script>();
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const { size, mtimeMs } = statSync(path);
    const code = join(kept, `${basename(path)}-${size}-${Math.trunc(mtimeMs)}`);
    const cachedData = readKept(code);
    const script = compile(path, cachedData);
    // what V8 rejects was kept under other flags, where it will serve again
    if (cachedData === undefined) fresh.set(code, script);
    const module = { exports: {} };
    loaded.set(path, module);
    const outside = nodeModule.createRequire(path);
    const require = (id: string): unknown =>
      id.startsWith("./") ? load(join(dirname(path), id)) : outside(id);
    script.runInThisContext().call(module.exports, module.exports, require, module, path, dirname(path));
    return module.exports;
  };
  // at the end, for only then V8 has compiled what such a run needs
  process.once("exit", () => keep(fresh, kept));
  return load(file);
};

const compile = (path: string, cachedData: Buffer | undefined): Script => {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, "utf8").replace(/^#!.*/, "")}\n})`;
  return new Script(source, { filename: path, ...(cachedData && { cachedData }) });
};

const readKept = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

const keep = (fresh: ReadonlyMap<string, Script>, folder: string): void => {
  try {
    if (fresh.size > 0) mkdirSync(folder, { recursive: true });
    for (const [path, script] of fresh) {
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, script.createCachedData());
      renameSync(temporary, path);
    }
  } catch {
    // a folder that cannot be written: the next run compiles again
  }
};
