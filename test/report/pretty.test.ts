import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { locate } from "../../src/report/locate.ts";
import { coloured, plain } from "../../src/report/palette.ts";
import { pretty, summary } from "../../src/report/pretty.ts";
import type { Report } from "../../src/report/report.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import type { Span } from "../../src/source/span.ts";

/** The span of `words` in a text: the `nth` place where they stand, from 0. */
const at = (text: string, words: string, nth = 0, file = "a.slant"): Span => {
  let start = text.indexOf(words);
  for (let seen = 0; seen < nth; seen++) start = text.indexOf(words, start + 1);
  return { file, start, end: start + words.length };
};

const reportOf = (
  text: string,
  found: Omit<Diagnostic, "code" | "severity"> & Partial<Diagnostic>,
): Report => {
  const sources = { "a.slant": text, "b.slant": "one\ntwo\n" };
  const diagnostic: Diagnostic = { code: "some-fault", severity: "error", ...found };
  return { files: ["a.slant"], sources, diagnostics: locate([diagnostic], sources) };
};

/** The lines of the frame alone: what stands between the message and the last line. */
const frameOf = (text: string, span: Span, notes: Diagnostic["notes"] = []): readonly string[] =>
  pretty(reportOf(text, { message: "m", span, notes }), plain)
    .split("\n")
    .slice(2, -2);

test("a finding with its second place reads as the manual shows it", () => {
  const text = `${"\n".repeat(8)}api ~> jobs: SendWelcome { callback: sent }${"\n".repeat(7)}worker ~> api: MailSent { resolves: sent }\n`;
  const shown = pretty(
    reportOf(text, {
      code: "unawaited-callback",
      message: "Nothing at `api` awaits or handles the callback `sent`.",
      span: at(text, "sent"),
      notes: [{ message: "it arrives here", span: at(text, "worker ~> api: MailSent { resolves: sent }") }],
      help: "add `await: sent`, or `on: sent { … }`, or say `detach: sent { reason: … }`",
    }),
    plain,
  );
  expect(shown).toMatchInlineSnapshot(`
    "a.slant:9:38 error unawaited-callback
      Nothing at \`api\` awaits or handles the callback \`sent\`.
       9 │ api ~> jobs: SendWelcome { callback: sent }
         │                                      ^^^^
      16 │ worker ~> api: MailSent { resolves: sent }
         │ ------------------------------------------ it arrives here
      fix: add \`await: sent\`, or \`on: sent { … }\`, or say \`detach: sent { reason: … }\`
      more: slant explain unawaited-callback
    "
  `);
});

test("a schedule is told in short: what is out of place, what comes before that, and the end", () => {
  const text = "a ~> b: x\n";
  const step = (lifeline: string, remark?: string) => ({
    lifeline,
    message: "sends `x` to `b`",
    span: at(text, "a ~> b: x"),
    ...(remark !== undefined && { remark }),
  });
  const steps = Array.from({ length: 12 }, (_, index) =>
    step("a", index === 2 ? "too \u0007 early" : undefined),
  );
  const lines = pretty(
    reportOf(text, { message: "m", span: at(text, "x"), schedule: { steps, source: "" } }),
    plain,
  )
    .split("\n")
    .slice(4, -2);
  expect(lines).toEqual([
    "  one way in which it can happen:",
    "        …",
    "     2. a sends `x` to `b`",
    expect.stringMatching(/^ {5}3\. a sends `x` to `b` <- too .* early$/),
    "        …",
    ...[7, 8, 9, 10, 11, 12].map((number) => `    ${`${number}`.padStart(2)}. a sends \`x\` to \`b\``),
  ]);
});

test.each([
  ["plain letters", "a -> bad", "bad", "  1 │ a -> bad", "    │      ^^^"],
  ["wide letters take two cells each", "注文 -> bad", "bad", "  1 │ 注文 -> bad", "    │         ^^^"],
  ["carets under wide letters", "a -> 注文", "注文", "  1 │ a -> 注文", "    │      ^^^^"],
  ["a tab reaches the next stop", "\ta\t-> bad", "bad", "  1 │     a   -> bad", "    │            ^^^"],
  ["a combining mark takes no cell", "e\u0301 bad", "bad", "  1 │ e\u0301 bad", "    │   ^^^"],
  ["a flag is one picture", "🇩🇪 bad", "bad", "  1 │ 🇩🇪 bad", "    │    ^^^"],
  ["a sign made a picture takes two", "❤\ufe0f bad", "bad", "  1 │ ❤\ufe0f bad", "    │    ^^^"],
  ["a skin tone takes none", "👍🏽 bad", "bad", "  1 │ 👍🏽 bad", "    │    ^^^"],
  ["Hangul letters join", "\u1112\u1161\u11ab bad", "bad", "  1 │ \u1112\u1161\u11ab bad", "    │    ^^^"],
  ["an emoji takes two", "👩‍💻 -> bad", "bad", "  1 │ 👩‍💻 -> bad", "    │       ^^^"],
  ["half-width kana take one", "ｱｲ bad", "bad", "  1 │ ｱｲ bad", "    │    ^^^"],
  ["control characters get a stand-in", "a\u001b[2J bad", "bad", "  1 │ a␛[2J bad", "    │       ^^^"],
  ["direction overrides get one too", "a\u202e bad", "bad", "  1 │ a\ufffd bad", "    │    ^^^"],
])("marks stand under what they mean: %s", (_, text, words, line, marks) => {
  expect(frameOf(text, at(text, words))).toEqual([line, marks]);
});

test("a place at the end of the text has a caret of its own", () => {
  expect(frameOf("a -> b {\n", { file: "a.slant", start: 9, end: 9 })).toEqual(["  2 │", "    │ ^"]);
  expect(frameOf("a -> b {", { file: "a.slant", start: 8, end: 8 })).toEqual([
    "  1 │ a -> b {",
    "    │         ^",
  ]);
});

test("a span over several lines is marked on its first", () => {
  const text = "x: {\r\n  y\r\n}\r\n";
  expect(frameOf(text, { file: "a.slant", start: 3, end: 12 })).toEqual(["  1 │ x: {", "    │    ^"]);
});

test("places stand in source order, each mark in a row of its own", () => {
  const text = "first\nlast and last\n";
  const notes = [
    { message: "said here", span: at(text, "first") },
    { message: "and here", span: at(text, "last", 0) },
  ];
  expect(frameOf(text, at(text, "last", 1), notes)).toEqual([
    "  1 │ first",
    "    │ ----- said here",
    "  2 │ last and last",
    "    │          ^^^^",
    "    │ ---- and here",
  ]);
});

test("another file's lines stand below, under its name", () => {
  const text = "here\n";
  const notes = [{ message: "there", span: { file: "b.slant", start: 4, end: 7 } }];
  expect(frameOf(text, at(text, "here"), notes)).toEqual([
    "  1 │ here",
    "    │ ^^^^",
    "  b.slant:2",
    "  2 │ two",
    "    │ --- there",
  ]);
});

test("of an endless line, the part around the mark is shown", () => {
  const text = `${"x".repeat(300_000)} bad ${"y".repeat(300_000)}`;
  const [line = "", marks = ""] = frameOf(text, at(text, "bad"));
  expect(line.length).toBeLessThan(130);
  expect(line.indexOf("bad")).toBe(marks.indexOf("^"));
  expect(line).toMatch(/^ {2}1 │ …x+ bad y+…$/);
});

test("nothing that an author wrote reaches the terminal as a command", () => {
  const text = "a\u001b]0;evil\u0007 -> b\n";
  const report = reportOf(text, { message: `Unknown \`${text}\`.`, span: at(text, "b") });
  expect(pretty(report, plain)).not.toMatch(/[^\P{Cc}\n]/u);
});

test("notes without a place and several ways out are lines of their own", () => {
  const text = "a -> b\n";
  const edits = [{ span: at(text, "b"), text: "c" }];
  const report = reportOf(text, {
    message: "m",
    span: at(text, "b"),
    notes: [{ message: "because" }],
    fixes: [
      { kind: "suggestion", message: "write `c`", edits },
      { kind: "suggestion", message: "write `d`", edits },
    ],
  });
  expect(pretty(report, plain).split("\n").slice(4, 7)).toEqual([
    "  note: because",
    "  fix: write `c`",
    "  fix: write `d`",
  ]);
});

test("colours change nothing but colours", () => {
  const text = "注文 -> b\n";
  const report = reportOf(text, {
    message: "m",
    span: at(text, "b"),
    notes: [{ message: "n", span: at(text, "注文") }],
  });
  expect(pretty(report, coloured)).not.toBe(pretty(report, plain));
  expect(stripVTControlCharacters(pretty(report, coloured))).toBe(pretty(report, plain));
});

test.each([
  [["a.slant"], [], "No findings in a.slant."],
  [["a.slant", "b.slant"], [], "No findings in 2 files."],
  [["a.slant"], ["error"], "1 error in a.slant."],
  [
    ["a.slant", "b.slant"],
    ["error", "error", "warning", "info"],
    "2 errors, 1 warning, 1 remark in 1 of 2 files.",
  ],
] as const)("the summary of %j with %j", (files, severities, expected) => {
  const sources = { "a.slant": "x", "b.slant": "" };
  const span = { file: "a.slant", start: 0, end: 1 };
  const found = severities.map((severity): Diagnostic => ({ code: "c", severity, message: "m", span }));
  expect(summary({ files, sources, diagnostics: locate(found, sources) }, plain)).toBe(expected);
});
