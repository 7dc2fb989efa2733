import { countBySeverity, type Report } from "./report.ts";

/**
 * Diagnostics for other tools: everything that is known of each, losslessly; docs/json-report.md describes it. The number
 * in `version` grows when a reader would have to change; new fields alone do not change it.
 */
export const json = ({ files, diagnostics }: Report): string => {
  const { error, warning, info } = countBySeverity(diagnostics);
  const summary = { files: files.length, errors: error, warnings: warning, infos: info };
  return `${JSON.stringify({ version: 1, summary, files, diagnostics }, null, 2)}\n`;
};
