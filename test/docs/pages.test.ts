import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ModuleKind, ScriptTarget, transpile } from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, lint } from "../../src/index.ts";
import { fencesOf, openFolder, refreshed, shell } from "./examples.ts";
import { filesOf, flowsOf, pages, reader } from "./flows.ts";
import { withTables } from "./tables.ts";

describe.each(pages)("%s", (name) => {
  const page = readFileSync(name, "utf8");

  let folder = "";
  beforeAll(() => {
    folder = openFolder();
    for (const [path, text] of Object.entries(filesOf(page))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("shows what the command really prints, and the language's tables (`npm run docs` writes it)", async () => {
    await expect(withTables(refreshed(page, folder))).toMatchFileSnapshot(`../../${name}`);
  });

  test("has flows without a fault", () => {
    for (const flow of flowsOf(page)) {
      const options = { readFile: reader(flow) };
      expect(compile(flow, options).diagnostics, flow.text).toEqual([]);
      // what is there to be imported is complete only in what imports it
      if (!page.includes(`@${flow.name.replace(/\.slant$/, "")}\n`))
        expect(lint(flow, options).diagnostics, flow.text).toEqual([]);
    }
  });

  test("has commands that do what they say", () => {
    const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
    for (const line of fencesOf(page, "sh").flatMap((text) => text.trim().split("\n"))) {
      for (const part of line.replace(/\s+#.*$/, "").split(/\s+&&\s+/)) {
        const [program, verb, script] = part.split(" ");
        if (program === "mkdir" || program === "cp") expect(shell(part, folder).code).toBe(0);
        else if (program === "npm" && verb === "run") expect(scripts).toContain(script);
        else if (program === "npm" && verb === "test") expect(scripts).toContain("test");
        else if (part.includes("slant ")) expect([part, shell(part, folder).code]).toEqual([part, 0]);
        else expect(part).toMatch(/^(?:npm ci|npm install .*|\.ci\/run)$/);
      }
    }
  });

  test("has programs that run, and print what their comments say", () => {
    fencesOf(page, "ts").forEach((text, index) => {
      const program = join(folder, `program-${index}.mjs`);
      writeFileSync(program, transpile(text, { module: ModuleKind.ESNext, target: ScriptTarget.ES2023 }));
      const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
        cwd: folder,
        encoding: "utf8",
      });
      expect([text, status, stderr]).toEqual([text, 0, ""]);
      const said = Array.from(text.matchAll(/\/\/ → (.*)$/gm), ([, line]) => line);
      if (said.length > 0) expect(stdout.trimEnd().split("\n")).toEqual(said);
    });
  });

  test("has links that lead somewhere", () => {
    const links = Array.from(
      page.replaceAll(/`[^`\n]*`/g, "").matchAll(/\]\(([^)#\s]+)[^)]*\)|\bsrc(?:set)?="([^":]+)"/g),
      ([, link, source]) => link ?? source ?? "",
    );
    const local = links.filter((link) => !/^https?:/.test(link)).map((link) => join(dirname(name), link));
    const missing = local.filter((path) => !readdirSync(dirname(path)).includes(basename(path)));
    expect(missing).toEqual([]);
  });

  test("has links to headings that are there", () => {
    const links = Array.from(page.matchAll(/\]\(([\w./-]+\.md)?#([^)]+)\)/g), ([, path, heading = ""]) => ({
      path: path === undefined ? name : join(dirname(name), path),
      heading,
    }));
    const wrong = links.filter(({ path, heading }) => !anchorsOf(readFileSync(path, "utf8")).has(heading));
    expect(wrong).toEqual([]);
  });
});

/** What a page's headings are called in links: lower case, without punctuation, `-` for each space. */
const anchorsOf = (text: string): ReadonlySet<string> => {
  const withoutFences = text.replace(/^(`{3,4})[\s\S]*?^\1$/gm, "");
  const headings = Array.from(withoutFences.matchAll(/^#+ (.+)$/gm), ([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
};
