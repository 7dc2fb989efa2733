import { frontMatterEnd } from "../markdown/front-matter.ts";
import { readText } from "../node/read-text.ts";
import type { Message, Page } from "./draw-block.ts";

/** A message as compilers say it, so that editors and terminals make a link of its place. */
export const messageWords = ({ text, rule, notes, place, file }: Message, page: Page): string => {
  const where = `${file ?? page.path ?? "document"}:${place.start.line}:${place.start.column}`;
  return [`${where}: ${text} (${rule})`, ...notes.map((note) => `  ${note}`)].join("\n");
};

/**
 * How many lines of a file stand before the text that a host made of it: those of its front matter, also where a language of
 * templates has changed the text behind it.
 */
export const linesBefore = (text: string, file: string): number => {
  const whole = attempt(() => readText(file))?.replace(/\r\n?/g, "\n") ?? "";
  const at = whole.indexOf(text.replace(/\r\n?/g, "\n").trim());
  const blank = text.slice(0, text.length - text.trimStart().length);
  if (at >= 0) return lineEnds(whole.slice(0, at)) - lineEnds(blank);
  return frontMatterEnd(text) > 0 ? 0 : lineEnds(whole.slice(0, frontMatterEnd(whole)));
};

const lineEnds = (text: string): number => text.split(/\r\n?|\n/).length - 1;

const attempt = <T>(step: () => T): T | undefined => {
  try {
    return step();
  } catch {
    return undefined;
  }
};
