import type { Rule } from "../rule.ts";

export const unusedSuppression: Rule = {
  code: "unused-suppression",
  severity: "warning",
  category: "style",
  precision: "very-high",
  tier: "structure",
  fixKind: "safe",
  summary: "A suppression no longer matches any finding.",
  why:
    "The fault that it excused is gone, or has moved. Left in place, it will hide the next one of its kind, and its reason " +
    "misleads whoever reads it.",
  bad:
    "# slant-ignore unawaited-callback: the log never fails\n" +
    "api ~> log: write { callback: written }\nlog ~> api: done { resolves: written }\nawait: written\n",
  good: "api ~> log: write { callback: written }\nlog ~> api: done { resolves: written }\nawait: written\n",
  sources: ["RUF100 of Ruff: unused noqa directives", "--report-unused-disable-directives of ESLint"],
  yieldsTo: ["broken-suppression"],
  limits: "A suppression of a rule that is turned off is left alone.",
  isLast: true,
  check: ({ unused, words }) =>
    unused.map(({ codes, span, over }) => ({
      message: `This suppression of \`${codes.join(", ")}\` matches nothing ${over === undefined ? "in this file" : "in the statement below it"}.`,
      span,
      help: "take it out",
      fixes: [words.remove(span, "Take out the suppression")],
      about: [],
    })),
};
