import type { Fence } from "./fence.ts";
import { commentsIn, fencesIn } from "./fences-in.ts";
import { flowLanguage } from "./flow-language.ts";
import { kept, keptFence } from "./kept-source.ts";

/** The picture of a block. */
export interface BlockPicture {
  /** Where it is from the document's folder, with slashes. */
  readonly path: string;
  /** What it shows, in words. */
  readonly words: string;
  /** A number of px, or a length in CSS. */
  readonly width?: string;
}

/**
 * Finds the flows of a document that are to be pictures: its fences, and the comments that an earlier run made of them.
 *
 * Out:    in order; of a comment, the block reaches to the end of the picture below it.
 * Cost:   linear.
 */
export const flowBlocksIn = (document: string): readonly Fence[] =>
  [
    ...fencesIn(document).filter(flowLanguage),
    ...keptFlowsIn(document).map((flow) => ({ ...flow, end: pictureEnd(document, flow.end) })),
  ].sort((a, b) => a.start - b.start);

/** The flows of a document that stand in comments above their pictures, as the fences that they were. */
export const keptFlowsIn = (document: string): readonly Fence[] =>
  commentsIn(document).map(keptFence).filter(flowLanguage);

/**
 * Puts pictures in the place of flows. What stands above each picture, out of sight, is its source: a second run finds it.
 *
 * In:     the document, its blocks, and a picture for each.
 * Out:    the document; a second run over it, with the same pictures, changes nothing.
 * Cost:   linear.
 */
export const withPictures = (
  document: string,
  blocks: readonly Fence[],
  pictures: readonly BlockPicture[],
): string => {
  const lineEnd = /\r\n|\n|\r/.exec(document)?.[0] ?? "\n";
  let [out, from] = ["", 0];
  for (const [index, block] of blocks.entries()) {
    const picture = pictures[index];
    if (picture === undefined) continue;
    const lines = [...commentLines(block), pictureLine(picture)];
    const [first = "", ...more] = lines;
    const rest = more.map((line) => lineEnd + (line === "" ? block.prefix.trimEnd() : block.prefix + line));
    out += document.slice(from, block.start) + first + rest.join("");
    from = block.end;
  }
  return out + document.slice(from);
};

const commentLines = ({ text, meta, language }: Fence): readonly string[] => {
  const opening = `<!-- ${language}${meta === "" ? "" : ` ${kept(meta)}`}`;
  const lines = kept(text).split(/\r\n|\n|\r/);
  return [opening, ...(lines.at(-1) === "" ? lines.slice(0, -1) : lines), "-->"];
};

const pictureLine = ({ path, words, width }: BlockPicture): string => {
  const address = encodeURI(path).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  if (width === undefined) return `![${words.replace(/[\\`*_[\]<>&~|$]/g, "\\$&")}](${address})`;
  return `<img src="${inAttribute(address)}" alt="${inAttribute(words)}" width="${width}">`;
};

const inAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Where the picture ends that stands alone below a comment; where the comment does, if there is none. */
const pictureEnd = (document: string, end: number): number => {
  picture.lastIndex = end;
  const found = picture.exec(document);
  return found === null ? end : end + found[0].length;
};

/** Numbered as ours are; a formatter may have put a blank line above it. */
const picture =
  /(?:[ \t>]*(?:\r\n|\n|\r)){1,3}[ \t>]*(?:!\[(?:\\.|[^\]\\\r\n])*\]\([^()\s]*-\d+\.(?:svg|png)\)|<img src="[^"\r\n]*-\d+\.(?:svg|png)"[^>\r\n]*>)(?=[ \t]*(?:\r|\n|$))/y;
