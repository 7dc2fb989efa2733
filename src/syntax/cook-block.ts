import { lineStarts } from "../source/positions.ts";
import type { Hole } from "./ast.ts";
import { type Cooked, cookHoles } from "./cook.ts";
import type { Reader } from "./say.ts";

/** A block string without its delimiters. */
export interface CookedBlock extends Cooked {
  readonly tag?: string;
}

/**
 * Reads what stands between a block's delimiters.
 *
 * In:     the inside, which starts at `offset` of the source.
 * Out:    the tag is the word right behind the opening delimiter. The text loses a blank first and last line and the
 *         indentation that its lines share, that of the opening delimiter apart; line ends become LF.
 * Cost:   linear in the text.
 * Source: D2's block strings.
 */
export const cookBlock = (reader: Reader, inside: string, offset: number): CookedBlock => {
  const tag = /^[^\s|]*/.exec(inside)?.[0] ?? "";
  const [head, ...below] = linesOf(inside, tag.length);
  const indent = below
    .filter(isNotBlank)
    .reduce((least, { text }) => Math.min(least, indentOf(text)), Infinity);
  const lines = [
    ...(head !== undefined && isNotBlank(head) ? [cut(head, indentOf(head.text))] : []),
    ...below.map((line) => cut(line, Math.min(indent, indentOf(line.text)))),
  ];
  const last = lines.at(-1);
  if (last !== undefined && !isNotBlank(last)) lines.pop();
  const cooked = join(
    lines.map(({ text, start }, at) =>
      cookHoles(reader, at < lines.length - 1 ? text : text.trimEnd(), offset + start),
    ),
  );
  return tag === "" ? cooked : { ...cooked, tag };
};

/** A line of the block, and where in it the line starts. */
interface Line {
  readonly text: string;
  readonly start: number;
}

const linesOf = (inside: string, from: number): readonly Line[] => {
  const text = inside.slice(from);
  const starts = lineStarts(text);
  return starts.map((start, at) => ({
    text: text.slice(start, starts[at + 1]).replace(/[\r\n]+$/, ""),
    start: from + start,
  }));
};

const isNotBlank = ({ text }: Line): boolean => text.trim() !== "";
const indentOf = (text: string): number => text.length - text.trimStart().length;
const cut = ({ text, start }: Line, length: number): Line => ({
  text: text.slice(length),
  start: start + length,
});

const join = (lines: readonly Cooked[]): Cooked => {
  const parts: (string | Hole)[] = [""];
  const add = (part: string | Hole): void => {
    const last = parts.length - 1;
    if (typeof part === "string" && typeof parts[last] === "string") parts[last] += part;
    else parts.push(part);
  };
  for (const [at, line] of lines.entries()) {
    if (at > 0) add("\n");
    line.parts.forEach(add);
  }
  const filled = parts.filter((part) => part !== "");
  return { text: lines.map(({ text }) => text).join("\n"), parts: filled.length === 0 ? [""] : filled };
};
