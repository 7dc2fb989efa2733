import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gap } from "../../src/layout/sequence/columns.ts";
import { placeColumns } from "../../src/layout/sequence/columns.ts";

const demands = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    first: fc.integer({ min: 0, max: 50 }),
    gaps: fc.array(
      fc
        .record({ a: fc.nat(count - 1), b: fc.nat(count - 1), width: fc.integer({ min: 0, max: 300 }) })
        .map(({ a, b, width }): Gap => ({ left: Math.min(a, b), right: Math.max(a, b), width }))
        .filter(({ left, right }) => left < right),
    ),
  }),
);

test("every gap is kept and order is kept", () => {
  fc.assert(
    fc.property(demands, ({ count, first, gaps }) => {
      const places = placeColumns(count, first, gaps);
      expect(places).toHaveLength(count);
      expect(places[0]).toBe(first);
      for (let at = 1; at < count; at++) expect(places[at]).toBeGreaterThanOrEqual(places[at - 1] as number);
      for (const { left, right, width } of gaps)
        expect((places[right] as number) - (places[left] as number)).toBeGreaterThanOrEqual(width);
    }),
  );
});

test("no lifeline could stand further left", () => {
  fc.assert(
    fc.property(demands, ({ count, first, gaps }) => {
      const places = placeColumns(count, first, gaps);
      for (let at = 1; at < count; at++) {
        const held = gaps
          .filter(({ right }) => right === at)
          .map(({ left, width }) => (places[left] as number) + width);
        expect(places[at]).toBe(Math.max(places[at - 1] as number, ...held));
      }
    }),
  );
});
