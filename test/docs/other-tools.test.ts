import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const page = readFileSync("docs/other-tools.md", "utf8");

interface Example {
  readonly heading: string;
  /** By path; the first line of each names it. */
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
}

const fence = /^(`{3,4})(\w+)\n([\s\S]*?)^\1$/gm;
const nameLine = /^(?:#|--|\/\/|<!--) ([\w./-]+)(?: -->)?\n/;

const examples = page
  .split(/^## /m)
  .slice(1)
  .map((section): Example => {
    const fences = Array.from(section.matchAll(fence), ([, , language = "", text = ""]) => ({
      language,
      text,
    }));
    return {
      heading: section.slice(0, section.indexOf("\n")),
      files: Object.fromEntries(fences.map(({ text }) => [nameLine.exec(text)?.[1] ?? "", text])),
      commands: fences
        .filter(({ language }) => language === "bash")
        .flatMap(({ text }) => text.trimEnd().split("\n")),
    };
  });

/** What each example leaves: a file, or standard output as "-", with what has to be in it. */
const leaves: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Make: { "receipt.svg": /SendReceipt/ },
  Pandoc: { "page.html": /<img[^>]* src="pictures\/\w+\.svg"/, "page.docx": /^PK/ },
  Asciidoctor: { "page.html": /<div class="imageblock"><svg[\s\S]*SendReceipt/ },
  MkDocs: { "site/index.html": /<figure><svg[\s\S]*SendReceipt/ },
  "Material for MkDocs": { "site/index.html": /<figure class="slant"><svg[\s\S]*SendReceipt/ },
  "Anything else": { "-": /^<svg[\s\S]*SendReceipt/ },
};

/** A project with Slant among its packages, and the example's files. */
const project = (files: Example["files"]): string => {
  const folder = mkdtempSync(join(tmpdir(), "slant-tools-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(resolve("dist/bin/slant.js"), join(folder, "node_modules/.bin/slant"));
  for (const [path, text] of Object.entries(files)) {
    if (path === "") continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

const run = (command: string, folder: string) =>
  spawnSync("bash", ["-c", command], {
    cwd: folder,
    encoding: "utf8",
    // without it, npx would ask a registry for a Slant that is not built
    env: { ...process.env, npm_config_offline: "true" },
  });

/** Debian's name of the package that has each program. */
const packages: Readonly<Record<string, string>> = {
  "Material for MkDocs": "mkdocs python3-pymdownx",
};

const runs = (command: string): boolean => spawnSync("bash", ["-c", command]).status === 0;

/** How to tell that all is there, where the program alone does not. */
const isInstalled: Readonly<Record<string, () => boolean>> = {
  "Material for MkDocs": () =>
    runs('$(head -n 1 "$(command -v mkdocs)" | cut -c 3-) -c "import pymdownx.superfences"'),
};

test("every example of the page is tried", () => {
  expect(examples.map(({ heading }) => heading)).toEqual(Object.keys(leaves));
});

describe.each(examples)("$heading", ({ heading, files, commands }) => {
  const program = commands[0]?.replace(/^\w+=\S+ /, "").split(" ")[0] ?? "";
  const isHere = isInstalled[heading]?.() ?? runs(`command -v ${program}`);
  const needs = isHere ? "" : ` (skipped: apt-get install ${packages[heading] ?? program})`;

  test.skipIf(!isHere)(`draws${needs}`, () => {
    const folder = project(files);
    const runs = commands.map((command) => run(command, folder));
    expect(runs.map(({ status, stderr }) => [status, status === 0 ? "" : stderr])).toEqual(
      commands.map(() => [0, ""]),
    );
    for (const [path, expected] of Object.entries(leaves[heading] ?? {}))
      expect(path === "-" ? runs[0]?.stdout : readFileSync(join(folder, path), "utf8")).toMatch(expected);
  });

  test.skipIf(!isHere)(`shows what is wrong with a flow${needs}`, () => {
    const broken = Object.entries(files).map(([path, text]) => [path, text.replace("~> mail", "->> mail")]);
    const folder = project(Object.fromEntries(broken));
    const { status, stdout, stderr } = run(commands[0] ?? "", folder);
    expect(stdout + stderr).toContain("unknown-operator");
    if (heading !== "Anything else") expect(status).not.toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith(".svg"))).toEqual([]);
  });
});
