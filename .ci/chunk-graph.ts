import { readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import type { OutputBundle, Plugin } from "rolldown";

/** Writes down what each built file holds and loads, for the tests of what the command does not load. */
export const chunkGraph = (): Plugin => ({
  name: "chunk-graph",
  generateBundle(_, bundle) {
    this.emitFile({
      type: "asset",
      fileName: "chunks.json",
      source: `${JSON.stringify(chunksOf(bundle), null, 2)}\n`,
    });
  },
});

/** Removes what an earlier build left, once the new one stands: so there is no moment without a command. */
export const pruneLast = (): Plugin => ({
  name: "prune-last",
  writeBundle({ dir = "dist" }, bundle) {
    const built = new Set([...Object.keys(bundle), "index.d.ts"]);
    const found = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of found) {
      const path = join(parentPath, name);
      if (!built.has(relative(dir, path))) rmSync(path);
    }
  },
});

const chunksOf = (bundle: OutputBundle) =>
  Object.values(bundle).flatMap((file) =>
    file.type === "chunk"
      ? {
          file: file.fileName,
          imports: file.imports,
          dynamicImports: file.dynamicImports,
          modules: file.moduleIds.map((id) => relative(process.cwd(), id.replace(/^\0/, ""))),
        }
      : [],
  );
