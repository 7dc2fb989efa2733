import type { PresetName } from "../../check/presets.ts";
import { presetsOf } from "../../check/presets.ts";
import { rules } from "../../check/rules.ts";
import type { Settings } from "../../config/config.ts";
import type { Level } from "../../options.ts";
import { limitsFrom } from "../../source/limits.ts";
import type { FoundConfig } from "./find-config.ts";

/** Everything that holds for a file, spelled out: for `--print-config`. */
export const printedSettings = (found: FoundConfig, settings: Settings): string => {
  const { extends: preset = "recommended", rules: said = {}, limits, ...others } = settings;
  const printed = {
    config: found.file ?? null,
    extends: preset,
    rules: Object.fromEntries(rules.map((rule) => [rule.code, levelOf(rule, preset, said[rule.code])])),
    ...others,
    limits: limitsFrom(limits),
    ...(found.config.root !== undefined && { root: found.config.root }),
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
};

const levelOf = (rule: (typeof rules)[number], preset: PresetName, said: Level | undefined): Level =>
  said ?? (presetsOf(rule).includes(preset) ? rule.severity : "off");
