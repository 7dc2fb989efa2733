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

/** The decoded tables. A cache of pure results: at most one entry per face. */
const decoded: Partial<Record<FaceName, FaceTable>> = {};

/** The width table of a face, decoded on its first use (about 50 µs). */
export const faceTable = (name: FaceName): FaceTable => {
  decoded[name] ??= decode(faces[name].metrics);
  return decoded[name];
};

const bmp = 0x10000;

const decode = (metrics: FaceMetrics): FaceTable => {
  const advance = new Uint16Array(bmp);
  const left = new Uint8Array(bmp);
  const right = new Uint8Array(bmp);
  const letters = codePoints(metrics.letters);
  [...letters, ...codePoints(metrics.symbols)].forEach((code, i) => {
    advance[code] = digits(metrics.advances, i);
  });
  if (metrics.left === "") return { unitsPerEm: metrics.unitsPerEm, advance, kern: () => 0 };
  letters.forEach((code, i) => {
    left[code] = digits(metrics.left, i);
    right[code] = digits(metrics.right, i);
  });
  const values = new Int16Array(256);
  metrics.values.split(" ").forEach((value, i) => {
    values[metrics.keys.charCodeAt(i)] = Number(value);
  });
  const { kerning, rightCount, unitsPerEm } = metrics;
  const kern = (a: number, b: number): number =>
    values[kerning.charCodeAt((left[a] as number) * rightCount + (right[b] as number))] as number;
  return { unitsPerEm, advance, kern };
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
