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

/** What a rule's precision says of its findings. */
export const precisionWords: Readonly<Record<Precision, string>> = {
  "very-high": "nearly all of its findings are faults",
  high: "most of its findings are faults",
  medium: "many of its findings are faults",
  low: "some of its findings are faults",
};

/** What a rule offers to do about its findings. */
export const fixWords: Readonly<Record<Rule["fixKind"], string>> = {
  none: "none, since what is right depends on what is meant",
  suggestion: "an edit for a person to choose",
  safe: "an edit that is surely right",
};
