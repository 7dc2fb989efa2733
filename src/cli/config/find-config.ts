import { basename, dirname, join, relative, resolve } from "node:path";
import type { Config } from "../../config/config.ts";
import { attempt, Failure } from "../failure.ts";
import type { World } from "../world.ts";

/** A configuration and where it came from. */
export interface FoundConfig {
  readonly config: Config;
  /** What messages call the file; absent where there is no configuration. */
  readonly file?: string;
  /** The folder from which its globs start: absolute. */
  readonly folder: string;
  /** The folder that imports may not leave, as the user would write it. */
  readonly root?: string;
}

/** The names of a configuration, of which the first in a folder counts. */
export const configNames: readonly string[] = [
  "slant.config.json",
  "slant.config.js",
  "slant.config.mjs",
  "package.json",
];

/**
 * Finds the configuration of each file: the nearest one upward from its folder.
 *
 * In:   the file that `--config` names, if any, which then is that of all files, with globs from where the command runs.
 * Out:  a function from a file's path to its configuration; each folder is looked at once.
 * Says: fails, naming the configuration and the place in it, when one cannot be read or is not what it should be.
 */
export const configFinder = (world: World, explicit?: string): ((path: string) => Promise<FoundConfig>) => {
  if (explicit !== undefined) {
    let loaded: Promise<FoundConfig> | undefined;
    return () => {
      loaded ??= named(explicit, world);
      return loaded;
    };
  }
  const known = new Map<string, Promise<FoundConfig>>();
  const inFolder = (folder: string): Promise<FoundConfig> => {
    const found = known.get(folder) ?? lookUpward(folder);
    known.set(folder, found);
    return found;
  };
  const lookUpward = async (folder: string): Promise<FoundConfig> => {
    const parent = dirname(folder);
    const own = await lookIn(folder, world);
    return own ?? (parent === folder ? { config: {}, folder: world.cwd } : inFolder(parent));
  };
  return (path) => inFolder(dirname(resolve(world.cwd, path)));
};

const named = async (file: string, world: World): Promise<FoundConfig> => {
  const config = await load(file, world);
  if (config !== undefined) return { config, file, folder: world.cwd, ...rootIn(config, world.cwd, world) };
  throw new Failure(`\`${file}\` holds no configuration: it has no \`"slant"\``);
};

/** The option that a configuration stands for. */
export const rootOf = ({ root }: FoundConfig): { readonly root?: string } =>
  root === undefined ? {} : { root };

/** Its `root` stands beside it. */
const rootIn = ({ root }: Config, folder: string, { cwd }: World): Pick<FoundConfig, "root"> =>
  root === undefined ? {} : { root: relative(cwd, resolve(folder, root)) || "." };

const lookIn = async (folder: string, world: World): Promise<FoundConfig | undefined> => {
  const shown = relative(world.cwd, folder);
  for (const name of configNames) {
    // nearly always there is none, and no path worth tidying
    if (world.kindOf(shown === "" ? name : `${shown}/${name}`) !== "file") continue;
    const file = join(shown, name);
    const config = await load(file, world);
    if (config !== undefined) return { config, file, folder, ...rootIn(config, folder, world) };
  }
  return undefined;
};

/** A package.json without a `"slant"` is no configuration. */
const load = async (file: string, world: World): Promise<Config | undefined> => {
  const isPackage = basename(file) === "package.json";
  // most packages say nothing of Slant, and need not be read as JSON to see that
  const text = /\.[cm]?js$/.test(file) ? undefined : attempt("read", file, () => world.read(file));
  if (isPackage && !text?.includes('"slant"')) return undefined;
  const read = text === undefined ? imported(file, world) : parsed(text, file);
  const value = isPackage ? (read as { readonly slant?: unknown } | null)?.slant : read;
  if (isPackage && value === undefined) return undefined;
  // most runs find no configuration, and need not know what one may hold
  const { complaintsAboutConfig } = await import("../../config/config-shape.ts");
  const [first, ...more] = complaintsAboutConfig(value);
  if (first === undefined) return value as Config;
  throw new Failure(
    `\`${file}\`: ${first}`,
    more.length === 0 ? undefined : ["And:", ...more.slice(0, 9)].join(" · "),
  );
};

const parsed = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`\`${file}\` is no JSON: ${placeOf(String((error as Error).message), text)}`);
  }
};

/** JSON.parse tells an offset, where people count lines. */
const placeOf = (message: string, text: string): string => {
  const [, words = message, offset] = /^(.*?) (?:in JSON )?at position (\d+)/.exec(message) ?? [];
  if (offset === undefined) return message;
  const before = text.slice(0, Number(offset)).split(/\r\n|\n|\r/);
  return `${words} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
};

const imported = (file: string, world: World): unknown => {
  attempt("read", file, () => world.read(file));
  const config = loaded(file, world);
  if (config !== undefined) return config;
  throw new Failure(`\`${file}\` has no default export`, "Write `export default defineConfig({ … })`.");
};

const loaded = (file: string, world: World): unknown => {
  try {
    return world.load(file);
  } catch (error) {
    throw new Failure(`\`${file}\` fails: ${error instanceof Error ? error.message : String(error)}`);
  }
};
