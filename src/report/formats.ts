import { json } from "./json.ts";
import type { Palette } from "./palette.ts";
import { pretty, summary } from "./pretty.ts";
import type { Report } from "./report.ts";

/** A way to write a report down. */
export interface Format {
  /** One line for the help. */
  readonly about: string;
  readonly write: (report: Report, palette: Palette) => string;
  /** A line after it that only people want. */
  readonly closing?: (report: Report, palette: Palette) => string;
}

/** Every format of a report: one row is all that a format is. */
export const formats = {
  pretty: { about: "for people: the lines that each finding is about", write: pretty, closing: summary },
  json: { about: "for tools: everything that is known, versioned", write: json },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);
