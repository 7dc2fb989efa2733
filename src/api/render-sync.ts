import { drawSync, type SyncFormat } from "../draw.ts";
import { oneOf } from "../options.ts";
import { formatNames, pictureFormats } from "../picture-formats.ts";
import { locate } from "../report/locate.ts";
import { allPieces } from "../text/all-pieces.ts";
import { readMarkdown } from "../text/read-markdown.ts";
import type { Input } from "./input.ts";
import { formatOf, type Rendered, type RenderOptions, readied, renderChecks } from "./readied.ts";

const syncNames = formatNames.filter((name) => pictureFormats[name].isSync);

/** A format that exists but takes time has its own words. */
const syncChecks = {
  ...renderChecks,
  format: (value) => {
    const wanted = oneOf(syncNames)(value);
    return wanted === undefined || oneOf(formatNames)(value) !== undefined
      ? wanted
      : `${wanted} here (\`render\` draws \`${value}\`)`;
  },
} satisfies typeof renderChecks;

/** What pictures may need, for hosts that cannot wait. */
const ready = { pieces: allPieces, readMarkdown };

/** Draws a flow, at once: for hosts that cannot wait, such as markdown-it. */
export const renderSync = (source: Input, options: RenderOptions<SyncFormat> = {}): Rendered => {
  const { compiled, isRefused, picture, extras } = readied("renderSync", source, options, syncChecks);
  const { flow, sources, diagnostics } = compiled;
  return {
    output: isRefused ? "" : drawSync(flow, sources, { ...picture, ...formatOf(options) }, ready, extras),
    diagnostics: locate(diagnostics, sources),
  };
};
