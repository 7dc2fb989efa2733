import { expect, test } from "vitest";
import { json } from "../../src/report/json.ts";
import { locate } from "../../src/report/locate.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";

const text = "a ~> b: go { callback: done }\r\nb ~> a: 完了 { resolves: done }\n";
const span = { file: "a.slant", start: text.indexOf("done"), end: text.indexOf("done") + 4 };
const second = { file: "a.slant", start: text.lastIndexOf("done"), end: text.lastIndexOf("done") + 4 };

const found: Diagnostic = {
  code: "unawaited-callback",
  severity: "error",
  message: "Nothing at `a` awaits the callback `done`.",
  span,
  notes: [{ message: "it arrives here", span: second }, { message: "so its result is lost" }],
  help: "add `await: done`",
  fixes: [
    {
      kind: "suggestion",
      message: "add `await: done`",
      edits: [{ span: { file: "a.slant", start: text.length, end: text.length }, text: "await: done\n" }],
    },
  ],
};

test("everything that is known of a finding is written", () => {
  const sources = { "a.slant": text, "b.slant": "" };
  const report = { files: ["a.slant", "b.slant"], sources, diagnostics: locate([found], sources) };
  expect(JSON.parse(json(report))).toEqual({
    version: 1,
    summary: { files: 2, errors: 1, warnings: 0, infos: 0 },
    files: ["a.slant", "b.slant"],
    diagnostics: [
      {
        code: "unawaited-callback",
        severity: "error",
        message: "Nothing at `a` awaits the callback `done`.",
        ...{ file: "a.slant", line: 1, column: 24, endLine: 1, endColumn: 28 },
        ...{ start: span.start, end: span.end },
        notes: [
          {
            message: "it arrives here",
            ...{ file: "a.slant", line: 2, column: 24, endLine: 2, endColumn: 28 },
            ...{ start: second.start, end: second.end },
          },
          { message: "so its result is lost" },
        ],
        help: "add `await: done`",
        fixes: [
          {
            kind: "suggestion",
            message: "add `await: done`",
            edits: [
              {
                ...{ file: "a.slant", line: 3, column: 1, endLine: 3, endColumn: 1 },
                ...{ start: text.length, end: text.length, text: "await: done\n" },
              },
            ],
          },
        ],
      },
    ],
  });
});
