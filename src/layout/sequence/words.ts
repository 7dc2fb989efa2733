import type { Label } from "../../flow/flow.ts";
import { type Font, lineHeight } from "../../text/faces.ts";
import { measure } from "../../text/measure.ts";
import { wrap } from "../../text/wrap.ts";

/** A text broken into lines and measured: what the passes of the layout need to know of it. */
export interface Words {
  /** As it was before it was broken. */
  readonly text: string;
  readonly lines: readonly { readonly text: string; readonly width: number }[];
  readonly font: Font;
  /** px, of the widest line. */
  readonly width: number;
  /** px, of all lines. */
  readonly height: number;
  /** px, from one baseline to the next. */
  readonly leading: number;
}

/** Breaks a label into lines no wider than `maxWidth`, px. */
export const words = (text: string, font: Font, maxWidth: number): Words => {
  const lines = wrap(text, font, maxWidth);
  const leading = Math.ceil(lineHeight(font));
  return {
    text,
    lines,
    font,
    width: lines.reduce((widest, line) => Math.max(widest, line.width), 0),
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

/** What a label shows, as plain text. */
export const shownText = (label: Label | undefined): string => label?.text.trim() ?? "";
