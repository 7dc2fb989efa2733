import type { Plugin } from "rolldown";

/** What a package loads for something that we never ask it to do, and what stands in its place. */
const unused = [
  // svgdom would measure text with it, in a third of a second
  {
    file: /\/svgdom\/src\/.*\.js$/,
    loads: "import * as fontkit from 'fontkit'",
    instead: "const fontkit = {}",
  },
  // commander would start programs for commands that are files of their own
  {
    file: /\/commander\/lib\/command\.js$/,
    loads: "require('node:child_process')",
    instead: "{}",
  },
];

/** Leaves it out. */
export const withoutUnused = (): Plugin => {
  const left = new Set(unused);
  return {
    name: "without-unused",
    transform: {
      filter: { id: unused.map(({ file }) => file) },
      handler: (code, id) =>
        unused.reduce((text, each) => {
          if (!each.file.test(id) || !text.includes(each.loads)) return text;
          left.delete(each);
          return text.replace(each.loads, each.instead);
        }, code),
    },
    buildEnd: () => {
      const missing = Array.from(left, ({ loads }) => loads);
      if (missing.length > 0) throw new Error(`No package has the line ${missing.join(", ")} any more.`);
    },
  };
};
