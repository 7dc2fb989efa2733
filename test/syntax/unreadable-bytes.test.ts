import { expect, test } from "vitest";
import { decodeText } from "../../src/node/read-text.ts";
import { parse } from "../../src/syntax/parse.ts";

test("bytes that are not UTF-8 are named as such, at their place", () => {
  const text = decodeText(new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x62, 0x0a]));
  const { diagnostics } = parse({ name: "a.slant", text });
  expect(diagnostics.map(({ code, message, span }) => [code, message, span.start])).toEqual([
    ["invalid-character", "These bytes are not UTF-8 text.", 3],
  ]);
});
