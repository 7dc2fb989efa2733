import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom. Left, a folder (of src, or one beside it) or a file of src; right, what its files may import besides
 * one another: a folder, or files of one. Nothing stands below its own importer, so no two folders import each other.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  source: [],
  language: [],
  theme: [],
  text: [],
  grammar: ["language"],
  syntax: ["grammar", "source", "language"],
  flow: ["syntax/ast.ts", "source", "language"],
  order: ["flow/flow.ts", "language"],
  check: ["order", "flow/flow.ts", "source", "language"],
  layout: ["order", "flow/flow.ts", "flow/channels.ts", "language", "text", "theme"],
  system: ["flow/flow.ts", "flow/channels.ts", "check", "source", "language"],
  "picture-formats.ts": [],
  render: [
    "layout/scene.ts",
    "layout/findings/finding.ts",
    "theme",
    "text",
    "language",
    "picture-formats.ts",
    "source",
  ],
  report: ["source", "text/character-width.ts"],
  node: ["source"],
  markdown: ["source"],
  config: ["options.ts", "check/presets.ts", "check/rules.ts", "theme/themes.ts", "system", "source"],
  "compile.ts": ["syntax", "flow", "source"],
  "format.ts": ["syntax", "source"],
  "lint-document.ts": ["compile.ts", "check/check.ts", "check/fingerprints.ts", "markdown", "source"],
  "draw.ts": [
    ...["flow/flow.ts", "order", "layout", "render", "theme", "source"],
    ...["text/load-pieces.ts", "text/pieces.ts", "picture-formats.ts"],
    ...["text/rich-block.ts", "text/read-markdown.ts"],
  ],
  "explanations.ts": [
    ...[
      "syntax/explanations.ts",
      "flow/explanations.ts",
      "check/rule.ts",
      "check/rules.ts",
      "system",
      "source",
    ],
    "render/explanations.ts",
  ],
  "options.ts": ["source", "theme/themes.ts"],
  api: [
    ...["options.ts", "picture-formats.ts"],
    ...["compile.ts", "draw.ts", "format.ts", "check/check.ts", "check/rules.ts"],
    ...["flow/flow.ts", "syntax/ast.ts", "report", "source"],
    ...["check/presets.ts", "check/fingerprints.ts"],
    ...["text/all-pieces.ts", "text/read-markdown.ts"],
  ],
  "index.ts": [
    ...["api", "options.ts", "picture-formats.ts", "draw.ts", "check/presets.ts", "config/config.ts"],
    ...["flow/flow.ts", "syntax/ast.ts", "theme/themes.ts", "report", "source"],
  ],
  plugins: [...["index.ts", "options.ts", "markdown", "node", "source"]],
  cli: [
    ...["options.ts", "picture-formats.ts", "config", "markdown"],
    ...["compile.ts", "draw.ts", "format.ts", "explanations.ts", "check/check.ts", "check/rules.ts"],
    ...["check/presets.ts", "lint-document.ts", "system", "language/directions.ts"],
    ...["flow/flow.ts", "theme/themes.ts", "report", "node", "source"],
  ],
  bin: ["cli", "node/load-compiled.ts", "node/together.ts"],
};

/** The one place for `node:`, and what makes data at build time. */
const mayUseNode = [
  /^src\/node\//,
  /^src\/plugins\//,
  /^src\/cli\//,
  /^bin\//,
  /^src\/text\/fonts\/make\.mjs$/,
];

const topLevel = [
  ...["src", "grammar", "bin", "test", "fixtures", "docs", ".ci"],
  ...["package.json", "package-lock.json", "tsconfig.json", "biome.json", ".npmrc", ".gitignore"],
  ...[".pre-commit-hooks.yaml"],
  ...["README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"],
];
/** Never committed. */
const ignored = [".git", "node_modules", "dist", "coverage"];

/** What is installed below test/sites is not ours. */
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules") return [];
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

interface Import {
  readonly from: string;
  readonly to: string;
  readonly how: "value" | "type" | "later";
}

const pattern =
  /^\s*(?:import|export)\s+(type\b)?[^"';]*?\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** The static and dynamic imports of a file. */
const importsOf = (from: string): readonly Import[] =>
  Array.from(readFileSync(from, "utf8").matchAll(pattern), ([, type, named, bare, dynamic]): Import => {
    const to = named ?? bare ?? dynamic ?? "";
    return {
      from,
      to: to.startsWith(".") ? normalize(join(dirname(from), to)) : to,
      how: dynamic !== undefined ? "later" : type !== undefined ? "type" : "value",
    };
  });

const sources = ["src", "grammar", "bin"].flatMap(filesUnder).filter((path) => /\.(?:ts|mjs)$/.test(path));
const imports = sources.flatMap(importsOf);
const ours = imports.filter(({ to }) => /^(?:src|grammar|bin)\//.test(to));

/** The folder of src that holds a file; a file of src itself; or the folder beside src. */
const zoneOf = (path: string): string => path.replace(/^src\//, "").split("/")[0] ?? path;

/** The ways on which one comes back to where one was. */
const circlesIn = (edges: readonly { readonly from: string; readonly to: string }[]): readonly string[] => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (place: string, trail: readonly string[]): void => {
    if (trail.includes(place)) circles.push([...trail.slice(trail.indexOf(place)), place].join(" → "));
    if (trail.includes(place) || done.has(place)) return;
    for (const to of next.get(place) ?? []) visit(to, [...trail, place]);
    done.add(place);
  };
  for (const place of next.keys()) visit(place, []);
  return circles;
};

describe("who imports whom", () => {
  test("every folder and file of src has its row", () => {
    const rows = Object.keys(mayImport);
    expect([...new Set(sources.map(zoneOf))].filter((zone) => !rows.includes(zone))).toEqual([]);
  });

  test("nothing is imported that the table does not allow", () => {
    const isAllowed = ({ from, to }: Import): boolean => {
      const path = to.replace(/^src\//, "");
      return (
        zoneOf(from) === zoneOf(to) ||
        (mayImport[zoneOf(from)] ?? []).some((allowed) => allowed === path || allowed === zoneOf(to))
      );
    };
    expect(ours.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} imports ${to}`)).toEqual(
      [],
    );
  });

  test("no file imports itself by way of others", () => {
    expect(circlesIn(ours.filter(({ how }) => how === "value"))).toEqual([]);
  });

  test("no folder imports itself by way of others, not even for a type", () => {
    const between = ours.map(({ from, to }) => ({ from: zoneOf(from), to: zoneOf(to) }));
    expect(circlesIn(between.filter(({ from, to }) => from !== to))).toEqual([]);
  });

  test("the outside is touched in its own places only", () => {
    const outside = imports.filter(({ to }) => to.startsWith("node:"));
    expect(outside.filter(({ from }) => !mayUseNode.some((place) => place.test(from)))).toEqual([]);
    const globals = /\b(?:process\.(?:env|argv|cwd|exit|std)|console\.|Math\.random|Date\.now|new Date\(\))/;
    const core = sources.filter((path) => !mayUseNode.some((place) => place.test(path)));
    expect(core.filter((path) => globals.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});

describe("where things are", () => {
  test("the top level holds what it should and nothing else", () => {
    const found = readdirSync(".").filter((name) => !ignored.includes(name));
    expect(found.filter((name) => !topLevel.includes(name))).toEqual([]);
    expect(topLevel.filter((name) => !found.includes(name))).toEqual([]);
  });

  test("files are named in kebab-case", () => {
    const name = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|config|d))?\.(?:ts|mjs)$/;
    const files = [...sources, ...filesUnder("test")].filter((path) => /\.(?:ts|mjs|js|mts)$/.test(path));
    expect(files.filter((path) => !name.test(basename(path)))).toEqual([]);
  });

  test("a file of more than 300 lines begins with its reason", () => {
    const long = sources.filter((path) => readFileSync(path, "utf8").split("\n").length > 301);
    expect(long.filter((path) => !/^(?:#!.*\n)?\s*\/[*/]/.test(readFileSync(path, "utf8")))).toEqual([]);
  });

  test("no file is named after nothing in particular", () => {
    const vague = /^(?:utils?|helpers?|common|misc|manager)$/;
    const parts = sources.flatMap((path) => path.split("/").map((part) => part.replace(/\..*$/, "")));
    expect(parts.filter((part) => vague.test(part))).toEqual([]);
  });
});
