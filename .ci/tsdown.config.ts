import { execFileSync } from "node:child_process";
import type { Plugin } from "rolldown";
import { defineConfig, type UserConfig } from "tsdown";
import { chunkGraph } from "./chunk-graph.ts";
import { chunks, parts } from "./chunks.ts";
import { configSchemaFile } from "./config-schema.ts";
import { domSeam } from "./dom-seam.ts";
import { partOfSvgJs } from "./part-of-svg-js.ts";
import { pruneLast } from "./prune-last.ts";
import { sevenBits } from "./seven-bits.ts";
import { thirdParty } from "./third-party.ts";
import { withoutUnused } from "./without-unused.ts";

const shared: UserConfig = {
  cwd: process.cwd(),
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  clean: false,
  report: false,
  logLevel: "warn",
  inputOptions: { checks: { pluginTimings: false } },
  deps: { neverBundle: ["#dom"], onlyBundle: false },
};

const code: UserConfig = {
  dts: false,
  minify: true,
  inputOptions: {
    preserveEntrySignatures: "allow-extension",
    checks: { eval: false, ineffectiveDynamicImport: false, pluginTimings: false },
  },
};

/** What others import: the library, and a plug-in for each host. */
const entries = {
  index: "src/index.ts",
  remark: "src/plugins/remark.ts",
  rehype: "src/plugins/rehype.ts",
  "markdown-it": "src/plugins/markdown-it.ts",
  satteri: "src/plugins/satteri.ts",
};

/** Tells Node what the command's files are: the package's own are ES modules. */
const commonJs = (): Plugin => ({
  name: "common-js",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
  },
});

/** The first file is the one that Node loads by itself: it is to load no other that way. */
const firstAlone = (): Plugin => ({
  name: "first-alone",
  generateBundle(_, bundle) {
    const first = bundle["slant.js"];
    if (first?.type !== "chunk") return;
    first.code = first.code.replace("require(`./rolldown-runtime.js`);", "");
    if (first.code.includes("require(`./")) throw new Error("The command's first file loads another.");
  },
});

/**
 * Builds three things: the library, with both sides of the DOM seam; its types; and the command. All packages are bundled: one
 * file is read where Node would look for hundreds. The command is CommonJS, because Node 20 can keep the compiled code of that
 * (src/node/load-compiled.ts), and bundled apart from the library, in chunks that fit its commands.
 */
export default defineConfig([
  {
    ...shared,
    ...code,
    entry: {
      ...entries,
      "dom-node": "src/render/dom-node.ts",
      "dom-page": "src/render/dom-browser.ts",
    },
    outDir: "dist",
    format: "esm",
    copy: { from: "src/text/fonts/*.ttf", to: "dist/fonts" },
    outputOptions: { chunkFileNames: "chunks/[name].js", codeSplitting: parts },
    plugins: [
      withoutUnused(),
      partOfSvgJs(),
      domSeam(),
      configSchemaFile(),
      chunkGraph(),
      pruneLast(["", "chunks"], [...Object.keys(entries).map((name) => `${name}.d.ts`), "third-party.md"]),
    ],
  },
  {
    ...shared,
    entry: entries,
    outDir: "dist",
    format: "esm",
    outputOptions: { chunkFileNames: "types/[name].ts" },
    dts: { emitDtsOnly: true },
    plugins: [pruneLast(["types"], [])],
  },
  {
    ...shared,
    ...code,
    entry: { slant: "bin/slant.ts", command: "src/cli/command.ts", worker: "src/cli/tasks/worker.ts" },
    outDir: "dist/bin",
    format: "cjs",
    outputOptions: {
      entryFileNames: "[name].js",
      chunkFileNames: "[name].js",
      topLevelVar: true,
      codeSplitting: chunks,
    },
    plugins: [
      withoutUnused(),
      partOfSvgJs(),
      commonJs(),
      sevenBits(),
      firstAlone(),
      chunkGraph(),
      thirdParty("dist/third-party.md"),
      pruneLast(["", ".compiled"], []),
    ],
    // the first run keeps compiled code: let it be one that draws
    onSuccess: async () => {
      execFileSync(process.execPath, ["dist/bin/slant.js", "fixtures/gallery/sign-up.slant", "-"], {
        stdio: "ignore",
      });
      execFileSync(process.execPath, ["dist/bin/slant.js", "lint", "fixtures/gallery"], { stdio: "ignore" });
    },
  },
]);
