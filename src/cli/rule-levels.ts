import { InvalidArgumentError } from "commander";
import { rules } from "../check/rules.ts";
import type { Severity } from "../source/diagnostic.ts";
import { didYouMean } from "./nearest.ts";

export type Level = Severity | "off";

/** What a user wants of a rule instead of what it says itself. */
export type RuleLevels = Readonly<Record<string, Level>>;

const levels: readonly Level[] = ["off", "info", "warning", "error"];

/** Reads `missing-reply=off`, and adds it to the ones before. */
export const addRuleLevel = (typed: string, before: RuleLevels = {}): RuleLevels => {
  const [code = "", level = ""] = typed.split("=");
  const codes = rules.map((rule) => rule.code);
  if (!codes.includes(code)) {
    const hint = didYouMean(code, codes) ?? "`slant explain` lists the rules.";
    throw new InvalidArgumentError(`There is no rule \`${code}\`. ${hint}`);
  }
  const known = levels.find((name) => name === level);
  if (known === undefined)
    throw new InvalidArgumentError(`Write \`${code}=off\`, or info, warning or error.`);
  return { ...before, [code]: known };
};
