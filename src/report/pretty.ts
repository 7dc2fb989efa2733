import { frame, hasPlace, linesIn } from "./frame.ts";
import { harmless } from "./harmless.ts";
import type { LocatedDiagnostic } from "./locate.ts";
import type { Palette } from "./palette.ts";
import { plural } from "./plural.ts";
import { countBySeverity, type Report } from "./report.ts";
import { stepLines } from "./steps.ts";

/** Diagnostics for people at a terminal: each with the lines that it is about; nothing at all when there are none. */
export const pretty = ({ diagnostics, sources }: Report, palette: Palette): string => {
  const linesOf = linesIn(sources);
  return diagnostics
    .map((found) => {
      const head = `${harmless(found.file)}:${found.line}:${found.column}`;
      return [
        `${palette.strong(head)} ${palette[found.severity](found.severity)} ${found.code}`,
        `  ${palette.strong(harmless(messageOf(found)))}`,
        ...frame(found, linesOf, palette),
        ...remarks(found, palette),
        "",
      ].join("\n");
    })
    .join("\n");
};

/** Its question where the line below answers it is left to that line. */
const messageOf = (found: LocatedDiagnostic): string => {
  const [question, meant] = / Did you mean (`[^`]+`)\?$/.exec(found.message) ?? [];
  const isAnswered = meant !== undefined && waysOut(found).includes(`write ${meant}`);
  return isAnswered ? found.message.slice(0, -(question?.length ?? 0)) : found.message;
};

const waysOut = ({ help, fixes }: Pick<LocatedDiagnostic, "help" | "fixes">): readonly string[] =>
  help === undefined ? fixes.map(({ message }) => message) : [help];

const remarks = (found: LocatedDiagnostic, palette: Palette): readonly string[] => {
  const { notes, schedule, code } = found;
  return [
    ...notes.filter((note) => !hasPlace(note)).map(({ message }) => `  note: ${harmless(message)}`),
    ...(schedule === undefined ? [] : stepLines(schedule, palette)),
    ...waysOut(found).map((way) => `  ${palette.good("fix:")} ${harmless(way)}`),
    palette.faint(`  more: slant explain ${code}`),
  ];
};

/** The last line of a report for people: how many findings, in how many files. */
export const summary = ({ files, diagnostics }: Report, palette: Palette): string => {
  const [only] = files;
  const where = files.length === 1 && only !== undefined ? harmless(only) : plural(files.length, "file");
  if (diagnostics.length === 0) return palette.good(`No findings in ${where}.`);
  const counts = countBySeverity(diagnostics);
  const found = (["error", "warning", "info"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => palette[severity](plural(counts[severity], nounOf[severity])));
  const touched = new Set(diagnostics.map(({ file }) => file)).size;
  return `${found.join(", ")} in ${files.length === 1 ? where : `${touched} of ${where}`}.`;
};

const nounOf = { error: "error", warning: "warning", info: "remark" } as const;
