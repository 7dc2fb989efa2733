import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwardOrder, type Wish } from "../../../src/layout/map/forward-order.ts";

const backward = (order: readonly number[], wishes: readonly Wish[]): number => {
  const place = new Map(order.map((thing, at) => [thing, at]));
  return wishes
    .filter(({ from, to }) => (place.get(from) ?? 0) > (place.get(to) ?? 0))
    .reduce((sum, { weight }) => sum + weight, 0);
};

const cases = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    wishes: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 20 },
    ),
  }),
);

describe("the order in which a map flows", () => {
  test("what nobody asks for stays in its place", () => {
    expect(forwardOrder(4, [])).toEqual([0, 1, 2, 3]);
    expect(forwardOrder(3, [{ from: 0, to: 2, weight: 1 }])).toEqual([0, 1, 2]);
    // As much forwards as back.
    expect(
      forwardOrder(2, [
        { from: 0, to: 1, weight: 2 },
        { from: 1, to: 0, weight: 2 },
      ]),
    ).toEqual([0, 1]);
  });

  test("everybody stands somewhere, and no single move would turn more wishes forwards", () => {
    fc.assert(
      fc.property(cases, ({ count, wishes }) => {
        const order = forwardOrder(count, wishes);
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
        const now = backward(order, wishes);
        for (const thing of order)
          for (let to = 0; to < count; to++) {
            const rest = order.filter((each) => each !== thing);
            expect(backward(rest.toSpliced(to, 0, thing), wishes)).toBeGreaterThanOrEqual(now);
          }
      }),
    );
  });

  test("wishes without a circle are all fulfilled", () => {
    fc.assert(
      fc.property(cases, fc.nat(8), ({ count, wishes }, shift) => {
        const rank = (thing: number): number => (thing * 5 + shift) % 9;
        const acyclic = wishes.filter(({ from, to }) => rank(from) > rank(to));
        expect(backward(forwardOrder(count, acyclic), acyclic)).toBe(0);
      }),
    );
  });
});
