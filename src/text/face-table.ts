import type { FaceMetrics } from "./face-metrics.ts";
import { type FaceName, faces } from "./faces.ts";

/** A face's widths, ready to look up by UTF-16 unit (no shipped face has characters beyond the BMP). */
export type FaceTable = {
  readonly unitsPerEm: number;
  /** Advance by code point, font units; 0: the face lacks the character. */
  readonly advance: Uint16Array;
  /** Kerning between two characters of the face, font units. */
  readonly kern: (left: number, right: number) => number;
};

type Decoded = { readonly table: FaceTable; readonly addRest: () => void; whole: boolean };

/** The decoded tables. A cache of pure results: at most one entry per face, which knows ASCII until it needs more. */
const decoded: Partial<Record<FaceName, Decoded>> = {};

/**
 * The width table of a face, good for the given text. What it costs to decode is paid on first use: a few
 * microseconds for ASCII, and about a millisecond for the rest when a text has other characters.
 */
export const faceTable = (name: FaceName, text: string): FaceTable => {
  const entry = entryOf(name);
  if (!entry.whole && !onlyAscii.test(text)) {
    entry.addRest();
    entry.whole = true;
  }
  return entry.table;
};

/** The same for whoever asks for ASCII only: what it says of other characters is not to be used. */
export const asciiTable = (name: FaceName): FaceTable => entryOf(name).table;

const entryOf = (name: FaceName): Decoded => {
  const known = decoded[name];
  if (known) return known;
  const made = decode(faces[name].metrics);
  decoded[name] = made;
  return made;
};

const onlyAscii = /^[ -~]*$/;
const bmp = 0x10000;

const decode = (metrics: FaceMetrics): Decoded => {
  const { unitsPerEm, kerning, rightCount } = metrics;
  const hasKerning = metrics.left !== "";
  const advance = new Uint16Array(bmp);
  const left = new Uint8Array(bmp);
  const right = new Uint8Array(bmp);
  const values = new Int16Array(0x100);
  metrics.values.split(" ").forEach((value, i) => {
    values[metrics.keys.charCodeAt(i)] = Number(value);
  });
  const add = (code: number, i: number, kerns: boolean): void => {
    advance[code] = digits(metrics.advances, i);
    if (!kerns) return;
    left[code] = digits(metrics.left, i);
    right[code] = digits(metrics.right, i);
  };
  // The letters begin with the 95 characters of ASCII.
  for (let code = 0x20; code < 0x7f; code += 1) add(code, code - 0x20, hasKerning);

  const addRest = (): void => {
    const letters = codePoints(metrics.letters);
    letters.forEach((code, i) => {
      add(code, i, hasKerning);
    });
    codePoints(metrics.symbols).forEach((code, i) => {
      add(code, letters.length + i, false);
    });
  };
  const kern = (a: number, b: number): number =>
    values[kerning.charCodeAt((left[a] as number) * rightCount + (right[b] as number))] as number;
  return { table: { unitsPerEm, advance, kern: hasKerning ? kern : () => 0 }, addRest, whole: false };
};

/** "20 5 …" (base 36: first, last minus first) → each code point. */
const codePoints = (ranges: string): readonly number[] => {
  const codes: number[] = [];
  const numbers = ranges.split(" ").map((number) => Number.parseInt(number, 36));
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const first = numbers[i] as number;
    for (let code = first; code <= first + (numbers[i + 1] as number); code += 1) codes.push(code);
  }
  return codes;
};

/** The i-th number of two base-64 digits ("0"–"9", "A"–"Z", "a"–"z", "-", "_"). */
const digits = (text: string, i: number): number =>
  digit(text.charCodeAt(2 * i)) * 64 + digit(text.charCodeAt(2 * i + 1));

const digit = (code: number): number => {
  if (code === 45) return 62;
  if (code === 95) return 63;
  if (code <= 57) return code - 48;
  return code <= 90 ? code - 55 : code - 61;
};
