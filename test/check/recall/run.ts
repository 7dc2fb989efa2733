import { readdirSync, readFileSync } from "node:fs";
import { rules } from "../../../src/check/rules.ts";
import { flowExplanations } from "../../../src/flow/explanations.ts";
import { judged, reasonOf } from "./explained.ts";
import { type GoodFlow, goodFlows } from "./good-flows.ts";
import { measureRecall, strangeFindings } from "./measure.ts";
import { faultyTexts, meetingsIn, scripts } from "./meetings.ts";

const gallery = (): readonly GoodFlow[] =>
  readdirSync("fixtures/gallery")
    .filter((name) => name.endsWith(".slant"))
    .map((name) => ({ name, text: readFileSync(`fixtures/gallery/${name}`, "utf8") }));

/** The flows on the pages for readers. */
const onPages = (): readonly GoodFlow[] =>
  [
    "README.md",
    ...readdirSync("docs")
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ]
    .filter((page) => page !== "docs/rules.md")
    .flatMap((page) =>
      Array.from(
        readFileSync(page, "utf8").matchAll(/^```slant\n([\s\S]*?)^```$/gm),
        ([, text = ""], at) => ({ name: `${page}, flow ${at + 1}`, text }),
      ),
    );

/**
 * Measures every rule on flows that it was not written for, and on good flows that were broken on purpose.
 *
 * In:  how many flows are generated.
 * Out: plain data; the same in every run.
 */
export const measureAll = (generated: number) => {
  const { flows, loud, byCode, survivors } = measureRecall(gallery(), generated);
  const kinds = new Map<
    string,
    { code: string; does: string; says: readonly string[]; flows: number; why: string | null }
  >();
  for (const survivor of survivors) {
    const { code, does, says } = survivor;
    const key = `${code} ${does} ${says}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { code, does, says, flows: 1, why: reasonOf(survivor) ?? null });
    else known.flows++;
  }
  const foreign = [
    ...[...gallery(), ...onPages(), ...goodFlows(generated)],
    ...Object.values(flowExplanations).map(({ code, good }) => ({ name: `good of ${code}`, text: good })),
    ...rules.flatMap(({ code, bad, good }) => [
      { name: `bad of ${code}`, text: bad, writtenFor: code },
      { name: `good of ${code}`, text: good, writtenFor: code },
    ]),
  ];
  const found = strangeFindings(foreign).map(({ flow, code }) => ({
    flow,
    code,
    isRight: judged.find((each) => each.flow === flow && each.code === code)?.isRight ?? null,
  }));
  return {
    command: "npm run bench:recall",
    recall: { flows, loud, rules: Object.fromEntries(byCode), survivors: [...kinds.values()] },
    precision: { flows: foreign.length, findings: found },
  };
};

/** Two rules that have something to say of one thing, each pair with the shortest text that was found. */
export const findMeetings = (): Readonly<Record<string, string>> => {
  const texts = [...faultyTexts(), ...[7, 11, 13].flatMap((seed) => scripts(20_000, seed))];
  return Object.fromEntries([...meetingsIn(texts)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
