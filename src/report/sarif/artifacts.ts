import { lineAt, lineStarts } from "../../source/positions.ts";
import { type Place, type Sources, textOf } from "../locate.ts";
import { uriOf } from "../uri.ts";

/** The files of a run, and places in them. */
export interface FilesOf {
  /** The file as results name it. */
  readonly location: (file: string) => {
    readonly uri: string;
    readonly uriBaseId?: string;
    readonly index: number;
  };
  readonly region: (place: Place) => Region;
  /** Every file that was looked at or named, in that order. */
  readonly artifacts: () => readonly object[];
}

/** From 1, in UTF-16 units; the end is the place after the last one. */
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export const filesOf = (files: readonly string[], sources: Sources): FilesOf => {
  const indices = new Map(files.map((file, index) => [file, index]));
  const lines = new Map<string, readonly number[]>();
  const location: FilesOf["location"] = (file) => {
    const index = indices.get(file) ?? indices.size;
    indices.set(file, index);
    const uri = uriOf(file);
    return { uri, ...(!uri.startsWith("file:") && { uriBaseId: "%SRCROOT%" }), index };
  };
  const linesOf = (file: string): readonly number[] => {
    const starts = lines.get(file) ?? lineStarts(textOf(sources, file));
    lines.set(file, starts);
    return starts;
  };
  return {
    location,
    region: ({ file, start, end }) => {
      const starts = linesOf(file);
      const [first, last] = [lineAt(starts, start), lineAt(starts, end)];
      return {
        startLine: first + 1,
        startColumn: start - (starts[first] ?? 0) + 1,
        endLine: last + 1,
        endColumn: end - (starts[last] ?? 0) + 1,
      };
    },
    artifacts: () =>
      Array.from(indices.keys(), (file) => {
        const { uri, uriBaseId } = location(file);
        return { location: { uri, ...(uriBaseId && { uriBaseId }) }, roles: ["analysisTarget"] };
      }),
  };
};
