/** How a stretch of HTML ends: with a line that matches, or before a blank one; `here` on its own first line. */
export type Html = RegExp | "blank" | "here";

/** A way in which a line begins such a stretch. */
interface HtmlStart {
  readonly begins: RegExp;
  readonly ends: RegExp | "blank";
  /** Whether it may begin right below a line of a paragraph. */
  readonly interrupts: boolean;
}

const blocks =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|" +
  "figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|" +
  "noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";

const attribute = "\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?";

const starts = {
  /** Source: CommonMark 0.31.2, section 4.6, in its order. */
  markdown: [
    {
      begins: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i,
      ends: /<\/(?:script|pre|style|textarea)>/i,
      interrupts: true,
    },
    { begins: /^<!--/, ends: /-->/, interrupts: true },
    { begins: /^<\?/, ends: /\?>/, interrupts: true },
    { begins: /^<![A-Za-z]/, ends: />/, interrupts: true },
    { begins: /^<!\[CDATA\[/, ends: /\]\]>/, interrupts: true },
    { begins: new RegExp(`^</?(?:${blocks})(?:\\s|/?>|$)`, "i"), ends: "blank", interrupts: true },
    {
      begins: new RegExp(
        `^(?:<[A-Za-z][A-Za-z0-9-]*(?:${attribute})*\\s*/?>|</[A-Za-z][A-Za-z0-9-]*\\s*>)\\s*$`,
      ),
      ends: "blank",
      interrupts: false,
    },
  ],
  /** MDX has no HTML but JSX, whose children are Markdown; a comment is never read. */
  mdx: [{ begins: /^\{\s*\/\*/, ends: /\*\/\s*\}/, interrupts: true }],
} as const satisfies Record<string, readonly HtmlStart[]>;

/** How the HTML ends that a line begins, if it begins any. */
export const htmlEnd = (
  line: string,
  dialect: keyof typeof starts,
  isParagraph: boolean,
): Html | undefined => {
  const rows: readonly HtmlStart[] = starts[dialect];
  const start = rows.find(({ begins, interrupts }) => (interrupts || !isParagraph) && begins.test(line));
  if (start === undefined || start.ends === "blank") return start?.ends;
  return start.ends.test(line) ? "here" : start.ends;
};
