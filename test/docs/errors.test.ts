import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { explanationGroups } from "../../src/explanations.ts";
import { compile, render } from "../../src/index.ts";
import { plain } from "../../src/report/palette.ts";
import { pretty } from "../../src/report/pretty.ts";
import type { Explanation } from "../../src/source/explanation.ts";
import { shownExample } from "../../src/source/shown-example.ts";
import { reader } from "./flows.ts";

/** What makes a text no flow: everything that is explained and is no rule, which has a category. */
const groups = explanationGroups.filter(({ explanations }) =>
  explanations.every(({ category }) => category === undefined),
);
const errors = groups.flatMap(({ explanations }) => explanations);

const fenced = (source: string, language?: "d2"): string => `\`\`\`${language ?? "slant"}\n${source}\`\`\``;

/** What the command says of the text, as on a terminal without colours. */
const said = async ({ bad, language, files = {} }: Explanation): Promise<string> => {
  const source = { name: `flow.${language ?? "slant"}`, text: bad };
  const readFile = reader({ name: source.name, text: bad, files });
  const compiled = compile(source, Object.keys(files).length === 0 ? {} : { readFile });
  const found = compiled.diagnostics.length === 0 ? await render(source, { format: "png" }) : compiled;
  const sources = { [source.name]: bad, ...files };
  return pretty({ files: [source.name], diagnostics: found.diagnostics, sources }, plain);
};

const page = async (explanation: Explanation): Promise<string> => {
  const { code, severity, summary, why, language } = explanation;
  const { bad, good, files, filesLeftOut } = shownExample(explanation);
  const imported = files.map(({ path, text }) => `The file \`${path}\`:\n\n${fenced(text)}\n\n`).join("");
  return `# ${code}

*${severity}*

${summary}

## Why

${why}

## A text that has it

${fenced(bad, language)}

\`\`\`text
${(await said(explanation)).trimEnd()}
\`\`\`

## The same text, mended

${fenced(good, language)}

${imported}${filesLeftOut === 0 ? "" : `… and ${filesLeftOut} more files\n\n`}---

\`slant explain ${code}\` prints this page. [All errors of the text](../errors.md)
`;
};

const table = (explanations: readonly Explanation[]): string => `| code | is | says |
|---|---|---|
${explanations.map(({ code, severity, summary }) => `| [${code}](errors/${code}.md) | ${severity} | ${summary} |`).join("\n")}
`;

const list = `# Errors of the text

What makes a text no flow: it cannot be read, or a name, a type or a place in it cannot be right. Besides, what a flow means and a
format cannot show. Every command reports these; an
error among them means that no picture is drawn (\`--force\` draws what was understood), a warning that one is. Several
mistakes are reported in one run, each of them once. They cannot be turned off; what can is a [rule](rules.md).

${groups.map(({ title, explanations }) => `## ${title}\n\n${table(explanations)}`).join("\n")}`;

test.each(errors.map((error) => [error.code, error] as const))(
  "docs/errors/%s.md is the error's page (`npm run docs` writes it)",
  async (code, error) => {
    await expect(await page(error)).toMatchFileSnapshot(`../../docs/errors/${code}.md`);
  },
);

test("docs/errors.md lists the errors (`npm run docs` writes it), and no page is left over", async () => {
  await expect(list).toMatchFileSnapshot("../../docs/errors.md");
  const pages = errors.map(({ code }) => `${code}.md`);
  expect(readdirSync("docs/errors").filter((name) => !pages.includes(name))).toEqual([]);
});
