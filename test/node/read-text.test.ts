import { expect, test } from "vitest";
import { decodeText } from "../../src/node/read-text.ts";

test.each([
  ["UTF-8", [0xe6, 0xb3, 0xa8], "注"],
  ["a byte order mark is no text", [0xef, 0xbb, 0xbf, 0x61], "a"],
  ["line ends stay as they are", [0x61, 0x0d, 0x0a, 0x62, 0x0d], "a\r\nb\r"],
  ["bytes that are no UTF-8 become what no text holds", [0x61, 0xff, 0x62], "a\udcffb"],
  ["a replacement character is a character", [0x61, 0xef, 0xbf, 0xbd], "a\ufffd"],
])("%s", (_, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(text);
});

test("a byte order mark is kept for who writes the text back", () => {
  expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), { keepMark: true })).toBe("\ufeffa");
});
