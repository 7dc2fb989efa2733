/** What lint found, as a picture tells it. */
export interface Finding {
  readonly severity: "error" | "warning" | "info";
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  /** The line of the drawn text, 1-based; absent where it is about another file. */
  readonly line?: number;
}

/** One line for each, numbered as their badges are: what a picture of letters shows below itself. */
export const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, code, message, line }, at) => {
    const place = line === undefined ? "" : `, line ${line}`;
    return `${at + 1}. ${severity}${place}: ${message} (${code})`;
  });
