import { expect, test } from "vitest";
import { render, renderSync } from "../../src/index.ts";

const source = `a: |md Web **app** |
b: API
a -> b: |md POST \`/x\` with **bold** and [docs](https://example.org/d) |
note: |md
  - one
  - [two](javascript:alert(1))
| { over: b }
b --> a: plain *stars*
a -> b: |js
  if (x) {
    y();
  }
|
`;

const drawn = renderSync(source, { fonts: "system" });

test("looks are parts of a line", () => {
  expect(drawn.diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(drawn.output).toContain('<tspan class="sl-semibold">bold </tspan>');
  expect(drawn.output).toContain('<tspan class="sl-mono">/x</tspan>');
  expect(drawn.output).toContain("plain *stars*");
});

test("safe links lead somewhere, others are words", () => {
  expect(drawn.output).toMatch(
    /<a href="https:\/\/example\.org\/d"[^>]*><tspan class="sl-link">docs<\/tspan><\/a>/,
  );
  expect(drawn.output).toContain("<tspan>two</tspan>");
  expect(drawn.output).not.toContain("javascript");
});

test("names and descriptions have the words alone", () => {
  expect(drawn.output).toContain("Web app calls API: POST /x with bold and docs");
  expect(drawn.output).not.toContain("**");
});

test("lines of code begin where the author began them", () => {
  const starts = [
    ...drawn.output.matchAll(/<text[^>]* x="([\d.]+)"[^>]*>\s*<tspan class="sl-mono">([^<]*)</g),
  ];
  const at = (words: string): number => Number(starts.find(([, , text]) => text?.includes(words))?.[1]);
  expect(at("if (x) {")).toBe(at("  y();"));
  expect(at("if (x) {")).toBe(at("}"));
});

test("both ways of drawing give the same bytes", async () => {
  expect((await render(source, { fonts: "system" })).output).toBe(drawn.output);
});

test("a map shows the words alone", () => {
  const map = renderSync(source, { view: "map", fonts: "system" });
  expect(map.output).toContain("Web app");
  expect(map.output).not.toContain("**");
});
