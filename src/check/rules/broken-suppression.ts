import { nearest } from "../../source/nearest.ts";
import type { Rule } from "../rule.ts";

export const brokenSuppression: Rule = {
  code: "broken-suppression",
  severity: "error",
  category: "style",
  precision: "very-high",
  tier: "structure",
  fixKind: "none",
  summary: "A suppression names no rule, a rule that does not exist, or no reason.",
  why:
    "A suppression that nobody can read hides more than it says: without a code it would hide every finding, and without a " +
    "reason the next reader cannot tell whether it still holds.",
  bad: "# slant-ignore unawaited-callback\napi ~> log: write { callback: written }\nlog ~> api: done { resolves: written }\nawait: written\n",
  good: "api ~> log: write { callback: written }\nlog ~> api: done { resolves: written }\nawait: written\n",
  sources: ["require-description, a rule of eslint-plugin-eslint-comments"],
  yieldsTo: [],
  limits: "Only findings of rules can be suppressed, never what makes a text impossible to read.",
  check: ({ suppressions, codes }) =>
    suppressions.flatMap(({ codes: named, reason, span }) => {
      const at = { span, about: [] };
      if (named.length === 0)
        return [
          {
            ...at,
            message: "This suppression does not say which rule it is for.",
            help: "write `# slant-ignore CODE: reason`",
          },
        ];
      const unknown = named.filter((code) => !codes.includes(code));
      const wrong = unknown.map((code) => {
        const near = nearest(code, codes);
        return {
          ...at,
          message: `There is no rule \`${code}\`.`,
          help: near === undefined ? "`slant explain` lists the rules" : `did you mean \`${near}\`?`,
        };
      });
      if (wrong.length > 0) return wrong;
      if (reason !== "") return [];
      const code = named.join(", ");
      return [
        {
          ...at,
          message: `This suppression of \`${code}\` gives no reason.`,
          help: `say why: \`# slant-ignore ${code}: reason\``,
        },
      ];
    }),
};
