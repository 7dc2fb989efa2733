/**
 * Which characters the shipped fonts hold, and how they are cut into pieces.
 *
 * Groups are disjoint. A cut is a union of groups that becomes one font file. Every cut of letters contains ASCII, and
 * with it the dashes, quotes and arrows that labels use most: one file then shapes a whole word, and no kerning is
 * lost between, say, "T" and "ü". A picture carries the smallest cut of letters that covers its text. Symbols and
 * signs are files of their own, without kerning.
 */
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const characters = (text) => Array.from(text, (character) => character.codePointAt(0));

const ascii = [...range(0x20, 0x7e), 0xa0, ...characters("·×–—‘’“”•…←→≠≤≥✓✗")];
const common = characters("§©«®°±µ»÷‚„‹›€№™−");
const marks = [
  ...range(0x300, 0x304),
  ...range(0x306, 0x30c),
  ...characters("\u0323\u0326\u0327\u0328\u0331"),
];
const without = (list, ...others) => list.filter((code) => !others.some((other) => other.includes(code)));

export const groups = {
  ascii,
  common,
  marks,
  // Soft hyphen and the deprecated ŉ are left out: neither is in Inter.
  latin: without([...range(0xa1, 0x17f), ...range(0x218, 0x21b), 0x1e9e], ascii, common, [0xad, 0x149]),
  vietnamese: [...characters("ƠơƯư"), ...range(0x1ea0, 0x1ef9)],
  greek: without(range(0x384, 0x3ce), [0x387, 0x38b, 0x38d, 0x3a2]),
  cyrillic: [...range(0x400, 0x45f), ...characters("ҐґҒғҚқҢңҮүҰұҲҳҺһӘәӨө")],
  // Singletons that NFC replaces (en quad, ohm, kelvin …) are left out: text is measured after NFC.
  symbols: without(
    [
      ...range(0x2190, 0x22ff),
      ...range(0x2500, 0x27ff),
      ...range(0x2900, 0x297f),
      ...range(0x2b00, 0x2bff),
      0xfffd,
    ],
    ascii,
    common,
  ),
  signs: without(
    [
      ...[
        ...range(0x2002, 0x200a),
        ...range(0x2010, 0x2027),
        ...range(0x202f, 0x205f),
        ...range(0x2070, 0x2089),
      ],
      ...[
        ...range(0x20a0, 0x20bf),
        0x2103,
        0x2109,
        0x2113,
        0x2117,
        ...range(0x2150, 0x215e),
        ...range(0x2300, 0x23ff),
      ],
      ...range(0x2460, 0x2473),
    ],
    ascii,
    common,
    [0x2329, 0x232a],
  ),
};

/** Smallest font file first. */
export const cuts = {
  ascii: ["ascii"],
  greek: ["ascii", "common", "marks", "greek"],
  cyrillic: ["ascii", "common", "marks", "cyrillic"],
  latin: ["ascii", "common", "marks", "latin"],
  letters: ["ascii", "common", "marks", "latin", "vietnamese", "greek", "cyrillic"],
  symbols: ["symbols"],
  signs: ["signs"],
};

/** Groups whose characters kern with one another. */
export const letterGroups = cuts.letters.filter((group) => group !== "marks");

const sorted = (codes) => codes.toSorted((a, b) => a - b);

/** The cuts without kerning. */
export const symbolGroups = ["symbols", "signs"];

/** The code points of the named groups, in order. */
export const codePointsOf = (names) => sorted(names.flatMap((name) => groups[name]));

/** Code points in order → [first, last][]. */
export const toRanges = (codes) =>
  codes.reduce((ranges, code) => {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
    return ranges;
  }, []);
