import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const page = readFileSync("docs/docs-sites.md", "utf8");

/** The configurations on the page, by the heading above them. */
const configurations: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(page.matchAll(/^## (.+)\n[^#]*?^```js\n([\s\S]*?)^```$/gm), ([, heading = "", text = ""]) => [
    heading,
    text,
  ]),
);

test("every configuration on the page is tried: by the sites under test/sites, or here", () => {
  expect(Object.keys(configurations).toSorted()).toEqual([
    "Astro",
    "Astro 5 and 6",
    "Docusaurus",
    "Eleventy",
    "Next.js",
    "TypeDoc",
    "VitePress",
  ]);
});

test("TypeDoc draws flows in the comments of a program", () => {
  const folder = mkdtempSync(join(tmpdir(), "slant-typedoc-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/slant"));
  writeFileSync(join(folder, "package.json"), '{ "name": "mail", "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "module": "nodenext", "types": [] }, "files": ["index.ts"] }',
  );
  writeFileSync(join(folder, "typedoc.config.mjs"), configurations.TypeDoc ?? "");
  writeFileSync(
    join(folder, "index.ts"),
    '/**\n * Sends mail.\n *\n * ```slant\n * api -> jobs: "send { x } <b>"\n * ```\n */\nexport const send = () => 1;\n',
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve("node_modules/typedoc/bin/typedoc"), "--out", "docs", "--disableSources"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, expect.not.stringMatching(/error|warn/i)]);
  const html = readFileSync(join(folder, "docs/functions/send.html"), "utf8");
  expect(html).toMatch(/<p>Sends mail\.<\/p>\s*<figure class="slant"><svg [\s\S]*send \{ x \} &lt;b&gt;/);
  rmSync(folder, { recursive: true });
});
