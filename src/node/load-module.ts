import { createRequire } from "node:module";
import { resolve } from "node:path";
import { types } from "node:util";

/**
 * Loads a user's module of JavaScript.
 *
 * In:   a path.
 * Out:  its default export; of one in CommonJS, what it exports. Undefined where there is no default export.
 * Says: throws what the module throws, and Node's own errors; one that awaits at its top level cannot be loaded.
 */
export const loadModule = (path: string): unknown => {
  // no `import()`: the command's own code is run from V8's cache, where that is not at hand
  const module: unknown = createRequire(resolve(path))(resolve(path));
  if (!types.isModuleNamespaceObject(module)) return module;
  return (module as { readonly default?: unknown }).default;
};
