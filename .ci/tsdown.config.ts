import { builtinModules } from "node:module";
import { esmExternalRequirePlugin } from "rolldown/plugins";
import { defineConfig, type UserConfig } from "tsdown";
import { chunkGraph, pruneLast } from "./chunk-graph.ts";
import { chunks } from "./chunks.ts";
import { domSeam } from "./dom-seam.ts";
import { thirdParty } from "./third-party.ts";
import { withoutUnused } from "./without-unused.ts";

const shared: UserConfig = {
  cwd: process.cwd(),
  outDir: "dist",
  format: "esm",
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  clean: false,
  report: false,
  logLevel: "warn",
  deps: { neverBundle: ["#dom"], onlyBundle: false },
};

/** Else whatever was written for `require` would bring `node:module` into the library, which has to run in pages. */
const builtinsAsImports = esmExternalRequirePlugin({
  external: builtinModules.flatMap((name) => [name, `node:${name}`]),
});

/**
 * Builds the library, the command and both sides of the DOM seam from one graph, so that they share their chunks, and beside
 * it the library's types. All packages are bundled: one file is read where Node would look for hundreds, which is most of a
 * cold start.
 */
export default defineConfig([
  {
    ...shared,
    entry: {
      index: "src/index.ts",
      "bin/slant": "bin/slant.ts",
      "dom-node": "src/render/dom-node.ts",
      "dom-page": "src/render/dom-browser.ts",
    },
    dts: false,
    minify: true,
    // importing a part of Node does nothing by itself
    treeshake: { moduleSideEffects: [{ external: true, sideEffects: false }] },
    inputOptions: {
      preserveEntrySignatures: "allow-extension",
      checks: { eval: false, pluginTimings: false },
    },
    outputOptions: { chunkFileNames: "chunks/[name].js", topLevelVar: true, codeSplitting: chunks },
    plugins: [withoutUnused(), builtinsAsImports, domSeam(), thirdParty(), chunkGraph(), pruneLast()],
  },
  { ...shared, entry: { index: "src/index.ts" }, dts: { emitDtsOnly: true } },
]);
