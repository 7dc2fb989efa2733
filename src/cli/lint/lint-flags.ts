import { InvalidArgumentError } from "commander";
import { type FormatName, formatNames, isFormatName } from "../../report/formats.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { RootFlag } from "../imports.ts";
import type { CommonFlags } from "../main.ts";
import type { RuleLevels } from "../rule-levels.ts";

/** Where a report goes: a file, or standard output. */
export interface Target {
  readonly format: FormatName;
  readonly file?: string;
}

export interface LintFlags extends CommonFlags, RootFlag {
  readonly format?: readonly Target[];
  readonly rule?: RuleLevels;
  readonly config?: string;
  readonly printConfig?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly baseline?: readonly string[];
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
  readonly listFiles?: boolean;
  readonly showSuppressed?: boolean;
  /** Rules over all flows as one system run as well. */
  readonly system?: boolean;
  /** The folder to draw in how findings can come about. */
  readonly witness?: string;
  readonly stats?: boolean;
  readonly cache?: boolean;
  readonly jobs?: number;
}

/** Reads `json` or `json=findings.json`, and adds it to the ones before. */
export const addTarget = (typed: string, before: readonly Target[] = []): readonly Target[] => {
  const [name = "", ...rest] = typed.split("=");
  if (!isFormatName(name)) {
    const hint = didYouMean(name, formatNames) ?? `The formats are ${formatNames.join(", ")}.`;
    throw new InvalidArgumentError(`There is no format \`${name}\`. ${hint}`);
  }
  const target: Target = rest.length === 0 ? { format: name } : { format: name, file: rest.join("=") };
  const isTwice = target.file === undefined && before.some(({ file }) => file === undefined);
  if (isTwice)
    throw new InvalidArgumentError("Only one report can go to standard output; give the others a file.");
  return [...before, target];
};
