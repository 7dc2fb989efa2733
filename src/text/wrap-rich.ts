import type { FaceName, Font } from "./faces.ts";
import { measure } from "./measure.ts";
import type { RichBlock, RichLook, RichRun } from "./rich-block.ts";
import { wrap } from "./wrap.ts";

/** A stretch of a line in one face. */
export interface FacedRun {
  readonly text: string;
  readonly face: FaceName;
  readonly link?: string;
}

/** A line whose words have more than one look. */
export interface RichLine {
  readonly text: string;
  readonly runs: readonly FacedRun[];
  /** px, with what it is set in by. */
  readonly width: number;
  /** px from the text's left edge. */
  readonly indent: number;
}

/** px by which each list and quotation is set in, in parts of the font's size. */
const step = 1.2;

/**
 * Breaks blocks into lines: between words, and inside a word where it alone is too wide. White space in code is kept.
 *
 * In:   blocks; the font of plain words; px.
 * Out:  lines, at least one a block.
 * Cost: linear in the text.
 */
export const wrapRich = (blocks: readonly RichBlock[], font: Font, maxWidth: number): readonly RichLine[] => {
  const deepest = blocks.reduce((most, { depth }) => Math.max(most, depth), 0);
  const indentOf = (depth: number): number => Math.min(depth, 4) * step * font.size;
  // A list that stands alone needs no room on its left but for its markers.
  const least = deepest > 0 ? Math.min(...blocks.map(({ depth }) => depth)) : 0;
  return blocks.flatMap((block): readonly RichLine[] => {
    const indent = indentOf(block.depth - Math.max(0, least - (block.marker ? 1 : 0)));
    const runs = block.runs.map((run) => faced(run, font));
    const room = maxWidth - indent;
    const lines = block.isCode ? codeLines(runs, font, room) : fill(runs, font, room);
    return lines.map((line, at) => withMarker(line, at === 0 ? block.marker : undefined, indent, font));
  });
};

const faces: Readonly<Record<RichLook, FaceName | undefined>> = {
  plain: undefined,
  strong: "semibold",
  emphasis: "italic",
  code: "mono",
};

const faced = ({ text, look, link }: RichRun, font: Font): FacedRun => ({
  text,
  face: faces[look] ?? font.face,
  ...(link && { link }),
});

const widthOf = (runs: readonly FacedRun[], { size }: Font): number =>
  runs.reduce((sum, { text, face }) => sum + measure(text, { face, size }), 0);

/** The marker hangs in the room that the line is set in by. */
const withMarker = (
  runs: readonly FacedRun[],
  marker: string | undefined,
  indent: number,
  font: Font,
): RichLine => {
  const lead: readonly FacedRun[] = marker ? [{ text: `${marker} `, face: font.face }] : [];
  const all = merged([...lead, ...runs]);
  const hang = Math.min(indent, widthOf(lead, font));
  return {
    text: all.map(({ text }) => text).join(""),
    runs: all,
    width: indent - hang + widthOf(all, font),
    indent: indent - hang,
  };
};

const codeLines = (runs: readonly FacedRun[], font: Font, room: number): readonly (readonly FacedRun[])[] => {
  if (widthOf(runs, font) <= room) return [runs];
  const [{ face } = { face: font.face }] = runs;
  const text = runs.map((run) => run.text).join("");
  const lead = text.slice(0, text.length - text.trimStart().length);
  const inside = room - measure(lead, { face, size: font.size });
  return wrap(text, { face, size: font.size }, inside).map((line) => [{ text: lead + line.text, face }]);
};

/** Words with the runs that they are made of: `fo**o**,` is one word of three runs. */
const wordsOf = (runs: readonly FacedRun[]): readonly (readonly FacedRun[])[] => {
  const words: FacedRun[][] = [];
  let isInside = false;
  for (const run of runs)
    for (const text of run.text.split(/([ \t\n\r\f\v]+)/)) {
      if (/^[ \t\n\r\f\v]*$/.test(text)) {
        if (text) isInside = false;
        continue;
      }
      if (isInside) (words[words.length - 1] as FacedRun[]).push({ ...run, text });
      else words.push([{ ...run, text }]);
      isInside = true;
    }
  return words;
};

const fill = (runs: readonly FacedRun[], font: Font, room: number): readonly (readonly FacedRun[])[] => {
  const lines: FacedRun[][] = [];
  let line: FacedRun[] = [];
  for (const word of wordsOf(runs)) {
    const next = line.length === 0 ? [...word] : joined(line, word);
    if (widthOf(next, font) <= room) line = next;
    else {
      if (line.length > 0) lines.push(line);
      const parts = widthOf(word, font) <= room ? [[...word]] : broken(word, font, room);
      lines.push(...parts.slice(0, -1));
      line = parts[parts.length - 1] ?? [];
    }
  }
  return [...lines, line].map(merged);
};

/** The space between two words belongs to what both have in common, else to the plain face of the one before. */
const joined = (line: readonly FacedRun[], word: readonly FacedRun[]): FacedRun[] => {
  const last = line[line.length - 1] as FacedRun;
  const first = word[0] as FacedRun;
  const isOne = last.face === first.face && last.link === first.link;
  if (isOne) return [...line, { ...last, text: " " }, ...word];
  const { link: _link, ...space } = last.face === "mono" ? { ...first } : last;
  return [...line, { ...space, text: " " }, ...word];
};

const broken = (word: readonly FacedRun[], { size }: Font, room: number): FacedRun[][] =>
  word.flatMap((run) => wrap(run.text, { face: run.face, size }, room).map(({ text }) => [{ ...run, text }]));

/** Neighbours with one look are one run, which is kerned as one. */
const merged = (runs: readonly FacedRun[]): readonly FacedRun[] => {
  const found: FacedRun[] = [];
  for (const run of runs) {
    const before = found[found.length - 1];
    if (before && before.face === run.face && before.link === run.link)
      found[found.length - 1] = { ...before, text: before.text + run.text };
    else found.push(run);
  }
  return found;
};
