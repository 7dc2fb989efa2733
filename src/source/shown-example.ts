import type { Explanation } from "./explanation.ts";

/** An explanation's sources as people read them. */
export interface ShownExample {
  readonly bad: string;
  readonly good: string;
  /** What the two import, each file with its path. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** How many files more there are. */
  readonly filesLeftOut: number;
}

/** More than that nobody reads; what is cut is counted in a line of its own. */
const most = { characters: 160, charactersKept: 64, lines: 30, linesKept: 20, files: 3, filesKept: 2 };

/**
 * The sources of an explanation as a page shows them: the examples of limits are cut, characters without a shape get one.
 *
 * Cost: linear in the sources, which the examples of limits make megabytes.
 */
export const shownExample = ({ bad, good, files = {} }: Explanation): ShownExample => {
  const all = Object.entries(files);
  const kept = all.slice(0, all.length > most.files ? most.filesKept : all.length);
  return {
    bad: shown(bad),
    good: shown(good),
    files: kept.map(([path, text]) => ({ path, text: shown(text) })),
    filesLeftOut: all.length - kept.length,
  };
};

const shown = (source: string): string => {
  const lines = source.replace(/\n$/, "").replaceAll("\0", "␀").split("\n");
  const kept = lines.slice(0, lines.length > most.lines ? most.linesKept : lines.length).map(shownLine);
  const left = lines.length - kept.length;
  return `${[...kept, ...(left === 0 ? [] : [`… and ${grouped(left)} more lines`])].join("\n")}\n`;
};

const shownLine = (line: string): string => {
  if (line.length <= most.characters) return line;
  const kept = line.slice(0, most.charactersKept).trimEnd();
  return `${kept}\n… and ${grouped(line.length - kept.length)} more characters`;
};

/** `12,345`, in every locale. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
