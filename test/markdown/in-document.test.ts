import { expect, test } from "vitest";
import { fencesIn } from "../../src/markdown/fences-in.ts";
import { inDocument } from "../../src/markdown/in-document.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";

const document =
  "Intro\n\n> - list\n>\n>   ```slant\n>   # ignore\n>   a -> b: one\n>\n>     c -> d: two\n>   ```\n\nEnd\n";
const [fence] = fencesIn(document);
if (fence === undefined) throw new Error("The test's own document has no fence.");

const spanOf = (words: string) => {
  const start = fence.text.indexOf(words);
  return { file: "a.md", start, end: start + words.length };
};
const report = (more: Partial<Diagnostic> & Pick<Diagnostic, "span">): Diagnostic =>
  inDocument({ code: "x", severity: "error", message: "m", ...more }, fence, "a.md");

const wordsAt = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  document.slice(start, end);

/** The document after an edit of the fence's text. */
const edited = (start: number, end: number, text: string): string => {
  const span = { file: "a.md", start, end };
  const fixes = [{ kind: "safe", message: "f", edits: [{ span, text }] }] as const;
  const [edit] = report({ span, fixes }).fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("The edit is gone.");
  return document.slice(0, edit.span.start) + edit.text + document.slice(edit.span.end);
};

test("spans and notes point at the same words in the document", () => {
  const found = report({
    span: spanOf("c -> d"),
    notes: [{ message: "there", span: spanOf("one") }, { message: "why" }],
  });
  expect(wordsAt(found.span)).toBe("c -> d");
  expect(found.notes?.map(({ span }) => span && wordsAt(span))).toEqual(["one", undefined]);
});

test("so do the steps of a schedule; the flow that it is written as stays as it is", () => {
  const steps = [
    { lifeline: "c", message: "sends `two` to `d`", span: spanOf("c -> d: two"), remark: "early" },
  ];
  const { schedule } = report({ span: spanOf("one"), schedule: { steps, source: "c -> d: two\n" } });
  expect(schedule?.steps.map(({ span, remark }) => [wordsAt(span), remark])).toEqual([
    ["c -> d: two", "early"],
  ]);
  expect(schedule?.source).toBe("c -> d: two\n");
});

test("the place behind the last line is that of the closing marks", () => {
  const { length } = fence.text;
  expect(document.slice(report({ span: { file: "a.md", start: length, end: length } }).span.start)).toMatch(
    /^```\n\nEnd/,
  );
});

test("spans of other files are left alone", () => {
  const span = { file: "other.slant", start: 1, end: 2 };
  expect(report({ span }).span).toEqual(span);
});

test("an edit keeps the marks of lists and quotes", () => {
  const text = fence.text;
  const comment = text.indexOf("# ignore");
  expect(edited(comment, text.indexOf("a ->"), "")).toBe(document.replace(">   # ignore\n", ""));
  expect(edited(text.length, text.length, "await: x\n")).toBe(
    document.replace(">     c -> d: two\n", ">     c -> d: two\n>   await: x\n"),
  );
  const end = text.indexOf("one") + 3;
  expect(edited(end, end, "\nb -> a")).toBe(document.replace("one\n", "one\n>   b -> a\n"));
});
