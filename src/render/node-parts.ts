import { Refusal } from "../source/refusal.ts";

/**
 * What PNG and PDF need of Node: files, and packages that are loaded when they are asked for.
 *
 * Asked for in this way, no `node:` gets into code that runs in pages, and the command's compiled code, which knows no
 * `import()` of packages, can load them.
 */
export const nodeParts = () => {
  const builtin = globalThis.process?.getBuiltinModule;
  if (!builtin) throw new Refusal("PNG and PDF need Node", "In a page, draw SVG.");
  const here = import.meta.url;
  const load = builtin("node:module").createRequire(here);
  // for addresses beside this file: where bundlers see `import.meta.url` in a `new URL`, they look for files to bring along
  return { fs: builtin("node:fs"), url: builtin("node:url"), load, here };
};
