import { lexer, type MarkedToken, type Token } from "marked";
import { codeBlocks, type RichBlock, type RichLook, type RichRun } from "./rich-block.ts";

/**
 * Reads Markdown as far as a label can show it: bold, italic, code, links, line breaks, titles, lists, quotations, code.
 * What it cannot show (HTML, tables, pictures) stays as it was written.
 *
 * In:   any text.
 * Out:  its blocks, in order; no block for an empty text.
 * Cost: linear in usual texts.
 */
export const readMarkdown = (markdown: string): readonly RichBlock[] =>
  blocksOf(lexer(markdown), 0, (runs, depth) => ({ runs, depth }));

type Make = (runs: readonly RichRun[], depth: number) => RichBlock;

const blocksOf = (tokens: readonly Token[], depth: number, make: Make): readonly RichBlock[] => {
  // The first block of a list's item carries its marker; those after it stand under it without one.
  let makeNext = make;
  return tokens.flatMap((token): readonly RichBlock[] => {
    const blocks = ofBlock(token as MarkedToken, depth, makeNext);
    if (blocks.length > 0) makeNext = (runs, own) => ({ runs, depth: own });
    return blocks;
  });
};

const ofBlock = (token: MarkedToken, depth: number, make: Make): readonly RichBlock[] => {
  switch (token.type) {
    case "space":
    case "def":
      return [];
    case "paragraph":
    case "text":
      return linesOf(runsOf(token.tokens ?? [token], "plain")).map((runs, at) =>
        at === 0 ? make(runs, depth) : { runs, depth },
      );
    case "heading":
      return [make(runsOf(token.tokens, "strong"), depth)];
    case "blockquote":
      return blocksOf(token.tokens, depth + 1, make);
    case "list":
      return token.items.flatMap((item, at) => {
        const first = typeof token.start === "number" ? token.start : 1;
        const marker = item.task ? (item.checked ? "☑" : "☐") : token.ordered ? `${first + at}.` : "•";
        const isEmpty = item.tokens.length === 0;
        const asItem: Make = (runs, own) => ({ runs, depth: own, marker });
        return isEmpty ? [asItem([], depth + 1)] : blocksOf(item.tokens, depth + 1, asItem);
      });
    case "code":
      return codeBlocks(token.text, depth);
    case "hr":
      return [make([{ text: "―――", look: "plain" }], depth)];
    default:
      return [make([{ text: token.raw.trim(), look: "plain" }], depth)];
  }
};

/** A mark for the end of a line inside a paragraph. */
const lineEnd: RichRun = { text: "\n", look: "plain" };

const linesOf = (runs: readonly RichRun[]): readonly (readonly RichRun[])[] => {
  const lines: RichRun[][] = [[]];
  for (const run of runs)
    if (run === lineEnd) lines.push([]);
    else (lines[lines.length - 1] as RichRun[]).push(run);
  return lines;
};

const runsOf = (tokens: readonly Token[], look: RichLook, link?: string): readonly RichRun[] =>
  tokens.flatMap((given): readonly RichRun[] => {
    const token = given as MarkedToken;
    const run = (text: string, own = look): RichRun => ({ text, look: own, ...(link && { link }) });
    switch (token.type) {
      case "strong":
        return runsOf(token.tokens, "strong", link);
      case "em":
        return runsOf(token.tokens, look === "strong" ? "strong" : "emphasis", link);
      case "del":
        return runsOf(token.tokens, look, link);
      case "codespan":
        return [run(token.text, "code")];
      case "link":
        return runsOf(token.tokens, look, token.href);
      case "br":
        return [lineEnd];
      case "text":
        return token.tokens ? runsOf(token.tokens, look, link) : [run(unescaped(token.text))];
      case "escape":
        return [run(token.text)];
      default:
        return [run(unescaped(token.raw))];
    }
  });

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  rarr: "→",
  larr: "←",
  hellip: "…",
  ndash: "–",
  mdash: "—",
};

/** Character references as Markdown has them, where they are among the common ones. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return Object.hasOwn(entities, name) ? (entities[name] as string) : whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
