import { relative } from "node:path";
import type { Plugin } from "rolldown";

/** Writes down what each built file holds and loads, for the tests of what is loaded when. */
export const chunkGraph = (): Plugin => ({
  name: "chunk-graph",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).flatMap((file) =>
      file.type === "chunk"
        ? {
            file: file.fileName,
            imports: file.imports,
            dynamicImports: file.dynamicImports,
            modules: file.moduleIds.map((id) => relative(process.cwd(), id.replace(/^\0/, ""))),
          }
        : [],
    );
    this.emitFile({ type: "asset", fileName: "chunks.json", source: `${JSON.stringify(chunks, null, 2)}\n` });
  },
});
