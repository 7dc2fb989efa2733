import { createHash } from "node:crypto";
import type { CheckOptions } from "../../check/check.ts";
import { type DocumentVerdict, lintDocument } from "../../lint-document.ts";
import { hasErrors } from "../../source/outcome.ts";
import type { Source } from "../../source/source.ts";
import { type configFinder, rootOf } from "../config/find-config.ts";
import { settingsOf } from "../config/settings-of.ts";
import { importsFor } from "../imports.ts";
import type { Input } from "../inputs.ts";
import type { startStats } from "../stats.ts";
import type { World } from "../world.ts";
import type { LintCache } from "./lint-cache.ts";
import type { LintFlags } from "./lint-flags.ts";

/** What a run lints with. */
export interface Tools {
  readonly world: World;
  readonly flags: LintFlags;
  readonly configOf: ReturnType<typeof configFinder>;
  readonly stats: ReturnType<typeof startStats>;
  readonly cache: LintCache;
}

/** Lints any text of one file: the one that is there, and those that fixes would make of it. */
export type Linter = (text: string) => DocumentVerdict;

/** Makes the linter of a file, by its configuration and the command's own options; it asks the cache first. */
export const linterOf = async (input: Input, tools: Tools): Promise<Linter> => {
  const { world, flags, configOf, stats, cache } = tools;
  const { name } = input;
  const found = await configOf(name);
  const { extends: preset, rules } = settingsOf(found, name, world);
  const options: CheckOptions = { ...(preset && { extends: preset }), rules: { ...rules, ...flags.rule } };
  const root = flags.root === undefined ? rootOf(found) : { root: flags.root };
  const imports = importsFor(input, root, world);
  return (text) => {
    const key = keyOf({ name, text }, { ...options, ...root });
    const known = cache.get(name, key, imports.readFile);
    if (known !== undefined) return known;
    const verdict = lintDocument({ name, text }, { ...options, ...imports }, stats.time);
    // an import that failed left no text by which to see that it is there now
    if (!text.includes("@") || !hasErrors(verdict.diagnostics)) cache.set(name, key, verdict);
    return verdict;
  };
};

const keyOf = ({ name, text }: Source, options: object): string =>
  createHash("sha256")
    .update(JSON.stringify([name, options]))
    .update("\0")
    .update(text)
    .digest("base64");
