import type { Plugin } from "rolldown";

/** What a package loads or works out for something that we never ask it to do, and what stands in its place. */
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
  // loading it would make standard input, output and error
  { file: "commander/lib/command.js", loads: "require('node:process')", instead: "globalThis.process" },
  // Chevrotain puts its parser together from parts, a method at a time; V8 thinks of each as another kind of object, unless it
  // knows that this one is for others to inherit from
  {
    file: "chevrotain/lib/src/parse/parser/utils/apply_mixins.js",
    loads: "baseCtors.forEach((baseCtor) => {",
    instead: "Object.setPrototypeOf({}, derivedCtor.prototype);\nbaseCtors.forEach((baseCtor) => {",
  },
  // and makes a table of 65,536 numbers, of which most texts need none
  {
    file: "chevrotain/lib/src/scan/lexer.js",
    loads: ": charCodeToOptimizedIdxMap[charCode];",
    instead: ": 255 + ~~(charCode / 255);",
  },
  {
    file: "chevrotain/lib/src/scan/lexer.js",
    loads: "if (isEmpty(charCodeToOptimizedIdxMap)) {",
    instead: "if (false) {",
  },
  // svg.js carries what old browsers lack, and asks at its start whether they do
  {
    file: "@svgdotjs/svg.js/dist/svg.esm.js",
    loads: "__toESM(require_includes(), 1)",
    instead: "({ default: (list) => list.includes })",
  },
];

/** Leaves it out. */
export const withoutUnused = (): Plugin => ({
  name: "without-unused",
  transform: (code, id) => {
    const found = unused.filter(({ file }) => id.endsWith(`/node_modules/${file}`));
    const missing = found.find(({ loads }) => !code.includes(loads));
    if (missing) throw new Error(`${missing.file} has no line \`${missing.loads}\` any more.`);
    return found.length === 0
      ? null
      : found.reduce((left, { loads, instead }) => left.replace(loads, instead), code);
  },
});
