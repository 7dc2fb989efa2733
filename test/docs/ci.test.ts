import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { starterFiles } from "../../src/cli/init/starter-files.ts";
import { fencesOf, openFolder, shell } from "./examples.ts";

const page = readFileSync("docs/ci.md", "utf8");

/** The commands that CI runs, as they stand in its files. */
const commands = [...fencesOf(page, "yaml"), ...fencesOf(page, "groovy")].flatMap((text) =>
  Array.from(text.matchAll(/(?:run:|sh|entry:|-) '?(npx slant [^'\n]*)'?$/gm), ([, command = ""]) => command),
);

let folder = "";
beforeAll(() => {
  folder = openFolder();
  rmSync(join(folder, "fixtures"), { recursive: true });
  mkdirSync(join(folder, "flows"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

test("the page has a command for each of its systems", () => {
  expect(commands).toHaveLength(5);
});

describe.each(commands)("%s", (command) => {
  test.each<[string, string, number]>([
    ["passes a project without findings", `${asked}await: sent\n`, 0],
    ["fails one with findings", asked, 1],
  ])("%s, and leaves its report", (_, text, code) => {
    writeFileSync(join(folder, "flows/a.slant"), text);
    expect(shell(command, folder).code).toBe(code);
    const [, report] = /--format \w+=(\S+)/.exec(command) ?? [];
    if (report === undefined) return;
    expect(readFileSync(join(folder, report), "utf8").includes("unawaited-callback")).toBe(code === 1);
    rmSync(join(folder, report));
  });
});

test("what slant init writes for CI is what the page shows", () => {
  const workflow = starterFiles.find(({ path }) => path.endsWith(".yml"));
  expect(fencesOf(page, "yaml")[0]).toBe(workflow?.text);
  const snippet = shell("slant init 2>/dev/null", folder);
  expect([snippet.code, existsSync(join(folder, ".github/workflows/slant.yml"))]).toEqual([0, true]);
  writeFileSync(join(folder, ".gitlab-ci.yml"), "");
  expect(fencesOf(page, "yaml")).toContain(shell("slant init 2>/dev/null", folder).shown);
});
