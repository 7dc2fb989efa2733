/** Scripts that the shipped faces kern within; `common` is punctuation, digits and spaces, `other` the rest. */
type Script = "common" | "latin" | "greek" | "cyrillic" | "other";

/**
 * Follows the script of a text, character by character. Browsers shape each script's stretch by itself, so two
 * characters kern only when `enter` gave both the same number.
 *
 * Common characters belong to the script before them (at the start of a text, to the one after), and a closing
 * bracket to the script of its opening one.
 *
 * Cost:   constant per character.
 * Source: Unicode Standard Annex #24 (Script Property), section 5.1 and 5.2.
 */
export const scriptRuns = (): { readonly enter: (code: number) => number } => {
  const open: OpenBracket[] = [];
  let script: Script = "common";
  let run = 0;

  const enter = (code: number): number => {
    const own = ownScript(code, open);
    if (own !== "common" && own !== script) {
      // Brackets that were opened before any letter take the script of the first one.
      if (script === "common") for (const bracket of open) bracket.script = own;
      else run += 1;
      script = own;
    }
    const close = brackets.get(code);
    if (close !== undefined && open.length < deepest) open.push({ close, script });
    return run;
  };
  return { enter };
};

type OpenBracket = { readonly close: number; script: Script };

/** Brackets deeper than this are common characters: it bounds the search for the opening one. */
const deepest = 32;

const brackets: ReadonlyMap<number, number> = new Map(
  [
    "()",
    "[]",
    "{}",
    "⁅⁆",
    "⟦⟧",
    "⟨⟩",
    "⟪⟫",
    "「」",
    "『』",
    "【】",
    "《》",
    "〈〉",
    "（）",
    "［］",
    "｛｝",
  ].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

const ownScript = (code: number, open: OpenBracket[]): Script => {
  const script = scriptOf(code);
  if (script !== "common") return script;
  for (let i = open.length - 1; i >= 0; i -= 1) {
    const bracket = open[i] as OpenBracket;
    if (bracket.close !== code) continue;
    open.length = i;
    return bracket.script;
  }
  return "common";
};

/** The last code point of each stretch of one script, up to the scripts of the shipped faces. */
const scripts: readonly (readonly [last: number, script: Script])[] = [
  [0x40, "common"],
  [0x5a, "latin"],
  [0x60, "common"],
  [0x7a, "latin"],
  [0xa9, "common"],
  [0xaa, "latin"],
  [0xb9, "common"],
  [0xba, "latin"],
  [0xbf, "common"],
  [0xd6, "latin"],
  [0xd7, "common"],
  [0xf6, "latin"],
  [0xf7, "common"],
  [0x2b8, "latin"],
  [0x36f, "common"],
  [0x37d, "greek"],
  [0x37e, "common"],
  [0x384, "greek"],
  [0x385, "common"],
  [0x386, "greek"],
  [0x387, "common"],
  [0x3ff, "greek"],
  [0x52f, "cyrillic"],
  [0x1dff, "other"],
  [0x1eff, "latin"],
  [0x1fff, "greek"],
  [0x2e7f, "common"],
  [0x2fff, "other"],
  [0x3020, "common"],
  [Number.POSITIVE_INFINITY, "other"],
];

const scriptOf = (code: number): Script => {
  for (const [last, script] of scripts) if (code <= last) return script;
  return "other";
};
