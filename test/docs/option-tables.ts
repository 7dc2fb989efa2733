import type { RenderOptions } from "../../src/index.ts";
import type { PictureOptions } from "../../src/plugins/options.ts";

/** What the library's page says of each option of a picture; the types see to it that none is forgotten. */
export const libraryOptions: Readonly<Record<keyof RenderOptions, string>> = {
  format: "`svg` (default) and `txt` are texts; `png` and `pdf` are bytes, which `renderSync` does not draw",
  view: "`sequence` (default): what happens, from top to bottom; `map`: who talks with whom",
  theme: "`auto` (default), `light`, `dark`, `mono`, `contrast`",
  darkTheme: "the theme where the reader prefers dark",
  fonts: "`embed` (default) the letters, or leave them to the reader's `system`",
  pad: "white space around the picture, px",
  background: "a colour, or `transparent`",
  title: "instead of the flow's own; an empty one shows none",
  scale: "of the picture's size: 2 for a sharp PNG",
  ascii: "of a text picture: 7 bits only",
  responsive: "let the picture shrink with the column that it stands in",
  idPrefix: "before every id in the picture; from its content if absent",
  readFile: "reads an [import](#imports)",
  root: "the folder that imports may not leave; the source's own if absent",
  limits: "how large a text may be, where the [usual limits](configuration.md#limits) do not fit",
  lint: "show what the rules find on the picture",
  strict: "warnings fail like errors",
  force: "in spite of errors, draw what was understood",
};

/** The same of the plug-ins; `errorFallback` is each host's own. */
export const pluginOptions: Readonly<Record<keyof PictureOptions | "errorFallback", string>> = {
  strategy: '`"inline-svg"` (default), a part of the page, or `"img-svg"`, an `<img>` that holds the picture',
  theme: "as above",
  dark: "on a dark page: the theme's own dark side (`true`, the default), the same as by day (`false`), or another theme",
  view: "as above",
  fonts: "as above",
  pad: "as above",
  background: "as above",
  lint: "report what the rules find, too: `true` (default), `false`, or options of `lint`",
  strict: "warnings and findings fail like errors",
  report: "gets every warning as a text, for hosts that show none: `console.warn`",
  className: "of the `<figure>` around each picture: `slant` if absent",
  readFile: "as above; in Node, imports are read beside the page without it",
  root: "as above",
  limits: "as above",
  errorFallback: "what stands in the place of a picture that cannot be drawn",
};
