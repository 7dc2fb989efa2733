import type { StyleValues } from "../language/styles.ts";
import type { RichBlock } from "../text/rich-block.ts";

/** What each value of `style.text-transform` makes of a text; the same in every language. Source: D2, and CSS Text §2.1. */
const cases: Readonly<Record<string, (text: string) => string>> = {
  uppercase: (text) => text.toUpperCase(),
  lowercase: (text) => text.toLowerCase(),
  capitalize: (text) => capitalized(text),
  title: (text) => capitalized(text),
};

/** A letter that no letter, digit or apostrophe stands before begins a word. */
const capitalized = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Whether a style changes the letters of its label. */
export const changesCase = ({ "text-transform": wanted }: StyleValues): boolean =>
  wanted !== undefined && Object.hasOwn(cases, String(wanted));

/** A label's text in the letters that its style asks for. */
export const inCase = (text: string, { "text-transform": wanted }: StyleValues): string =>
  wanted === undefined ? text : (cases[String(wanted)]?.(text) ?? text);

/** The same of words with looks; code stays as it is. */
export const blocksInCase = (blocks: readonly RichBlock[], style: StyleValues): readonly RichBlock[] =>
  changesCase(style)
    ? blocks.map((block) =>
        block.isCode
          ? block
          : {
              ...block,
              runs: block.runs.map((run) =>
                run.look === "code" ? run : { ...run, text: inCase(run.text, style) },
              ),
            },
      )
    : blocks;
