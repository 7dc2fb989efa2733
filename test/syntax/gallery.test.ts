import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";

const folder = "fixtures/gallery";

for (const name of readdirSync(folder).filter((file) => file.endsWith(".slant"))) {
  test(`${name} has no syntax errors`, () => {
    const { value, diagnostics } = parse({ name, text: readFileSync(`${folder}/${name}`, "utf8") });
    expect(diagnostics).toEqual([]);
    expect(value.body.length).toBeGreaterThan(5);
  });
}
