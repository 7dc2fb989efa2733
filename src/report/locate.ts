import type { Diagnostic, Fix, Note, Severity } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";

/** Where a span lies: lines and columns count from 1 and in characters; the end is the place after the last one. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** UTF-16 offsets into the file's text, from 0, for tools that edit. */
  readonly start: number;
  readonly end: number;
}

/** A note without a place says why; one with a place shows the other side. */
export type LocatedNote = { readonly message: string } & Partial<Place>;

export type LocatedEdit = Place & { readonly text: string };

/** As `Fix`, with places for spans. */
export interface LocatedFix {
  readonly kind: Fix["kind"];
  readonly message: string;
  readonly edits: readonly LocatedEdit[];
}

/** Something that happens at one lifeline: who, what, where in the text, and what is out of place about it. */
export type LocatedStep = Place & {
  readonly lifeline: string;
  readonly message: string;
  readonly remark?: string;
};

/** One way in which it can come about: the beginning of an execution, and the same as a flow of its own. */
export interface LocatedSchedule {
  readonly steps: readonly LocatedStep[];
  /** Absent where only the steps were asked for. */
  readonly source?: string;
}

/** A diagnostic as people and tools read it: what is wrong, the file, and lines and columns in place of a span. */
export interface LocatedDiagnostic extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly notes: readonly LocatedNote[];
  readonly help?: string;
  readonly fixes: readonly LocatedFix[];
  readonly schedule?: LocatedSchedule;
  /** What it is, wherever in its file it stands: the same after lines above it have come or gone. */
  readonly fingerprint?: string;
}

/** Texts by the name that spans call them. */
export type Sources = Readonly<Record<string, string>>;

/**
 * Turns spans into lines and columns.
 *
 * In:   diagnostics in any order, and the text of every file that they name; a file without a text counts as empty.
 * Out:  the same diagnostics with places, ordered by file (as `sources` lists them), then by where they start.
 * Cost: linear in the texts; n log n in the spans. A file of one endless line costs no more than any other.
 */
export const locate = (
  diagnostics: readonly Diagnostic[],
  sources: Sources,
): readonly LocatedDiagnostic[] => {
  const place = placesOf(diagnostics.flatMap(spansOf), sources);
  const rank = new Map(Object.keys(sources).map((file, index) => [file, index]));
  const located = diagnostics.map(
    ({
      code,
      severity,
      message,
      span,
      notes = [],
      help,
      fixes = [],
      schedule,
      fingerprint,
    }): LocatedDiagnostic => ({
      code,
      severity,
      message,
      ...place(span),
      notes: notes.map((note) => ({ message: note.message, ...(note.span && place(note.span)) })),
      ...(help !== undefined && { help }),
      fixes: fixes.map(({ kind, message, edits }) => ({
        kind,
        message,
        edits: edits.map(({ span, text }) => ({ ...place(span), text })),
      })),
      ...(schedule !== undefined && {
        schedule: {
          steps: schedule.steps.map(({ lifeline, message, span, remark }) => ({
            lifeline,
            message,
            ...(remark !== undefined && { remark }),
            ...place(span),
          })),
          ...(schedule.source !== undefined && { source: schedule.source }),
        },
      }),
      ...(fingerprint !== undefined && { fingerprint }),
    }),
  );
  const rankOf = ({ file }: Place): number => rank.get(file) ?? rank.size;
  return located.toSorted((a, b) => rankOf(a) - rankOf(b) || a.start - b.start || a.end - b.end);
};

const spansOf = ({ span, notes = [], fixes = [], schedule }: Diagnostic): readonly Span[] => [
  span,
  ...(schedule?.steps.map((step) => step.span) ?? []),
  ...notes.flatMap((note: Note) => note.span ?? []),
  ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
];

const placesOf = (spans: readonly Span[], sources: Sources): ((span: Span) => Place) => {
  const offsets = new Map<string, Set<number>>();
  for (const { file, start, end } of spans) {
    const known = offsets.get(file) ?? new Set();
    offsets.set(file, known.add(start).add(end));
  }
  const positions = new Map(
    [...offsets].map(([file, wanted]) => [file, sweep(textOf(sources, file), [...wanted])]),
  );
  return ({ file, start, end }) => {
    const inFile = positions.get(file);
    const [line, column] = inFile?.get(start) ?? [1, 1];
    const [endLine, endColumn] = inFile?.get(end) ?? [line, column];
    return { file, line, column, endLine, endColumn, start, end };
  };
};

/** The text of a file, or nothing when it is unknown; names such as `constructor` are names like others. */
export const textOf = (sources: Sources, file: string): string =>
  Object.hasOwn(sources, file) ? (sources[file] ?? "") : "";

/** Line and column of each offset, found in one walk over the text; CR, LF and CRLF end a line. */
const sweep = (text: string, offsets: number[]): ReadonlyMap<number, readonly [number, number]> => {
  const found = new Map<number, readonly [number, number]>();
  let [at, line, column] = [0, 1, 1];
  for (const offset of offsets.sort((a, b) => a - b)) {
    for (; at < offset && at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
        line++;
        column = 1;
      } else if (!isSecondHalf(text, at)) column++;
    }
    found.set(offset, [line, column]);
  }
  return found;
};

const isSecondHalf = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
