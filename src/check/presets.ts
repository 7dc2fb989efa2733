import type { Precision, Rule } from "./rule.ts";

/** Which rules run, by how sure they are; a preset holds the ones before it. */
export const presets = {
  recommended: ["very-high", "high"],
  strict: ["very-high", "high", "medium"],
  all: ["very-high", "high", "medium", "low"],
} as const satisfies Record<string, readonly Precision[]>;

export type PresetName = keyof typeof presets;

/** The presets that hold a rule. */
export const presetsOf = ({ precision }: Pick<Rule, "precision">): readonly PresetName[] =>
  (Object.keys(presets) as readonly PresetName[]).filter((name) =>
    (presets[name] as readonly Precision[]).includes(precision),
  );
