import type { Plugin } from "rolldown";
import { configSchema } from "../src/config/config-shape.ts";

/** Writes down, for editors, what a configuration may hold. */
export const configSchemaFile = (): Plugin => ({
  name: "config-schema",
  generateBundle() {
    this.emitFile({
      type: "asset",
      fileName: "config.schema.json",
      source: `${JSON.stringify(configSchema, null, 2)}\n`,
    });
  },
});
