import fc from "fast-check";
import { expect, test } from "vitest";
import { locate } from "../../src/report/locate.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { lineStarts, positionAt } from "../../src/source/positions.ts";

const at = (file: string, start: number, end: number): Diagnostic => ({
  code: "c",
  severity: "error",
  message: `${file} ${start}`,
  span: { file, start, end },
});

test("places count lines and characters from 1, however lines end", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "é", "注", "👩", "\r", "\n", "\r\n", "\t", "\ud83d"), { maxLength: 40 }),
      fc.array(fc.nat(80), { minLength: 1, maxLength: 8 }),
      (pieces, offsets) => {
        const text = pieces.join("");
        const starts = lineStarts(text);
        const inside = offsets.map((offset) => offset % (text.length + 1));
        const found = locate(
          inside.map((start) => at("f", start, text.length)),
          { f: text },
        );
        const last = positionAt(text, starts, text.length);
        for (const { start, line, column, endLine, endColumn } of found) {
          expect({ line, column }).toEqual(positionAt(text, starts, start));
          expect({ line: endLine, column: endColumn }).toEqual(last);
        }
      },
    ),
  );
});

test("findings stand in the order of their files, then of their places", () => {
  const found = locate(
    [at("b", 1, 2), at("a", 3, 4), at("constructor", 0, 0), at("a", 0, 2), at("a", 0, 1)],
    {
      a: "abcd",
      b: "abcd",
    },
  );
  expect(found.map(({ file, start, end }) => `${file}:${start}-${end}`)).toEqual([
    "a:0-1",
    "a:0-2",
    "a:3-4",
    "b:1-2",
    "constructor:0-0",
  ]);
});

test("a long line with many findings is walked once", () => {
  const text = "x".repeat(400_000);
  const found = locate(
    Array.from({ length: 40_000 }, (_, index) => at("f", index * 10, index * 10 + 1)),
    { f: text },
  );
  expect(found.at(-1)).toMatchObject({ line: 1, column: 399_991, endColumn: 399_992 });
});
