import type { Plugin } from "rolldown";

/** What a package loads for something that we never ask it to do, and what stands in its place. */
const unused = [
  // svgdom would measure text, look into pictures, and read markup
  {
    file: "svgdom/src/config.js",
    loads: "import * as fontkit from 'fontkit'",
    instead: "const fontkit = {}",
  },
  {
    file: "svgdom/src/utils/textUtils.js",
    loads: "import * as fontkit from 'fontkit'",
    instead: "const fontkit = {}",
  },
  {
    file: "svgdom/src/dom/html/HTMLImageElement.js",
    loads: "import sizeOf from 'image-size'",
    instead: "const sizeOf = {}",
  },
  { file: "svgdom/src/dom/html/HTMLParser.js", loads: "import sax from 'sax'", instead: "const sax = {}" },
  // commander would start programs for commands that are files of their own
  { file: "commander/lib/command.js", loads: "require('node:child_process')", instead: "{}" },
];

/** Leaves it out. */
export const withoutUnused = (): Plugin => ({
  name: "without-unused",
  transform: (code, id) => {
    const found = unused.find(({ file }) => id.endsWith(`/node_modules/${file}`));
    if (found === undefined) return null;
    if (!code.includes(found.loads))
      throw new Error(`${found.file} has no line \`${found.loads}\` any more.`);
    return code.replace(found.loads, found.instead);
  },
});
