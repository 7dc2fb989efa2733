import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/**
 * Removes what an earlier build left in the given folders, once the new one stands: so there is no moment without a command.
 * `others` are files beside the bundle that somebody else writes.
 */
export const pruneLast = (folders: readonly string[], others: readonly string[]): Plugin => ({
  name: "prune-last",
  writeBundle({ dir = "dist" }, bundle) {
    const built = new Set([...Object.keys(bundle), ...others]);
    for (const folder of folders.filter((each) => existsSync(join(dir, each)))) {
      for (const entry of readdirSync(join(dir, folder), { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (folder === ".compiled" || (entry.isFile() && !built.has(path)))
          rmSync(join(dir, path), { recursive: true });
      }
    }
  },
});
