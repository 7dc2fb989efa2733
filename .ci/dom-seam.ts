import type { Plugin } from "rolldown";

/** In the sources the seam is Node's DOM; in the package it is `#dom`, which package.json resolves for Node and browsers. */
export const domSeam = (): Plugin => ({
  name: "dom-seam",
  resolveId: {
    order: "pre",
    handler: async function (id, importer, options) {
      if (!id.endsWith("/dom.ts")) return null;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found?.id.endsWith("/src/render/dom.ts") ? { id: "#dom", external: true } : null;
    },
  },
});
