import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../src/check/rules.ts";
import { type Explained, explanationGroups } from "../../src/explanations.ts";
import { shownExample } from "../../src/source/shown-example.ts";

/** Rules have a category; what else is explained makes a text no flow. */
const groups = explanationGroups.filter(({ explanations }) =>
  explanations.some(({ category }) => category !== undefined),
);
const all = groups.flatMap(({ explanations }) => explanations);

const fenced = (source: string): string => `\`\`\`slant\n${source}\`\`\``;

const page = (rule: Explained): string => {
  const { code, severity, category, summary, why, limits } = rule;
  const { bad, good, files } = shownExample(rule);
  const others = files.map(({ path, text }) => `The file \`${path}\`:\n\n${fenced(text)}\n\n`).join("");
  return `# ${code}

*${severity} · ${category}*

${summary}

## Why

${why}

## A flow that has it

${fenced(bad)}

## The same flow, mended

${fenced(good)}

${others}## What it does not see

${limits}

---

\`slant explain ${code}\` prints this page. [All rules](../rules.md)
`;
};

const table = (explanations: readonly Explained[]): string => `| rule | is | says |
|---|---|---|
${explanations.map(({ code, severity, summary }) => `| [${code}](rules/${code}.md) | ${severity} | ${summary} |`).join("\n")}
`;

const list = `# Rules

What \`slant lint\` checks. \`--rule CODE=off|info|warning|error\` changes what a rule counts as; the comment
\`# slant-ignore CODE: reason\` before a statement, or \`# slant-ignore-file CODE: reason\`, keeps a finding from being reported.

${groups.map(({ title, explanations }) => `## ${title}\n\n${table(explanations)}`).join("\n")}
Mistakes in the text have codes and pages, too: [Errors of the text](errors.md). \`slant explain\` lists all.
`;

test("the rules of one flow are all there", () => {
  expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining(rules.map(({ code }) => code)));
});

test.each(all.map((rule) => [rule.code, rule] as const))(
  "docs/rules/%s.md is the rule's page (`npm run docs` writes it)",
  async (code, rule) => {
    await expect(page(rule)).toMatchFileSnapshot(`../../docs/rules/${code}.md`);
  },
);

test("docs/rules.md lists the rules (`npm run docs` writes it), and no page is left over", async () => {
  await expect(list).toMatchFileSnapshot("../../docs/rules.md");
  const pages = all.map(({ code }) => `${code}.md`);
  expect(readdirSync("docs/rules").filter((name) => !pages.includes(name))).toEqual([]);
});
