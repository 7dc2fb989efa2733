import type { LocatedDiagnostic } from "./locate.ts";
import type { Report } from "./report.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request.
 *
 * Out:    a line for each finding; of one that spans lines only the lines are named, as columns would be ignored.
 * Source: GitHub's workflow commands; the escapes are those of its own toolkit (packages/core/src/command.ts).
 */
export const github = ({ diagnostics }: Report): string => diagnostics.map(line).join("");

const line = (found: LocatedDiagnostic): string => {
  const { severity, code, file, line, endLine, column, endColumn } = found;
  const properties: Readonly<Record<string, string | number>> = {
    title: `slant ${code}`,
    file: file.replace(/^(?:\.\/)+/, ""),
    line,
    endLine,
    ...(line === endLine && { col: column, endColumn: Math.max(column, endColumn) }),
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  return `::${commands[severity]} ${written.join(",")}::${escapeData(words(found))}\n`;
};

const words = ({ message, notes, help }: LocatedDiagnostic): string =>
  [
    message,
    ...notes.map((note) =>
      note.file === undefined ? note.message : `${note.file}:${note.line}: ${note.message}`,
    ),
    ...(help === undefined ? [] : [`fix: ${help}`]),
  ].join("\n");

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
