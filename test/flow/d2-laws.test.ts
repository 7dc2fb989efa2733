import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile.ts";
import { drawSync } from "../../src/draw.ts";
import { readMarkdown } from "../../src/text/read-markdown.ts";
import { d2Texts } from "../generated/d2-text.ts";
import { outlineOf, saidOn } from "./d2-outline.ts";

/** An outline without what only says how things look. */
const plain = (outline: string): string => outline.replace(/ \{[^{}]*\}/g, "");

test("a sequence diagram has the actors, messages, notes and groups that were written, in their order", () => {
  fc.assert(
    fc.property(d2Texts, ({ text, actors, course }) => {
      const [first, ...more] = plain(outlineOf(text)).split("\n");
      expect(first?.split(" | ")).toEqual(actors);
      expect(more.filter((line) => !line.startsWith("span "))).toEqual(course);
      expect(saidOn(text)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("a container that is the diagram means the same as the file that is one", () => {
  fc.assert(
    fc.property(d2Texts, ({ text }) => {
      const inner = text.replace(/^(?=.)/gm, "  ");
      expect(outlineOf(`box: {\n${inner}}\n`)).toBe(`title: box\n${outlineOf(text)}`);
    }),
    { numRuns: 200 },
  );
});

const drawAndCheck = (text: string): void => {
  const compiled = compile({ name: "soup.d2", text });
  for (const { message, span } of [...compiled.diagnostics, ...check(compiled)]) {
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(span.start).toBeLessThanOrEqual(span.end);
  }
  const svg = drawSync(compiled.flow, compiled.sources, { fonts: "system" }, { pieces: {}, readMarkdown });
  expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
};

test("every one of them draws", () => {
  fc.assert(
    fc.property(d2Texts, ({ text }) => drawAndCheck(text)),
    { numRuns: 40 },
  );
});

/** Words and marks of D2, as likely as not in a place where they mean nothing. */
const tokens = fc.constantFrom(
  ..."a b c.t a.b.c g x _ * ** w* &shape !&label classes vars style label shape near link class icon".split(
    " ",
  ),
  ..."-> <- -- <-> --> : ; . { } [ ] ( ) | ' \" # @ ... \\ null true 0.5 red person sql_table".split(" "),
  ..."source-arrowhead target-arrowhead layers steps top-center style.fill (a->b)[0] (*->*)[*] g.(a->b)".split(
    " ",
  ),
  "$" + "{a}",
  "|md x |",
  '"quoted"',
  "shape: sequence_diagram\n",
  "a -> b\n",
  "\n",
  "\n",
  " {\n",
  " {\n",
  "\n}\n",
);

const soup = fc
  .array(tokens, { maxLength: 40 })
  .map((words) => `shape: sequence_diagram\n${words.join(" ")}`);

test("any soup of D2's words is read, checked and drawn without a throw", () => {
  fc.assert(fc.property(soup, drawAndCheck), { numRuns: 1000 });
}, 120_000);
