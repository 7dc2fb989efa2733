import { type Finding, findingLines } from "../layout/findings/finding.ts";
import type { Scene } from "../layout/scene.ts";
import { newCanvas } from "./txt/canvas.ts";
import { widest } from "./txt/cells.ts";
import { columnsOf } from "./txt/columns.ts";
import { paint } from "./txt/paint.ts";
import { rowsOf } from "./txt/rows.ts";
import { asciiSigns } from "./txt/signs.ts";
import { thingsOf } from "./txt/things-of.ts";

export interface TxtOptions {
  /** 7 bits only. */
  readonly ascii?: boolean;
  /** What lint found: a list below the picture. */
  readonly findings?: readonly Finding[];
}

/**
 * Writes the scene of a sequence as text: for terminals, mail and code review.
 *
 * It is the picture's own layout on a grid of cells: what stands beside, above and inside what is taken from the scene, how
 * far from one another follows from the words, which are as wide as a terminal shows them.
 *
 * In:     a scene that `layoutSequence` made.
 * Out:    lines without blanks at their ends, each with a line end. Same scene, same text. Nothing covers a word.
 * Cost:   n log n in what is shown, and linear in the cells of the sheet.
 * Source: widths by UAX #11 (East Asian Width), ambiguous ones narrow; lines by Unicode's box drawings (U+2500).
 */
export const renderTxt = (scene: Scene, { ascii = false, findings = [] }: TxtOptions = {}): string => {
  const things = thingsOf(scene);
  const columns = columnsOf(things);
  const signs = ascii ? asciiSigns : undefined;
  const picture = paint(things, columns, rowsOf(things, columns)).print(signs);
  if (findings.length === 0) return picture;
  const list = findingLines(findings);
  const sheet = newCanvas(widest(list), list.length);
  for (const [row, line] of list.entries()) sheet.write(row, 0, line);
  return `${picture}\n${sheet.print(signs)}`;
};
