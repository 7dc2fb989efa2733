import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import type { Palette } from "./palette.ts";
import { pretty, summary } from "./pretty.ts";
import type { Report } from "./report.ts";
import { sarif } from "./sarif.ts";

/** A way to write a report down. */
export interface Format {
  /** One line for the help. */
  readonly about: string;
  /** What it tells of schedules. */
  readonly schedules: "none" | "steps" | "whole";
  readonly write: (report: Report, palette: Palette) => string;
  /** A line after it that only people want. */
  readonly closing?: (report: Report, palette: Palette) => string;
}

/** Every format of a report: one row is all that a format is. */
export const formats = {
  pretty: {
    about: "for people: the lines that each finding is about",
    schedules: "steps",
    write: pretty,
    closing: summary,
  },
  json: { about: "for tools: everything that is known, versioned", schedules: "whole", write: json },
  sarif: { about: "for code scanning and viewers: SARIF 2.1.0", schedules: "steps", write: sarif },
  github: { about: "for GitHub's workflows: annotations", schedules: "none", write: github },
  gitlab: { about: "for GitLab: a code quality report", schedules: "none", write: gitlab },
  junit: { about: "for Jenkins and others: test results", schedules: "none", write: junit },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);
