import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../src/check/rules.ts";

type RulePage = (typeof rules)[number];

const page = ({ code, severity, category, summary, why, bad, good, limits }: RulePage): string => `# ${code}

*${severity} · ${category}*

${summary}

## Why

${why}

## A flow that has it

\`\`\`slant
${bad.trimEnd()}
\`\`\`

## The same flow, mended

\`\`\`slant
${good.trimEnd()}
\`\`\`

## What it does not see

${limits}

---

\`slant explain ${code}\` prints this page. [All rules](../rules.md)
`;

const list = `# Rules

What \`slant lint\` checks. \`--rule CODE=off|info|warning|error\` changes what a rule counts as; the comment
\`# slant-ignore CODE: reason\` before a statement, or \`# slant-ignore-file CODE: reason\`, keeps a finding from being reported.

| rule | is | says |
|---|---|---|
${rules.map(({ code, severity, summary }) => `| [${code}](rules/${code}.md) | ${severity} | ${summary} |`).join("\n")}

Mistakes in the text have codes and pages, too: [Errors of the text](errors.md). \`slant explain\` lists all.
`;

test.each(rules.map((rule) => [rule.code, rule] as const))(
  "docs/rules/%s.md is the rule's page (`npm run docs` writes it)",
  async (code, rule) => {
    await expect(page(rule)).toMatchFileSnapshot(`../../docs/rules/${code}.md`);
  },
);

test("docs/rules.md lists the rules (`npm run docs` writes it), and no page is left over", async () => {
  await expect(list).toMatchFileSnapshot("../../docs/rules.md");
  const pages = rules.map(({ code }) => `${code}.md`);
  expect(readdirSync("docs/rules").filter((name) => !pages.includes(name))).toEqual([]);
});
