import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { drawSync } from "../../src/draw.ts";
import { format } from "../../src/format.ts";
import { readMarkdown } from "../../src/text/read-markdown.ts";
import { outlineOf, saidOn } from "./d2-outline.ts";

const files = readdirSync("fixtures/d2").filter((name) => name.endsWith(".d2"));

test("there are some", () => expect(files.length).toBeGreaterThan(4));

test.each(files)("fixtures/d2/%s means what it did, and draws", async (name) => {
  const text = readFileSync(`fixtures/d2/${name}`, "utf8");
  const said = saidOn(text);
  expect(said.filter((each) => each.startsWith("error"))).toEqual([]);
  const meaning = `${[outlineOf(text), ...said].join("\n")}\n`;
  await expect(meaning).toMatchFileSnapshot(`../../fixtures/d2/${name.replace(/d2$/, "txt")}`);
  const { flow, sources } = compile({ name, text });
  const svg = drawSync(flow, sources, { fonts: "system" }, { pieces: {}, readMarkdown });
  expect(svg).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
});

test.each(files)("fixtures/d2/%s is still D2 when it is formatted, and means the same", (name) => {
  const text = readFileSync(`fixtures/d2/${name}`, "utf8");
  const { output } = format({ name, text });
  expect(outlineOf(output)).toBe(outlineOf(text));
  expect(format({ name, text: output }).output).toBe(output);
});
