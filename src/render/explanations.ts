import type { Explanation } from "../source/explanation.ts";

/** What the formats of a picture have to say about a text. */
export const renderExplanations = {
  "unshown-character": {
    code: "unshown-character",
    severity: "warning",
    summary: "A character stays blank in this format: the fonts that Slant brings along lack it.",
    why:
      "PNG and PDF take no letters from the machine that they are made on, so that they are the same everywhere. The fonts " +
      "of Slant have Latin, Greek and Cyrillic letters and common symbols, but no ideographs and no emoji. SVG leaves such " +
      "characters to the reader's fonts, and text to the terminal's. Every other format draws this flow whole.",
    bad: "shop ~> mail: 注文を送る\n",
    good: "shop ~> mail: send the order\n",
  },
} as const satisfies Readonly<Record<string, Explanation>>;
