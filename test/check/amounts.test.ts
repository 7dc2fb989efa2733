import fc from "fast-check";
import { expect, test } from "vitest";
import { duration, range, rate, roomy } from "../../src/check/amounts.ts";
import { readDuration } from "../../src/language/durations.ts";

test.each([
  [0, "0ms"],
  [250, "250ms"],
  [1500, "1.5s"],
  [90_000, "1m30s"],
  [5_400_000, "1h30m"],
  [345_600_000, "4d"],
  [20_000_000, "5h33m20s"],
])("%d ms are written %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test("a duration can be read again, to the hundredth below a minute and to the second above", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (ms) => {
      const reading = readDuration(duration(ms));
      const most = ms < 60_000 ? 5 : 500;
      expect(reading.ok && Math.abs(reading.value - ms) <= most).toBe(true);
    }),
  );
});

test("what is suggested is enough, and at most a tenth more or a minute", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 10 }), (ms) => {
      expect(roomy(ms)).toBeGreaterThanOrEqual(ms);
      expect(roomy(ms)).toBeLessThanOrEqual(ms + Math.min(60_000, Math.max(1, ms / 10)));
      const reading = readDuration(duration(roomy(ms)));
      expect(reading.ok && reading.value >= ms).toBe(true);
    }),
  );
});

test("ranges and rates are written as a source writes them", () => {
  expect([range({ low: 50, high: 3000 }), range({ low: 50, high: 50 })]).toEqual(["50ms..3s", "50ms"]);
  expect([rate(120), rate(0.5), rate(1 / 3600)]).toEqual(["120/s", "30/m", "1/h"]);
});
