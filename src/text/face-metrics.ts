/**
 * The metric table of one face, as fonts/make.mjs writes it: short strings that cost nothing to load and are read
 * on a face's first use. All lengths are font units.
 */
export type FaceMetrics = {
  readonly unitsPerEm: number;
  readonly ascender: number;
  /** Negative: below the baseline. */
  readonly descender: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Code points with kerning, in order: pairs of base-36 numbers, the first of a range and its last minus its first. */
  readonly letters: string;
  /** Code points without kerning, written likewise. */
  readonly symbols: string;
  /** Advance of each letter, then of each symbol: two base-64 digits each. */
  readonly advances: string;
  /** Kerning class of each letter when it stands left of another; empty when the face has no kerning. */
  readonly left: string;
  /** Kerning class of each letter when it stands right of another. */
  readonly right: string;
  readonly rightCount: number;
  /** The kerning values that occur, decimal, and the character that stands for each in `kerning`. */
  readonly values: string;
  readonly keys: string;
  /** One character per pair of classes, at `left * rightCount + right`; class 0 kerns with nothing. */
  readonly kerning: string;
};
