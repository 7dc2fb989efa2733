import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder = "";
let app = "";
let listed: readonly string[] = [];

/** Runs a program in the folder of the user's project. */
const run = (program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: app, encoding: "utf8" });
  return { status, stdout, stderr };
};

const write = (name: string, text: string): void => writeFileSync(join(app, name), text);

const flow = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-package-"));
  app = join(folder, "app");
  mkdirSync(app);
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    encoding: "utf8",
  });
  const [{ filename, files }] = JSON.parse(packed);
  listed = files.map(({ path }: { path: string }) => path);
  write("package.json", '{ "name": "app", "private": true, "type": "module" }');
  execFileSync(
    "npm",
    ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, filename)],
    { cwd: app },
  );
  write("flow.slant", `${flow}await: sent\n`);
  write("bad.slant", flow);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package", () => {
  test("holds what is built, its licence and those of others, and no sources", () => {
    expect(listed).toEqual(
      expect.arrayContaining([
        ...["LICENSE", "README.md", "CHANGELOG.md", "package.json"],
        ...["dist/index.js", "dist/index.d.ts", "dist/bin/slant.js", "dist/third-party.md"],
      ]),
    );
    expect(listed.filter((path) => !/^(?:dist\/|[^/]+\.(?:md|json)$|LICENSE$)/.test(path))).toEqual([]);
    expect(listed.filter((path) => /chunks\.json$|\.compiled/.test(path))).toEqual([]);
  });

  test("asks for nothing that it holds, and runs nothing when it is installed", () => {
    const { dependencies = {}, scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const held = readFileSync("dist/third-party.md", "utf8");
    expect(Object.keys(dependencies).filter((name) => held.includes(`| ${name} |`))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  });

  test("is put together as publint wants it", async () => {
    const { messages, pkg } = await publint({
      pkgDir: join(app, "node_modules/slant"),
      pack: false,
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});

describe("in an empty project, without a network", () => {
  test("the command draws", () => {
    expect(run("npx", "--no-install", "slant", "flow.slant", "flow.svg")).toMatchObject({
      status: 0,
      stdout: "",
    });
    expect(readFileSync(join(app, "flow.svg"), "utf8")).toMatch(/^<svg[\s\S]*<\/svg>\n?$/);
  });

  test("the command lints", () => {
    const { status, stdout } = run("node_modules/.bin/slant", "lint", "flow.slant", "bad.slant");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^bad\.slant:1:\d+ error unawaited-callback\n/);
    expect(stdout).toMatch(/1 error in 1 of 2 files\.\n$/);
  });

  test("the library is typed, and runs", () => {
    write(
      "use.ts",
      `import { compile, lint, render, renderSync, rules, themes, type Rendered } from "slant";
       const { output, diagnostics }: Rendered = renderSync("a ~> b: hello", { theme: "dark", title: "Hello" });
       const later: Promise<Rendered> = render({ name: "a.slant", text: "a ~> b" }, { format: "svg", view: "sequence" });
       const found = lint("a ~> b", { rules: { "missing-reply": "off" } }).diagnostics[0];
       const place: number | undefined = found?.line;
       const keys: readonly string[] = compile("a ~> b").flow.participants.map(({ key }) => key);
       console.log(JSON.stringify([output.slice(0, 4), diagnostics.length, place ?? null, keys, rules.length > 0, "dark" in themes, (await later).output.length > 0]));
      `,
    );
    write("wrong.ts", 'import { renderSync } from "slant";\nrenderSync("a", { thme: "dark" });\n');
    write(
      "tsconfig.json",
      '{ "compilerOptions": { "module": "nodenext", "target": "es2023", "strict": true, "types": [], "lib": ["es2023", "dom"] }, "files": ["use.ts"] }',
    );
    const compiler = join(process.cwd(), "node_modules/typescript/bin/tsc");
    expect(run("node", compiler)).toMatchObject({ status: 0, stdout: "" });
    expect(run("node", "use.js")).toMatchObject({
      stdout: '["<svg",0,null,["a","b"],true,true,true]\n',
      stderr: "",
    });
    write("tsconfig.json", readFileSync(join(app, "tsconfig.json"), "utf8").replace("use.ts", "wrong.ts"));
    expect(run("node", compiler, "--noEmit").stdout).toMatch(/'thme'/);
  });

  test("a bundler for pages finds nothing of Node in it", async () => {
    write("page.js", 'import { renderSync } from "slant";\nglobalThis.draw = renderSync;\n');
    const bundle = await rolldown({ input: join(app, "page.js"), platform: "browser", logLevel: "silent" });
    const { output } = await bundle.generate({ format: "esm" });
    await bundle.close();
    const [chunk] = output;
    expect(chunk.imports).toEqual([]);
    expect(chunk.moduleIds.filter((id) => /dom-node/.test(id))).toEqual([]);
    expect(chunk.moduleIds.filter((id) => /dom-page/.test(id))).toHaveLength(1);
    expect(existsSync(join(app, "node_modules/svgdom"))).toBe(false);
  });
});
