import { relative, resolve, sep } from "node:path";
import type { PresetName } from "../../check/presets.ts";
import { presetsOf } from "../../check/presets.ts";
import { rules } from "../../check/rules.ts";
import type { Settings } from "../../config/config.ts";
import { settingsFor } from "../../config/settings-for.ts";
import type { Level } from "../../options.ts";
import type { World } from "../world.ts";
import type { FoundConfig } from "./find-config.ts";

/** What a configuration says for a file; the path is as the user wrote it. */
export const settingsOf = ({ config, folder }: FoundConfig, path: string, { cwd }: World): Settings =>
  settingsFor(config, relative(folder, resolve(cwd, path)).split(sep).join("/"));

/** Everything that holds for a file, spelled out: for `--print-config`. */
export const printedSettings = (found: FoundConfig, settings: Settings): string => {
  const { extends: preset = "recommended", rules: said = {}, ...others } = settings;
  const printed = {
    config: found.file ?? null,
    extends: preset,
    rules: Object.fromEntries(rules.map((rule) => [rule.code, levelOf(rule, preset, said[rule.code])])),
    ...others,
    ...(found.config.root !== undefined && { root: found.config.root }),
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
};

const levelOf = (rule: (typeof rules)[number], preset: PresetName, said: Level | undefined): Level =>
  said ?? (presetsOf(rule).includes(preset) ? rule.severity : "off");
