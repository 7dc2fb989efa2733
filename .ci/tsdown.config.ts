import { defineConfig } from "tsdown";
import { chunkGraph } from "./chunk-graph.ts";
import { domSeam } from "./dom-seam.ts";
import { noFontkit } from "./no-fontkit.ts";
import { thirdParty } from "./third-party.ts";

/**
 * Builds the library, the command and both sides of the DOM seam from one graph, so that they share their chunks. All
 * packages are bundled: one file is read where Node would look for hundreds, which is most of a cold start.
 */
export default defineConfig({
  cwd: process.cwd(),
  entry: {
    index: "src/index.ts",
    "bin/slant": "bin/slant.ts",
    "dom-node": "src/render/dom-node.ts",
    "dom-page": "src/render/dom-browser.ts",
  },
  outDir: "dist",
  format: "esm",
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  hash: false,
  dts: { entry: "src/index.ts" },
  minify: true,
  deps: { neverBundle: ["#dom"] },
  outputOptions: { chunkFileNames: "chunks/[name].js" },
  plugins: [domSeam(), noFontkit(), thirdParty(), chunkGraph()],
});
