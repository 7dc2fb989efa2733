import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** What the build wrote down about each of its files. */
interface Chunk {
  readonly file: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly modules: readonly string[];
}

const chunks: readonly Chunk[] = JSON.parse(readFileSync("dist/chunks.json", "utf8"));
const chunkOf = (file: string): Chunk | undefined => chunks.find((chunk) => chunk.file === file);

/** A file and all that is loaded with it, at once. */
const loadedWith = (files: readonly string[]): readonly Chunk[] => {
  const seen = new Map<string, Chunk>();
  const visit = (file: string): void => {
    const chunk = chunkOf(file);
    if (chunk === undefined || seen.has(file)) return;
    seen.set(file, chunk);
    for (const next of chunk.imports) visit(next);
  };
  for (const file of files) visit(file);
  return [...seen.values()];
};

/** What is loaded for a command: its own chunk, and what every command loads. */
const loadedFor = (command: string): readonly Chunk[] => {
  const own = chunks.find(({ modules }) => modules.includes(`src/cli/commands/${command}.ts`));
  const start = ["bin/slant.js", ...(chunkOf("bin/slant.js")?.dynamicImports ?? [])];
  return loadedWith([...start, own?.file ?? `no chunk for ${command}`]);
};

const modulesOf = (loaded: readonly Chunk[]): readonly string[] => loaded.flatMap(({ modules }) => modules);

const drawing = /^src\/(?:draw\.ts|layout\/|render\/|text\/fonts\/)|node_modules\/(?:svgdom|@svgdotjs)\//;

describe("what the command loads", () => {
  test.each(["lint", "explain", "inspect"])("`slant %s` loads nothing that draws", (command) => {
    const modules = modulesOf(loadedFor(command));
    expect(modules).toContain(`src/cli/commands/${command}.ts`);
    expect(modules.filter((path) => drawing.test(path))).toEqual([]);
  });

  test("what draws is there for the commands that draw", () => {
    expect(modulesOf(loadedFor("render")).filter((path) => drawing.test(path))).not.toEqual([]);
    expect(modulesOf(loadedFor("draw"))).toEqual(expect.arrayContaining(["src/draw.ts"]));
  });

  test("`slant explain` does not load the parser, and no command loads another", () => {
    expect(modulesOf(loadedFor("explain")).filter((path) => /node_modules\/chevrotain/.test(path))).toEqual(
      [],
    );
    expect(modulesOf(loadedFor("lint")).filter((path) => /commands\//.test(path))).toEqual([
      "src/cli/commands/lint.ts",
    ]);
  });
});

describe("what the library loads", () => {
  test("nothing of Node, so that it runs in a page", () => {
    const loaded = loadedWith(["index.js", "dom-page.js"]);
    const code = loaded.map(({ file }) => readFileSync(join("dist", file), "utf8")).join("\n");
    const statement = /(?:^|[;}])(?:import|export)(?:[\w$*{},\s]*from)?["']([^"'.][^"']*)["']/g;
    const outside = Array.from(code.matchAll(statement), ([, name]) => name);
    expect(outside).toEqual(["#dom"]);
  });

  test("no fontkit: svgdom is never asked to measure", () => {
    expect(
      chunks.flatMap(({ modules }) => modules).filter((path) => /node_modules\/fontkit\//.test(path)),
    ).toEqual([]);
  });
});

describe("what is published", () => {
  test("no path of the machine that built it", () => {
    const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:js|ts|md|json)$/.test(name),
    );
    expect(files.filter((name) => readFileSync(join("dist", name), "utf8").includes(process.cwd()))).toEqual(
      [],
    );
  });
});
