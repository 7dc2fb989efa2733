import type { Label } from "../../flow/flow.ts";
import { type Font, lineHeight } from "../../text/faces.ts";
import { measure } from "../../text/measure.ts";
import type { RichBlock } from "../../text/rich-block.ts";
import { wrap } from "../../text/wrap.ts";
import { type FacedRun, wrapRich } from "../../text/wrap-rich.ts";
import type { RichLabels } from "../rich-labels.ts";

/** A text broken into lines and measured: what the passes of the layout need to know of it. */
export interface Words {
  /** As it was before it was broken. */
  readonly text: Content;
  readonly lines: readonly WordsLine[];
  readonly font: Font;
  /** px, of the widest line. */
  readonly width: number;
  /** px, of all lines. */
  readonly height: number;
  /** px, from one baseline to the next. */
  readonly leading: number;
}

/** Plain words, or blocks with a look of their own. */
export type Content = string | readonly RichBlock[];

export interface WordsLine {
  readonly text: string;
  readonly width: number;
  /** Where its words have more than one look. */
  readonly runs?: readonly FacedRun[];
  /** px from the text's left edge, where it stands in a list. */
  readonly indent?: number;
}

/** Breaks a label into lines no wider than `maxWidth`, px. */
export const words = (text: Content, font: Font, maxWidth: number): Words => {
  const lines = typeof text === "string" ? wrap(text, font, maxWidth) : wrapRich(text, font, maxWidth);
  const leading = Math.ceil(lineHeight(font));
  let width = 0;
  for (const line of lines) width = Math.max(width, line.width);
  return {
    text,
    lines,
    font,
    width,
    height: lines.length * leading,
    leading,
  };
};

/** A text that is never broken. */
export const oneLine = (text: string, font: Font): Words => {
  const width = measure(text, font);
  const leading = Math.ceil(lineHeight(font));
  return { text, lines: [{ text, width }], font, width, height: leading, leading };
};

/** What a label shows, with its looks. */
export const contentOf = (label: Label | undefined, rich: RichLabels | undefined): Content =>
  (label && rich?.get(label)) ?? shownText(label);

/** What a label shows, as plain text. */
export const shownText = (label: Label | undefined): string => label?.text.trim() ?? "";
