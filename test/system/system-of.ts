import { expect } from "vitest";
import { compile } from "../../src/compile.ts";
import { hasErrors } from "../../src/source/outcome.ts";
import { checkSystem, type SystemCheckOptions } from "../../src/system/check-system.ts";
import { mergeFlows } from "../../src/system/merge-flows.ts";
import type { System } from "../../src/system/system.ts";

/** Texts by file name. A text that does not compile is a mistake of the test. */
export type Files = Readonly<Record<string, string>>;

const compiledFrom = (files: Files) =>
  Object.entries(files).map(([name, text]) => {
    const compiled = compile({ name, text });
    expect(hasErrors(compiled.diagnostics)).toBe(false);
    return compiled;
  });

export const systemOf = (files: Files): System =>
  mergeFlows(compiledFrom(files).map(({ flow }) => ({ name: flow.file.replace(/\.slant$/, ""), flow })));

/** Every finding of the rules over many flows, with the words under it. */
export const reportsIn = (files: Files, options: SystemCheckOptions = { extends: "all" }) =>
  checkSystem(
    systemOf(files),
    { remarks: compiledFrom(files).map(({ ast }) => ast), sources: files },
    options,
  ).map(({ diagnostic, brief, on }) => {
    const { code, severity, message, notes = [], span } = diagnostic;
    const words = ({ file, start, end }: typeof span): string => (files[file] ?? "").slice(start, end);
    return {
      code,
      severity,
      message,
      brief,
      on,
      words: `${span.file}: ${words(span)}`,
      others: notes.map((note) => (note.span ? `${note.span.file}: ${words(note.span)}` : "")),
    };
  });
