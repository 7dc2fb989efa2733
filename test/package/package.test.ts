import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PackedApp, packedApp } from "./packed-app.ts";

const flow = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

let packed: PackedApp;
let app = "";
const write = (name: string, text: string): void => packed.write(name, text);
const run: PackedApp["run"] = (...args) => packed.run(...args);

beforeAll(() => {
  packed = packedApp();
  app = packed.folder;
  write("flow.slant", `${flow}await: sent\n`);
  write("bad.slant", flow);
});
afterAll(() => packed?.remove());

describe("the packed package", () => {
  test("holds what is built, its licence and those of others, and no sources", () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        ...["LICENSE", "README.md", "CHANGELOG.md", "package.json"],
        ...["dist/index.js", "dist/index.d.ts", "dist/bin/slant.js", "dist/third-party.md"],
      ]),
    );
    expect(
      packed.files.filter(
        (path) => !/^(?:dist\/|grammar\/[^/]+\.json$|[^/]+\.(?:md|json)$|LICENSE$)/.test(path),
      ),
    ).toEqual([]);
    expect(packed.files.filter((path) => /chunks\.json$|\.compiled/.test(path))).toEqual([]);
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

  test("and its types are right, to every way of resolving them that ESM has", () => {
    const attw = join(process.cwd(), "node_modules/@arethetypeswrong/cli/dist/index.js");
    const data = [
      "grammar/slant.tmLanguage.json",
      "grammar/slant.markdown.tmLanguage.json",
      "config.schema.json",
    ];
    const { status, stdout } = run(
      "node",
      attw,
      packed.tarball,
      "--profile",
      "esm-only",
      "--no-color",
      "--exclude-entrypoints",
      ...data,
    );
    expect([status, status === 0 ? "" : stdout]).toEqual([0, ""]);
  });

  test("is no larger than it needs to be", () => {
    expect(packed.size).toBeGreaterThan(1_000_000);
    expect(packed.size).toBeLessThan(2_200_000);
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

  test("the command draws PNG with the fonts that the package holds", () => {
    expect(run("npx", "--no-install", "slant", "flow.slant", "flow.png").status).toBe(0);
    const png = readFileSync(join(app, "flow.png"));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.length).toBeGreaterThan(4000);
  });

  test("the command says what PDF needs", () => {
    expect(run("npx", "--no-install", "slant", "flow.slant", "flow.pdf")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("PDF needs two more packages: run `npm install pdfkit svg-to-pdfkit`"),
    });
    expect(existsSync(join(app, "flow.pdf"))).toBe(false);
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

  test("CommonJS gets it by `require`, without a warning", () => {
    write(
      "use.cjs",
      `const { renderSync } = require("slant");
       const { remarkSlant } = require("slant/remark");
       console.log(renderSync("a ~> b").output.slice(0, 4), typeof remarkSlant);`,
    );
    expect(run("node", "use.cjs")).toEqual({ status: 0, stdout: "<svg function\n", stderr: "" });
  });

  test.each([
    ["slant/remark", ["default", "remarkSlant"]],
    ["slant/rehype", ["default", "rehypeSlant"]],
    ["slant/markdown-it", ["default", "markdownItSlant"]],
    ["slant/satteri", ["default", "satteriSlant"]],
  ])("%s has these names and no others", (name, names) => {
    write("names.js", `console.log(JSON.stringify(Object.keys(await import("${name}"))));`);
    expect(JSON.parse(run("node", "names.js").stdout)).toEqual(names);
  });

  test("its files of data can be imported", () => {
    write(
      "data.cjs",
      `const names = ["grammar/slant.tmLanguage.json", "grammar/slant.markdown.tmLanguage.json", "config.schema.json", "package.json"];
       console.log(names.map((name) => typeof require("slant/" + name)).join());`,
    );
    expect(run("node", "data.cjs").stdout).toBe("object,object,object,object\n");
  });
});
