import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../src/check/check.ts";
import { compile } from "../src/compile.ts";
import { drawSync } from "../src/draw.ts";
import { readMarkdown } from "../src/text/read-markdown.ts";

/** Words, marks and values of the language, as likely as not in a place where they mean nothing. */
const tokens = fc.constantFrom(
  ..."a b api jobs user.x b.a".split(" "),
  ..."-> --> ~> <- <~ <-> -- ->> -) : ; . , { } [ ] ( ) () | \" ' # @ & * ... ${ \\".split(" "),
  ..."alt: opt: loop: retry: par: group: ref: saga: on: await: cancel: detach: stored: arrive: note: wait: divider:".split(
    " ",
  ),
  ..."else: and: create: destroy: budget: title: lang: config: vars: classes: lifelines: break: critical:".split(
    " ",
  ),
  ..."kind: callback: resolves: rejects: carries: of: id: latency: timeout: over: left: lost: in-flight: creates: style.stroke: class: link:".split(
    " ",
  ),
  ..."queue person boundary topic true false null 3s 5ms..2s 10/s 1k 3 red #fff x y @file [a;b] (a->b)[0]".split(
    " ",
  ),
  "$" + "{a}",
  "|md text |",
  '"quoted"',
  "\n",
  "\n",
  "\n",
  " {\n",
  "}\n",
  "# slant-ignore unawaited-callback: why\n",
  "\u{1F600}",
  "\u202e",
  "\0",
  "\uD800",
);

const soup = fc.array(tokens, { maxLength: 40 }).map((words) => words.join(" "));

const drawAndCheck = (text: string): void => {
  const compiled = compile({ name: "soup.slant", text });
  for (const { message, span } of [...compiled.diagnostics, ...check(compiled)]) {
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(span.start).toBeLessThanOrEqual(span.end);
  }
  const svg = drawSync(compiled.flow, compiled.sources, { fonts: "system" }, { pieces: {}, readMarkdown });
  expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
};

test("any soup of the language's words is read, checked and drawn without a throw", () => {
  fc.assert(fc.property(soup, drawAndCheck), { numRuns: 10_000 });
}, 240_000);

test("so is any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), drawAndCheck), { numRuns: 1000 });
}, 120_000);
