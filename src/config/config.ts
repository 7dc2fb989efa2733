import type { PresetName } from "../check/presets.ts";
import type { Level } from "../options.ts";
import type { Limits } from "../source/limits.ts";

/** What may be said for all files, and again for some. */
export interface Settings {
  /** Which rules run: `recommended` where nothing is said. */
  readonly extends?: PresetName;
  /** What a rule's findings count as, by its code; a rule named here runs with every preset. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** How pictures are coloured, by the name of a theme. */
  readonly theme?: string;
  /** The same for readers who prefer dark. */
  readonly darkTheme?: string;
  /** Whether pictures bring their letters with them. */
  readonly fonts?: "embed" | "system";
  /** How large a text may be, where the usual limits do not fit. */
  readonly limits?: Partial<Limits>;
}

/** Settings for some files; of several overrides that match a file, a later one wins. */
export interface Override extends Settings {
  /** Globs, relative to the configuration's folder; one without a `/` matches in every folder. */
  readonly files: string | readonly string[];
}

/** What `slant.config.json`, `slant.config.js`, `slant.config.mjs` or `"slant"` in package.json may hold. */
export interface Config extends Settings {
  /** For editors: the JSON Schema that describes this file. */
  readonly $schema?: string;
  readonly overrides?: readonly Override[];
  /** The folder that imports may not leave, relative to the configuration's own. */
  readonly root?: string;
}

/** Returns its argument: in a configuration written in JavaScript, it brings completion and checks. */
export const defineConfig = (config: Config): Config => config;
