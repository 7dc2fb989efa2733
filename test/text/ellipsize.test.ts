import fc from "fast-check";
import { expect, test } from "vitest";
import { ellipsize } from "../../src/text/ellipsize.ts";
import type { Font } from "../../src/text/faces.ts";
import { measure } from "../../src/text/measure.ts";

const font: Font = { face: "regular", size: 13 };

test("what fits stays; the rest ends in …", () => {
  expect(ellipsize("order created", font, 200)).toBe("order created");
  expect(ellipsize("order created", font, 60)).toBe("order cr…");
  expect(ellipsize("order created", font, 47)).toBe("order…");
  expect(ellipsize("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", font, 35)).toBe("👩‍👩‍👧…");
  expect(ellipsize("order", font, 1)).toBe("…");
});

test("no wider than allowed, and no room for one character more", () => {
  const parts = fc.constantFrom("a", "V", "é", "日", "👩‍👩‍👧", "Т", "(", "«", " ", "e\u0301", "f", ".");
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), fc.integer({ min: 15, max: 200 }), (list, width) => {
      const text = list.join("").normalize("NFC");
      const short = ellipsize(text, font, width);
      expect(measure(short, font)).toBeLessThanOrEqual(width);
      if (short === text) return;
      const kept = short.slice(0, -1);
      expect(text.startsWith(kept)).toBe(true);
      const characters = Array.from(
        new Intl.Segmenter("und").segment(text),
        ({ index, segment }) => index + segment.length,
      );
      const longer =
        characters.find((end) => text.slice(0, end).trimEnd().length > kept.length) ?? text.length;
      expect(measure(`${text.slice(0, longer)}…`, font)).toBeGreaterThan(width);
    }),
    { numRuns: 500 },
  );
});
