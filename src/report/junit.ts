import type { LocatedDiagnostic } from "./locate.ts";
import { countBySeverity, type Report } from "./report.ts";

/**
 * Test results in JUnit's XML, which Jenkins, GitLab, Azure and others show.
 *
 * Out:    a suite for each file; a case for each finding, failed for an error and skipped for a warning or remark, so that the
 *         result is red exactly when there are errors; a file without findings passes one case.
 * Source: the schema of Jenkins's xunit plugin (jenkins-junit.xsd); characters as in XML 1.0, section 2.2.
 */
export const junit = ({ files, diagnostics }: Report): string => {
  const byFile = new Map<string, LocatedDiagnostic[]>(files.map((file) => [file, []]));
  for (const found of diagnostics) {
    const others = byFile.get(found.file);
    if (others === undefined) byFile.set(found.file, [found]);
    else others.push(found);
  }
  const suites = [...byFile].map(([file, found]) => suite(file, found));
  const tests = [...byFile.values()].reduce((sum, { length }) => sum + Math.max(1, length), 0);
  const { error } = countBySeverity(diagnostics);
  const open = `<testsuites name="slant" tests="${tests}" failures="${error}" errors="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${suites.join("")}</testsuites>\n`;
};

const suite = (file: string, found: readonly LocatedDiagnostic[]): string => {
  const { error, warning, info } = countBySeverity(found);
  const counts = `tests="${Math.max(1, found.length)}" failures="${error}" errors="0" skipped="${warning + info}"`;
  const cases =
    found.length === 0
      ? `    <testcase name="slant lint" classname=${quoted(file)}/>\n`
      : found.map(testCase).join("");
  return `  <testsuite name=${quoted(file)} ${counts}>\n${cases}  </testsuite>\n`;
};

const testCase = (found: LocatedDiagnostic): string => {
  const { code, severity, message, file, line, column } = found;
  const name = quoted(`${code} at ${line}:${column}`);
  const outcome =
    severity === "error"
      ? `<failure type=${quoted(code)} message=${quoted(message)}>${escaped(words(found))}</failure>`
      : `<skipped message=${quoted(`${severity}: ${message}`)}/>`;
  return `    <testcase name=${name} classname=${quoted(file)}>\n      ${outcome}\n    </testcase>\n`;
};

const words = ({ file, line, column, message, notes, help }: LocatedDiagnostic): string =>
  [
    `${file}:${line}:${column}: ${message}`,
    ...notes.map((note) => (note.file === undefined ? "" : `${note.file}:${note.line}: `) + note.message),
    ...(help === undefined ? [] : [`fix: ${help}`]),
  ].join("\n");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** What no XML file may hold, escaped or not. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text.replace(forbidden, "\ufffd").replace(/[&<>"\r]/g, (character) => entities[character] ?? character);

const quoted = (text: string): string =>
  `"${text.replace(forbidden, "\ufffd").replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)}"`;
