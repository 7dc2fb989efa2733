import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fixWords, precisionWords, presets, presetsOf } from "../../src/check/presets.ts";
import { rules } from "../../src/check/rules.ts";
import { type Explained, explanationGroups } from "../../src/explanations.ts";
import { renderSync } from "../../src/index.ts";
import { shownExample } from "../../src/source/shown-example.ts";

type RulePage = (typeof rules)[number];

/** Rules have a category; what else is explained makes a text no flow. These are checked over many flows. */
const systemGroups = explanationGroups.filter(
  ({ explanations }) => explanations !== rules && explanations.some(({ category }) => category !== undefined),
);
const systemRules = systemGroups.flatMap(({ explanations }) => explanations);

const measured: {
  readonly command: string;
  readonly recall: {
    readonly rules: Readonly<
      Record<string, { readonly mutants: number; readonly caught: number; readonly alone: number }>
    >;
    readonly survivors: readonly {
      readonly code: string;
      readonly says: readonly string[];
      readonly flows: number;
      readonly why: string;
    }[];
  };
  readonly precision: {
    readonly flows: number;
    readonly findings: readonly { readonly code: string; readonly isRight: boolean }[];
  };
} = JSON.parse(readFileSync("test/check/recall/measured.json", "utf8"));

const tierWords: Readonly<Record<RulePage["tier"], string>> = {
  structure: "what stands where",
  paths: "what happens on every path through the fragments",
  order: "what must come before what",
  numbers: "the numbers that are declared",
};

const list = (items: readonly string[], last = "and"): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;

/** How often the rule found what was broken on purpose, and how often it spoke where nothing was. */
const measurements = ({ code }: RulePage): string => {
  const { flows, findings } = measured.precision;
  const own = findings.filter((finding) => finding.code === code);
  const wrong = own.filter(({ isRight }) => !isRight).length;
  const elsewhere = `On ${flows} flows that were not written for it, it reports ${own.length === 0 ? "nothing" : `${own.length} more ${own.length === 1 ? "fault" : "faults"}, of which ${wrong} ${wrong === 1 ? "is" : "are"} none`}.`;
  const recall = measured.recall.rules[code];
  if (recall === undefined) return `${elsewhere} No good flows were broken in its way.`;
  const { mutants, caught, alone } = recall;
  const rate = `Of ${mutants} good flows that were broken in its way it finds ${caught}, ${alone === caught ? "and says nothing else of any" : `${alone} of them without another finding`}.`;
  const left = measured.recall.survivors
    .filter((survivor) => survivor.code === code)
    .map(({ says, flows: count, why }) => {
      const others = says.filter((each) => each !== code);
      return `\n- ${count} ${says.includes(code) ? `also with ${others.map((each) => `\`${each}\``).join(" and ")}` : "not found"}: ${why}`;
    });
  return `${rate} ${elsewhere} \`${measured.command}\` measures again.${left.length === 0 ? "" : `\n${left.join("")}`}`;
};

const picture = (code: string, which: "bad" | "good"): string => `pictures/${code}.${which}.svg`;

const drawn = (text: string, { files = {} }: RulePage): string =>
  renderSync({ name: "rule.slant", text }, { fonts: "system", readFile: (path) => files[path] ?? "" }).output;

const fenced = (source: string): string => `\`\`\`slant\n${source}\`\`\``;

const filesOf = ({ files = {} }: RulePage): string =>
  Object.entries(files)
    .map(([path, text]) => `The file \`${path}\`:\n\n${fenced(text)}\n\n`)
    .join("");

const page = (rule: RulePage): string => {
  const {
    code,
    severity,
    category,
    summary,
    why,
    bad,
    good,
    limits,
    precision,
    fixKind,
    tier,
    sources,
    yieldsTo,
  } = rule;
  const isSame = drawn(bad, rule) === drawn(good, rule);
  return `# ${code}

*${severity} · ${category} · precision ${precision.replace("-", " ")} · in ${list(presetsOf(rule).map((name) => `\`${name}\``))}*

${summary}

## Why

${why}

## A flow that has it

\`\`\`slant
${bad.trimEnd()}
\`\`\`

![A flow with the fault](${picture(code, "bad")})

## The same flow, mended

\`\`\`slant
${good.trimEnd()}
\`\`\`

${isSame ? "The picture stays the same: what changes is what the text promises." : `![The same flow without the fault](${picture(code, "good")})`}

${filesOf(rule)}## What it does not see

${limits}

## How sure it is

| | |
|---|---|
| looks at | ${tierWords[tier]} |
| precision | ${precision.replace("-", " ")}: ${precisionWords[precision]} |
| fix | ${fixWords[fixKind]} |
${
  yieldsTo.length === 0
    ? ""
    : `| says nothing where | ${list(
        yieldsTo.map((other) => `[${other}](${other}.md)`),
        "or",
      )} explains the same |\n`
}
${measurements(rule)}
${sources.length === 0 ? "" : `\n## Known from\n\n${sources.map((source) => `- ${source}`).join("\n")}\n`}
---

\`slant explain ${code}\` prints this page. [All rules](../rules.md)
`;
};

const systemPage = (rule: Explained): string => {
  const { code, severity, category, summary, why, limits } = rule;
  const { bad, good, files } = shownExample(rule);
  const others = files.map(({ path, text }) => `The file \`${path}\`:\n\n${fenced(text)}\n\n`).join("");
  return `# ${code}

*${severity} · ${category} · over many flows*

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

const systemTable = (some: readonly Explained[]): string => `| rule | is | says |
|---|---|---|
${some.map(({ code, severity, summary }) => `| [${code}](rules/${code}.md) | ${severity} | ${summary} |`).join("\n")}
`;

const categories: Readonly<Record<RulePage["category"], readonly [title: string, text: string]>> = {
  correctness: ["Correctness", "What is drawn cannot be what is meant."],
  liveness: ["Liveness", "Somebody waits for ever, or something never ends."],
  ordering: ["Order", "The drawn order is only hoped for."],
  reliability: ["Reliability", "What happens when something fails, comes late or comes twice."],
  quantity: [
    "Quantities",
    "The declared numbers do not fit together. A flow without numbers is never reported.",
  ],
  style: ["Hygiene", "The text says less, or more, than it seems to."],
};

const preset = (rule: RulePage): string => presetsOf(rule)[0] ?? "all";

const table = (some: readonly RulePage[]): string => `| rule | is | from preset | says |
|---|---|---|---|
${some.map((rule) => `| [${rule.code}](rules/${rule.code}.md) | ${rule.severity} | ${preset(rule)} | ${rule.summary} |`).join("\n")}
`;

const sections = Object.entries(categories).map(([category, [title, text]]) => {
  const some = rules.filter((rule) => rule.category === category);
  return `## ${title}\n\n${text}\n\n${table(some)}`;
});

const counted = Object.keys(presets).map((name) => {
  const held = rules.filter((rule) => (presetsOf(rule) as readonly string[]).includes(name)).length;
  return `\`${name}\` ${held}`;
});

const index = `# Rules

What \`slant lint\` checks. \`--rule CODE=off|info|warning|error\` changes what a rule counts as; the comment
\`# slant-ignore CODE: reason\` before a statement, or \`# slant-ignore-file CODE: reason\`, keeps a finding from being reported.

A preset (\`extends\` in the [configuration](configuration.md)) says how sure a rule must be: \`recommended\`, the default, holds those of
which most findings are faults; \`strict\` adds those of which many are, \`all\` the rest. Of ${rules.length} rules they hold ${list(counted)}.
One mistake is reported once: each page says which other rules explain the same and then speak instead.

A callback is **handled** where its owner reaches one of these on every path on which it can arrive: an \`await\`; an \`on\`, or a span that
the text itself starts there; the reply of the call that waits for it; a \`cancel\` above it; a \`detach\`, which gives its reason. It is handled, too,
where it reaches a person or an external system, or somebody who hands it on with \`carries\`. With \`handled: reactive\`,
the default of texts that use none of these words, whatever its receiver does next in the same operand handles it, and findings
about callbacks are a step milder.

Each page shows a flow with the fault and the same flow mended, what the rule does not see, and how often it was right when it was
measured: \`${measured.command}\` breaks good flows in known ways and counts who notices.

${sections.join("\n")}
${systemGroups.map(({ title, explanations }) => `## ${title}\n\n${systemTable(explanations)}`).join("\n")}
Mistakes in the text have codes and pages, too: [Errors of the text](errors.md). \`slant explain\` lists all.
`;

test.each(rules.map((rule) => [rule.code, rule] as const))(
  "docs/rules/%s.md is the rule's page (`npm run docs` writes it)",
  async (code, rule) => {
    await expect(page(rule)).toMatchFileSnapshot(`../../docs/rules/${code}.md`);
    for (const which of ["bad", "good"] as const) {
      const path = picture(code, which);
      if (page(rule).includes(path))
        await expect(drawn(rule[which], rule)).toMatchFileSnapshot(`../../docs/rules/${path}`);
    }
  },
);

test.each(systemRules.map((rule) => [rule.code, rule] as const))(
  "docs/rules/%s.md is the page of a rule over many flows (`npm run docs` writes it)",
  async (code, rule) => {
    await expect(systemPage(rule)).toMatchFileSnapshot(`../../docs/rules/${code}.md`);
  },
);

test("docs/rules.md lists the rules (`npm run docs` writes it), and no page or picture is left over", async () => {
  await expect(index).toMatchFileSnapshot("../../docs/rules.md");
  const pages = [...rules, ...systemRules].map(({ code }) => `${code}.md`);
  expect(readdirSync("docs/rules").filter((name) => name !== "pictures" && !pages.includes(name))).toEqual(
    [],
  );
  const shown = new Set(rules.flatMap((rule) => page(rule).match(/pictures\/[\w.-]+\.svg/g) ?? []));
  const there = existsSync("docs/rules/pictures") ? readdirSync("docs/rules/pictures") : [];
  expect(there.filter((name) => !shown.has(`pictures/${name}`))).toEqual([]);
});

test("every rule has its place in the list", () => {
  for (const { code } of rules) expect(index.split(`(rules/${code}.md)`)).toHaveLength(2);
});
