import { shownExample } from "../../source/shown-example.ts";
import type { ToolExplanation } from "../report.ts";
import { levels } from "./levels.ts";

/** What the rules behind some codes are, in the order of the codes. */
export const descriptorsOf = (
  codes: readonly string[],
  explanations: readonly ToolExplanation[],
): readonly object[] => {
  const known = new Map(explanations.map((explanation) => [explanation.code, explanation]));
  return codes.map((code) => {
    const explanation = known.get(code);
    return explanation === undefined ? { id: code } : descriptor(explanation);
  });
};

const descriptor = (explanation: ToolExplanation): object => {
  const { code, severity, summary, why, category, precision } = explanation;
  return {
    id: code,
    name: code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: plainHelp(explanation), markdown: markdownHelp(explanation) },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: category === undefined ? ["syntax"] : [category],
      // what code scanning calls it
      precision: precision ?? "very-high",
      "problem.severity": severity === "info" ? "recommendation" : severity,
    },
  };
};

const plainHelp = (explanation: ToolExplanation): string => {
  const { summary, why, limits } = explanation;
  const { bad, good } = shownExample(explanation);
  return [
    ...[summary, why, `A flow that has it:\n\n${bad}`, `The same flow, mended:\n\n${good}`],
    ...(limits === undefined ? [] : [`What it does not see: ${limits}`]),
  ].join("\n\n");
};

const markdownHelp = (explanation: ToolExplanation): string => {
  const { summary, why, limits } = explanation;
  const { bad, good } = shownExample(explanation);
  return [
    ...[`**${summary}**`, why, "A flow that has it:", fenced(bad), "The same flow, mended:", fenced(good)],
    ...(limits === undefined ? [] : ["What it does not see:", limits]),
  ].join("\n\n");
};

const fenced = (source: string): string => `\`\`\`\`slant\n${source}\`\`\`\``;
