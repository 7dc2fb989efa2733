import type { LocatedDiagnostic } from "./locate.ts";
import type { Report } from "./report.ts";

const severities = { error: "major", warning: "minor", info: "info" } as const;

/**
 * A code quality report, which GitLab shows in merge requests.
 *
 * Out:    a list with an issue for each finding. GitLab keeps one issue for each fingerprint, so no two are the same.
 * Source: GitLab's code quality report format, a part of the Code Climate specification.
 */
export const gitlab = ({ diagnostics }: Report): string => {
  const seen = new Map<string, number>();
  const issues = diagnostics.map((found) => {
    const fingerprint = fingerprintOf(found);
    const nth = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, nth + 1);
    return issue(found, nth === 0 ? fingerprint : `${fingerprint}:${nth + 1}`);
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
};

/** GitLab compares fingerprints over all files. */
const fingerprintOf = ({ file, code, start, fingerprint }: LocatedDiagnostic): string =>
  `${pathOf(file)}:${fingerprint ?? `${code}:${start}`}`;

const issue = ({ message, code, severity, file, line, endLine }: LocatedDiagnostic, fingerprint: string) => ({
  description: message,
  check_name: code,
  fingerprint,
  severity: severities[severity],
  location: { path: pathOf(file), lines: { begin: line, end: endLine } },
});

const pathOf = (file: string): string => file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
