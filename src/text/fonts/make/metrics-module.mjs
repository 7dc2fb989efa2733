/** Writes a face's metric table as a small TypeScript module; src/text/face-table.ts reads it. */
import { codePointsOf, letterGroups, symbolGroups, toRanges } from "./coverage.mjs";
import { advancesOf, kerningOf } from "./shape.mjs";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const pair = (number) => {
  if (number < 0 || number >= 4096) throw new Error(`${number} does not fit two digits`);
  return digits[number >> 6] + digits[number & 63];
};

/** Equal rows → one class each, in order of first appearance; the all-zero row is always class 0. */
const classesOf = (rows) => {
  const seen = new Map([[rows[0].map(() => 0).join(), 0]]);
  const classes = rows.map((row) => {
    const key = row.join();
    if (!seen.has(key)) seen.set(key, seen.size);
    return seen.get(key);
  });
  return { classes, count: seen.size };
};

const transpose = (matrix) => matrix[0].map((_, column) => matrix.map((row) => row[column]));

/** Characters that stand for kerning values, commonest first: printable ASCII, then Latin-1. */
const valueCharacters = Array.from({ length: 0xe0 }, (_, i) => String.fromCharCode(0x20 + i)).filter(
  (character) => !/["\\\x7f]/.test(character),
);

const kerningTable = (font, letters, advances) => {
  const matrix = kerningOf(font, letters, advances);
  const left = classesOf(matrix);
  const right = classesOf(transpose(matrix));
  const cells = Array.from({ length: left.count * right.count }, () => 0);
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      cells[left.classes[i] * right.count + right.classes[j]] = value;
    });
  });
  const uses = new Map([[0, Number.POSITIVE_INFINITY]]);
  for (const value of cells) uses.set(value, (uses.get(value) ?? 0) + 1);
  const values = [...uses].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([value]) => value);
  if (values.length > valueCharacters.length) throw new Error(`${values.length} kerning values are too many`);
  const character = new Map(values.map((value, i) => [value, valueCharacters[i]]));
  const write = (list) => list.map((value) => character.get(value)).join("");
  return { left, right, values, keys: write(values), cells: write(cells) };
};

/** Latin-1 as escapes, so that the module's source stays ASCII (and one byte per character). */
const quoted = (text) =>
  `"${text.replace(/[\x80-\xff]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`)}"`;

/** An open font → the text of its metrics module. */
export const metricsModule = (face, font) => {
  const letters = codePointsOf(letterGroups).filter(font.has);
  const symbols = codePointsOf(symbolGroups).filter(font.has);
  const advances = advancesOf(font, letters);
  const everyAdvance = [...advances, ...advancesOf(font, symbols)];
  if (everyAdvance.some((advance) => advance <= 0))
    throw new Error("an advance of 0 stands for a missing character");
  const kerning = kerningTable(font, letters, advances);
  const ranges = (codes) =>
    toRanges(codes).map(([first, last]) => `${first.toString(36)} ${(last - first).toString(36)}`);
  const { unitsPerEm, ascender, descender, lineGap, capHeight, xHeight } = font.metrics;
  return `// biome-ignore-all format: generated
// Made by make.mjs: do not edit. ${face.source.split("/").at(-1)}, advances and kerning as HarfBuzz shapes them.
import type { FaceMetrics } from "../../face-metrics.ts";

export const ${face.name}: FaceMetrics = {
  unitsPerEm: ${unitsPerEm},
  ascender: ${ascender},
  descender: ${descender},
  lineGap: ${lineGap},
  capHeight: ${capHeight},
  xHeight: ${xHeight},
  letters: "${ranges(letters).join(" ")}",
  symbols: "${ranges(symbols).join(" ")}",
  advances: "${everyAdvance.map(pair).join("")}",
  left: "${kerning.left.count === 1 ? "" : kerning.left.classes.map(pair).join("")}",
  right: "${kerning.right.count === 1 ? "" : kerning.right.classes.map(pair).join("")}",
  rightCount: ${kerning.right.count},
  values: "${kerning.values.join(" ")}",
  keys: ${quoted(kerning.keys)},
  kerning: ${quoted(kerning.cells)},
};
`;
};
