// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { format } from "../../src/format.ts";
import { hasErrors } from "../../src/source/outcome.ts";
import type { Source } from "../../src/source/source.ts";
import { parse } from "../../src/syntax/parse.ts";
import { d2Texts } from "../generated/d2-text.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { scribble } from "./scribble.ts";

const isPlace = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "file" in value && "start" in value && "end" in value;

/** What a source means, wherever it stands, and what is wrong with it. */
const meaningOf = (source: Source): string => {
  const { flow, diagnostics } = compile(source);
  return JSON.stringify([flow, diagnostics.map(({ code, message }) => [code, message])], (_, value) =>
    isPlace(value) ? "somewhere" : value,
  );
};

/** One seed for each decision of a scribbler; used again from the start when they run out. */
const seeds = fc.array(fc.nat({ max: 5039 }), { minLength: 1, maxLength: 300 });
const chanceFrom = (numbers: readonly number[]): ((count: number) => number) => {
  let at = 0;
  return (count) => (numbers[at++ % numbers.length] ?? 0) % count;
};

const flows: fc.Arbitrary<Source> = flowTexts.map(({ text }) => ({ name: "generated.slant", text }));
const d2Flows: fc.Arbitrary<Source> = d2Texts.map(({ text }) => ({ name: "generated.d2", text }));
/** Every source beside the tests that can be read. */
const files: readonly Source[] = ["fixtures", "docs"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.(?:slant|d2)$/.test(name))
  .map((name) => ({ name, text: readFileSync(name, "utf8") }))
  .filter((source) => !hasErrors(parse(source).diagnostics));

/** What D2 has and Slant has not, or reads in another way. */
const d2: Source = {
  name: "sample.d2",
  text: [
    ...["shape: sequence_diagram", "alice: Alice { shape: person }", "else; note: a name like others"],
    ...['alice -> bob.job: \\{ 100\\% \\} { style.stroke: "#f00" }', "bob.job -> alice: |md *done* |"],
    ...[
      'alice."a note"',
      "later on: { bob -> alice: x; deeper: { alice -> alice: y } }",
      "bob -- alice",
      "alice <-> bob",
    ],
    ...[
      "(alice -> bob)[0].style.animated: true",
      "**: { &shape: person; style.fill: ${tint} }",
      "vars: { tint: red; l: [1; 2] }",
    ],
    ...["alt: {", "  alice -> bob", "}", "else: { bob -> alice }", "x: null"],
    ...["(alice -> bob -> alice)[0].style.bold: true", "later on.(bob -> alice): { label: in it }", ""],
  ].join("\n"),
};

const sources = fc.oneof({ weight: 3, arbitrary: flows }, d2Flows, fc.constantFrom(...files, d2));

describe("formatting", () => {
  test("changes nothing twice, and never what a text means or says in comments", () => {
    fc.assert(
      fc.property(sources, seeds, (source, numbers) => {
        const { text, comments } = scribble(parse(source).value, source.text, chanceFrom(numbers), {
          lines: true,
        });
        const scribbled = { ...source, text };
        const { output, diagnostics } = format(scribbled);
        expect(diagnostics.map(({ message }) => message)).toEqual([]);
        expect(meaningOf(scribbled)).toBe(meaningOf(source));
        expect(meaningOf({ ...source, text: output })).toBe(meaningOf(source));
        expect(Array.from(output.matchAll(/remark \d+/g), ([words]) => words)).toEqual(comments);
        expect(output).not.toMatch(/[ \t]\n|\n\n\n|{\n\n|\n\n *}/);
        expect(format({ ...source, text: output }).output).toBe(output);
      }),
      { numRuns: 300 },
    );
  });

  test("gives one text for all spacings of it", () => {
    fc.assert(
      fc.property(flows, seeds, (source, numbers) => {
        const { text } = scribble(parse(source).value, source.text, chanceFrom(numbers), { lines: false });
        expect(format({ ...source, text }).output).toBe(format(source).output);
      }),
      { numRuns: 200 },
    );
  });

  test("leaves the published flows as they are", () => {
    const published = files.filter(({ name }) => /gallery|docs/.test(name));
    expect(published.length).toBeGreaterThan(10);
    for (const source of published) expect(format(source).output).toBe(source.text);
  });

  test.each(["slant", "d2"])(
    "never throws, and is settled after one run, whatever a .%s file holds",
    (ending) => {
      fc.assert(
        fc.property(fc.array(soup, { maxLength: 14 }), (units) => {
          const source = { name: `soup.${ending}`, text: units.join("") };
          const { output, changed, diagnostics } = format(source);
          expect(changed).toBe(output !== source.text);
          if (hasErrors(diagnostics)) expect(changed).toBe(false);
          else expect(format({ ...source, text: output }).output).toBe(output);
        }),
        { numRuns: 4000 },
      );
    },
  );
});

/** The marks of the language, and what makes a whole statement likely. */
const soup = fc.constantFrom(
  ...["a", "b", "x ", " ", "  ", "\n", "\n", "\r\n", "\\\n", "\ufeff", "é", "null"],
  ...[":", ": ", ".", ";", "; ", ",", "{", " { ", "}", "[", "]", "(", ")", "()", "[0]", "|", "||", "|md "],
  ...["#", " # ", "\\", "'", '"', '"""', "@", "$", "${a}", "...", "&", "*"],
  ...[" -> ", "->", "<-", "~>", "--", "a.(b -> c)[0]"],
  ...["a: b\n", "alt: a {", "} else: b {", "l: [", "lifelines: [", "vars: {"],
);
