import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

/** Each broken source, as a user would name it, and what `slant lint` says of it: goldens, accepted after reading. */
test.each(readdirSync("fixtures/bad"))("fixtures/bad/%s is reported as it was", async (name) => {
  const path = `fixtures/bad/${name}/input.slant`;
  const { code, out, err } = await runIn(
    { files: { "input.slant": readFileSync(path, "utf8") } },
    "lint",
    "input.slant",
  );
  await expect(out).toMatchFileSnapshot(`../../fixtures/bad/${name}/report.txt`);
  expect([code, err]).toEqual([/^\d+ errors?\b/m.test(out) ? 1 : 0, ""]);
  expect(out).not.toMatch(/^No findings/m);
});

test("the gallery is clean", async () => {
  const names = readdirSync("fixtures/gallery");
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(`fixtures/gallery/${name}`, "utf8")]),
  );
  const { code, out, err } = await runIn({ files }, "lint", "--max-warnings", "0");
  expect([code, out, err]).toEqual([0, `No findings in ${names.length} files.\n`, ""]);
});
