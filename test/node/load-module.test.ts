import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadModule } from "../../src/node/load-module.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["a.mjs", "export default { rules: {} };", { rules: {} }],
  ["b.cjs", "module.exports = { rules: {} };", { rules: {} }],
  ["c.js", "module.exports = { rules: {} };", { rules: {} }],
  ["d.mjs", "export const rules = {};", undefined],
])("%s is loaded", (name, text, value) => {
  writeFileSync(join(folder, name), text);
  expect(loadModule(join(folder, name))).toEqual(value);
});

test("what a module throws comes through", () => {
  writeFileSync(join(folder, "x.mjs"), 'throw new Error("no such thing");');
  expect(() => loadModule(join(folder, "x.mjs"))).toThrow("no such thing");
});
