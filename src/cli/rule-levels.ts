import { InvalidArgumentError } from "commander";
import { rules } from "../check/rules.ts";
import { type Level, levels } from "../options.ts";
import { systemRules } from "../system/system-rules.ts";
import { didYouMean } from "./did-you-mean.ts";

/** What a user wants of a rule instead of what it says itself. */
export type RuleLevels = Readonly<Record<string, Level>>;

/** Reads `missing-reply=off`, and adds it to the ones before. */
export const addRuleLevel = (typed: string, before: RuleLevels = {}): RuleLevels => {
  const [code = "", asked = ""] = typed.split("=");
  const codes = [...rules, ...systemRules].map((rule) => rule.code);
  if (!codes.includes(code)) {
    const hint = didYouMean(code, codes) ?? "`slant explain` lists the rules.";
    throw new InvalidArgumentError(`There is no rule \`${code}\`. ${hint}`);
  }
  const level = levels.find((name) => name === asked);
  if (level === undefined)
    throw new InvalidArgumentError(`Write \`${code}=off\`, or info, warning or error.`);
  return { ...before, [code]: level };
};
