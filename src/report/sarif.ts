import type { Report } from "./report.ts";
import { type FilesOf, filesOf } from "./sarif/artifacts.ts";
import { descriptorsOf } from "./sarif/descriptors.ts";
import { resultOf } from "./sarif/results.ts";

/**
 * The Static Analysis Results Interchange Format, for code scanning and viewers.
 *
 * In:     a report; with the tool's own version and explanations the rules are described, else only named.
 * Out:    a log with one run. Paths are relative to where the command ran; columns count UTF-16 units. What a text or a baseline
 *         excuses is among the results, marked so, when the report holds it.
 * Cost:   linear in findings and texts.
 * Source: SARIF 2.1.0 (OASIS), and the part of it that GitHub's code scanning reads.
 */
export const sarif = ({ files, diagnostics, sources, suppressed = [], tool }: Report): string => {
  const known: FilesOf = filesOf(files, sources);
  const all = [...diagnostics, ...suppressed.map(({ diagnostic }) => diagnostic)];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Slant",
            ...(tool !== undefined && { version: tool.version, semanticVersion: tool.version }),
            rules: descriptorsOf(codes, tool?.explanations ?? []),
          },
        },
        columnKind: "utf16CodeUnits",
        newlineSequences: ["\r\n", "\n", "\r"],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The folder in which slant ran." } } },
        results: [
          ...diagnostics.map((found) => resultOf(found, codes, known)),
          ...suppressed.map(({ diagnostic, where, reason }) => ({
            ...resultOf(diagnostic, codes, known),
            suppressions: [{ kind: kinds[where], justification: reason }],
          })),
        ],
        artifacts: known.artifacts(),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const kinds = { source: "inSource", baseline: "external" } as const;
