import { type Diagnostic, diagnose } from "../source/diagnostic.ts";
import type { Limits } from "../source/limits.ts";
import type { Span } from "../source/span.ts";
import { type SyntaxCode, syntaxExplanations } from "./explanations.ts";

/** What the steps of one `parse` share: the text, and where they put what they have to say. */
export interface Reader {
  readonly file: string;
  readonly text: string;
  readonly mode: "slant" | "d2";
  readonly limits: Limits;
  readonly diagnostics: Diagnostic[];
  /** Statements read so far. */
  statements: number;
  /** A map was so deep that the rest of the text was not read: what is not closed then is no fault of its own. */
  gaveUp: boolean;
}

export const spanIn = (reader: Reader, start: number, end: number): Span => ({
  file: reader.file,
  start,
  end,
});

/** Reports a fault between two offsets. */
export const say = (
  reader: Reader,
  code: SyntaxCode,
  message: string,
  start: number,
  end: number,
  more: Parameters<typeof diagnose>[3] = {},
): void => {
  reader.diagnostics.push(diagnose(syntaxExplanations[code], message, spanIn(reader, start, end), more));
};

/** A help line and the one edit that does what it says. */
export const wayOut = (
  reader: Reader,
  help: string,
  start: number,
  end: number,
  text: string,
): { readonly help: string; readonly fixes: NonNullable<Diagnostic["fixes"]> } => ({
  help,
  fixes: [{ kind: "suggestion", message: help, edits: [{ span: spanIn(reader, start, end), text }] }],
});
