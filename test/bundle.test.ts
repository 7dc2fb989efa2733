import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { asked } from "../.ci/part-of-svg-js.ts";
import { togetherFor } from "../src/node/together.ts";

/** What the build wrote down about each of its files. */
interface Chunk {
  readonly file: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly modules: readonly string[];
}

/** What is loaded from a bundle, starting with some of its files. */
const bundleIn = (folder: string) => {
  const chunks: readonly Chunk[] = JSON.parse(readFileSync(join(folder, "chunks.json"), "utf8"));
  const loadedWith = (files: readonly string[], seen = new Set<Chunk>()): readonly Chunk[] => {
    for (const chunk of chunks.filter(({ file }) => files.includes(file))) {
      if (seen.has(chunk)) continue;
      seen.add(chunk);
      loadedWith(chunk.imports, seen);
    }
    return [...seen];
  };
  return { chunks, loadedWith };
};

const command = bundleIn("dist/bin");
const library = bundleIn("dist");

/** The modules that are loaded for a command: its own chunk, and what every command loads. */
const modulesOf = (name: string): readonly string[] => modulesWith(`src/cli/commands/${name}.ts`);

const modulesWith = (path: string): readonly string[] => {
  const own = command.chunks.filter(({ modules }) => modules.includes(path));
  const loaded = command.loadedWith(["slant.js", "command.js", ...own.map(({ file }) => file)]);
  return loaded.flatMap(({ modules }) => modules);
};

const drawing =
  /^src\/(?:draw\.ts|layout\/|render\/(?!explanations)|text\/fonts\/)|node_modules\/(?:svgdom|@svgdotjs)\//;

describe("what the command loads", () => {
  test.each(["lint", "fmt", "explain", "inspect"])("`slant %s` loads nothing that draws", (name) => {
    expect(modulesOf(name)).toContain(`src/cli/commands/${name}.ts`);
    expect(modulesOf(name).filter((path) => drawing.test(path))).toEqual([]);
  });

  test("what draws is loaded for the first flow that is drawn", () => {
    for (const name of ["render", "draw"])
      expect(modulesOf(name).filter((path) => drawing.test(path))).toEqual([]);
    expect(modulesWith("src/cli/render/draw-task.ts")).toContain("src/draw.ts");
  });

  test("other threads and watching are loaded on demand", () => {
    const onDemand = /^src\/node\/(?:worker-pool|watch-files)\.ts|node_modules\/(?:chokidar|readdirp)\//;
    for (const name of ["render", "draw", "lint", "fmt"])
      expect(modulesOf(name).filter((path) => onDemand.test(path))).toEqual([]);
    expect(command.chunks.some(({ modules }) => modules.includes("src/node/worker-pool.ts"))).toBe(true);
  });

  test("of the fonts that a picture may carry, none is loaded before it is known which", () => {
    expect(
      modulesWith("src/cli/render/draw-task.ts").filter((path) => path.startsWith("src/text/fonts/pieces/")),
    ).toEqual([]);
  });

  test("`slant explain` does not load the parser, and no command loads another", () => {
    expect(modulesOf("explain").filter((path) => /node_modules\/chevrotain/.test(path))).toEqual([]);
    expect(modulesOf("lint").filter((path) => /commands\//.test(path))).toEqual(["src/cli/commands/lint.ts"]);
  });

  test("the first file loads nothing else, so that all others come with their compiled code", () => {
    const modules = command.loadedWith(["slant.js"]).flatMap(({ modules: held }) => held);
    expect(modules.filter((path) => path.startsWith("src/"))).toEqual([
      "src/node/load-compiled.ts",
      "src/node/together.ts",
    ]);
  });

  test.each([
    ["draw", ["IN.slant", "OUT.svg"], ["src/cli/render/draw-task.ts", "src/text/fonts/pieces/ascii.ts"]],
    ["lint", ["lint", "IN.slant"], ["src/cli/lint/lint-task.ts"]],
  ])("what is kept together for `%s` is what it loads", (name, args, later) => {
    const holding = [`src/cli/commands/${name}.ts`, "src/cli/config/settings-of.ts", ...later];
    const own = command.chunks.filter(({ modules }) => holding.some((path) => modules.includes(path)));
    const loaded = command.loadedWith(["command.js", ...own.map(({ file }) => file)]);
    expect(togetherFor(args).files.toSorted()).toEqual(loaded.map(({ file }) => file).toSorted());
  });
});

describe("what the library loads", () => {
  test("nothing of Node, so that it runs in a page", () => {
    const loaded = library.loadedWith(["index.js", "dom-page.js"]);
    const code = loaded.map(({ file }) => readFileSync(join("dist", file), "utf8")).join("\n");
    const statement = /(?:^|[;}])(?:import|export)(?:[\w$*{},\s]*from)?["']([^"'.][^"']*)["']/gm;
    const outside = Array.from(code.matchAll(statement), ([, name]) => name);
    expect(outside).toEqual(["#dom"]);
  });

  test("no address beside a file of ours: bundlers for pages would look for what is there", () => {
    const addressed = library.chunks.filter(({ file }) =>
      /new URL\([^()]*,\s*import\.meta\.url\)/.test(readFileSync(join("dist", file), "utf8")),
    );
    expect(addressed.map(({ file }) => file)).toEqual([]);
  });

  test("no fontkit: svgdom is never asked to measure", () => {
    const modules = [...library.chunks, ...command.chunks].flatMap(({ modules: held }) => held);
    expect(modules.filter((path) => /node_modules\/fontkit\//.test(path))).toEqual([]);
  });
});

describe("what a bundler takes of the library", () => {
  /** The files that come with a name before anything is called. */
  const takenWith = async (name: string): Promise<readonly string[]> => {
    const program = `export { ${name} } from ${JSON.stringify(resolve("dist/index.js"))};`;
    const bundle = await rolldown({
      input: "program",
      external: ["#dom"],
      plugins: [
        {
          name: "program",
          resolveId: (id) => (id === "program" ? id : null),
          load: (id) => (id === "program" ? program : null),
        },
      ],
    });
    const { output } = await bundle.generate({ format: "esm" });
    await bundle.close();
    const files = new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
    const seen = new Set<string>();
    const visit = (file: string): readonly string[] => {
      const chunk = files.get(file);
      if (chunk === undefined || seen.has(file)) return [];
      seen.add(file);
      const own = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
      return [...own.map(([id]) => basename(id)), ...chunk.imports.flatMap(visit)];
    };
    return output.flatMap((file) => (file.type === "chunk" && file.isEntry ? visit(file.fileName) : []));
  };

  test.each([
    ["themes", ["words.js", "theme.js"]],
    ["compile", ["words.js", "theme.js", "language.js"]],
    ["format", ["words.js", "theme.js", "language.js"]],
    ["rules", ["words.js", "theme.js", "language.js", "order.js", "check.js"]],
    ["lint", ["words.js", "theme.js", "language.js", "order.js", "check.js"]],
    ["render", ["words.js", "theme.js", "language.js", "order.js", "check.js", "drawing.js"]],
  ])("`%s` alone brings no more than it needs", async (name, wanted) => {
    const taken = (await takenWith(name)).filter((file) => !file.endsWith("runtime.js"));
    expect(taken.filter((file) => !wanted.includes(file))).toEqual([]);
    expect(taken.length).toBeGreaterThan(1);
  });
});

test("of svg.js, our sources ask for no more than what the build leaves of it", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.ts$/.test(path),
  );
  const names = sources.flatMap((path) =>
    Array.from(
      readFileSync(join("src", path), "utf8").matchAll(/import \{([^}]*)\} from "@svgdotjs\/svg\.js"/g),
      ([, list = ""]) => list.split(",").map((name) => name.trim()),
    ).flat(),
  );
  expect([...new Set(names)].toSorted()).toEqual(asked.toSorted());
});

describe("ELK", () => {
  const asksForElk = /elkjs\/lib\/elk-worker/;

  test("is in no file of ours, and asked for from one place alone, when a map is laid out", () => {
    for (const [{ chunks }, folder] of [
      [command, "dist/bin"],
      [library, "dist"],
    ] as const) {
      expect(
        chunks.flatMap(({ modules }) => modules).filter((path) => /node_modules\/elkjs/.test(path)),
      ).toEqual([]);
      const asking = chunks.filter(({ file }) => asksForElk.test(readFileSync(join(folder, file), "utf8")));
      expect(asking).toHaveLength(1);
      expect(asking[0]?.modules).toContain("src/layout/map/elk.ts");
      expect(asking[0]?.imports.filter((name) => /elk/.test(name))).toEqual([]);
    }
  });

  test.each([
    [["lint", "fixtures/gallery/sign-up.slant"], false],
    [["fixtures/gallery/sign-up.slant", "-"], false],
    [["fixtures/gallery/sign-up.slant", "-", "--view", "map"], true],
  ])("is loaded by `slant %s` only where a map is drawn", (args, isLoaded) => {
    const program = `
      process.argv.splice(1, 0, "slant");
      const asked = new Set();
      const { _load: load } = require("node:module");
      require("node:module")._load = function (name, ...more) {
        asked.add(name);
        return load.call(this, name, ...more);
      };
      process.on("exit", () => process.stderr.write([...asked].join("\\n")));
      require("./dist/bin/slant.js");`;
    const { status, stderr } = spawnSync(process.execPath, ["-e", program, "--", ...args], {
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(stderr.includes("elkjs/lib/elk-worker.min.js")).toBe(isLoaded);
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
