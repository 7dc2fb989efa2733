/**
 * Follows the script of a text, character by character. Browsers shape each script's stretch by itself, so two
 * neighbours kern only when `enter` gave both the same number.
 *
 * Punctuation, digits and spaces belong to the script before them (at the start of a text, to the one after), and a
 * closing bracket to the script of its opening one.
 *
 * Cost:   constant per character.
 * Source: UAX #24 (Unicode Script Property), sections 5.1 and 5.2, as Chromium and ICU apply it.
 */
export const scriptRuns = (): { readonly enter: (code: number) => number } => {
  const open: OpenBracket[] = [];
  let current = common;
  let run = 0;
  const enter = (code: number): number => {
    const own = closedBracket(code, open) ?? scriptOf(code);
    if ((current & own) === 0) run += 1;
    const resolved = (current & own) === 0 ? own : current & own;
    // Brackets opened before any letter take the script of the first one.
    if (current === common && resolved !== common) for (const bracket of open) bracket.script = resolved;
    current = resolved;
    const close = brackets.get(code);
    if (close !== undefined && open.length < deepest) open.push({ close, script: current });
    return run;
  };
  return { enter };
};

/** The scripts that a character may belong to, as bits: those that the shipped faces have, and all others as one. */
const latin = 1;
const greek = 2;
const cyrillic = 4;
const other = 8;
const common = latin | greek | cyrillic | other;

/** `script` is `common` as long as no letter has been met. */
type OpenBracket = { readonly close: number; script: number };

/** Brackets deeper than this are plain punctuation: it bounds the search for the opening one. */
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

/** The script of the bracket that this character closes; takes it and all opened since from the stack. */
const closedBracket = (code: number, open: OpenBracket[]): number | undefined => {
  const at = open.findLastIndex(({ close }) => close === code);
  return at < 0 ? undefined : open.splice(at)[0]?.script;
};

/** The last code point of each stretch with the same scripts, up to the end of those of the shipped faces. */
const stretches: readonly (readonly [last: number, script: number])[] = [
  [0x40, common],
  [0x5a, latin],
  [0x60, common],
  [0x7a, latin],
  [0xa9, common],
  [0xaa, latin],
  [0xb6, common],
  [0xb7, latin | greek | other],
  [0xb9, common],
  [0xba, latin],
  [0xbf, common],
  [0xd6, latin],
  [0xd7, common],
  [0xf6, latin],
  [0xf7, common],
  [0x2b8, latin],
  [0x36f, common],
  [0x37d, greek],
  [0x37e, common],
  [0x384, greek],
  [0x385, common],
  [0x386, greek],
  [0x387, common],
  [0x3ff, greek],
  [0x52f, cyrillic],
  [0x1dff, other],
  [0x1eff, latin],
  [0x1fff, greek],
  [0x2e7f, common],
  [0x2fff, other],
  [0x3020, common],
];

const scriptOf = (code: number): number => stretches.find(([last]) => code <= last)?.[1] ?? other;
