import fc from "fast-check";
import { expect, test } from "vitest";
import { emptySkyline } from "../../src/layout/sequence/skyline.ts";

const lines = fc.array(
  fc.record({
    x1: fc.integer({ min: 0, max: 400 }),
    x2: fc.integer({ min: 0, max: 400 }),
    y1: fc.integer({ min: 0, max: 300 }),
    y2: fc.integer({ min: 0, max: 300 }),
  }),
  { maxLength: 8 },
);

test("what was taken stays taken: a line moved by its clearance passes below every point of the lines before", () => {
  fc.assert(
    fc.property(lines, lines, fc.integer({ min: 0, max: 40 }), (taken, [next], above) => {
      if (!next) return;
      const skyline = emptySkyline(400, 0);
      for (const { x1, y1, x2, y2 } of taken) skyline.takeSlope(x1, y1, x2, y2);
      const move = skyline.clearance(next.x1, next.y1, next.x2, next.y2, above);
      const at = (line: typeof next, x: number): number | undefined => {
        const [a, b] = [Math.min(line.x1, line.x2), Math.max(line.x1, line.x2)];
        if (x < a || x > b) return undefined;
        if (a === b) return Math.max(line.y1, line.y2);
        return line.y1 + ((line.y2 - line.y1) * (x - line.x1)) / (line.x2 - line.x1);
      };
      for (let x = 0; x <= 400; x += 5) {
        const y = next.x1 === next.x2 ? undefined : at(next, x);
        if (y === undefined) continue;
        for (const line of taken) {
          const other = line.x1 === line.x2 ? undefined : at(line, x);
          if (other !== undefined) expect(y + move - above).toBeGreaterThanOrEqual(other - 1e-9);
        }
      }
    }),
  );
});

test("a box takes its columns down to its lower edge and nothing beside them", () => {
  const skyline = emptySkyline(200, 10);
  skyline.take(40, 80, 55);
  expect(skyline.lowest(40, 80)).toBe(55);
  expect(skyline.lowest(0, 36)).toBe(10);
  expect(skyline.lowest(84, 200)).toBe(10);
  expect(skyline.lowest(0, 200)).toBe(55);
});

test("a wide look sees what narrow looks see, whatever was taken", () => {
  const x = fc.integer({ min: -20, max: 1020 });
  const range = fc.tuple(x, x).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const take = fc.record({ range, y1: fc.nat(300), y2: fc.nat(300), isLevel: fc.boolean() });
  fc.assert(
    fc.property(fc.array(take, { maxLength: 12 }), range, fc.nat(300), (takes, [from, to], y) => {
      const skyline = emptySkyline(1000, 5);
      for (const { range: over, y1, y2, isLevel } of takes)
        if (isLevel) skyline.take(over[0], over[1], y1);
        else skyline.takeSlope(over[0], y1, over[1], y2);
      let lowest = 5;
      for (let at = Math.max(0, Math.floor(from / 4) * 4); at < Math.max(4, to); at += 4)
        lowest = Math.max(lowest, skyline.lowest(at, at + 4));
      expect(skyline.lowest(from, to)).toBe(lowest);
      expect(skyline.clearance(from, y, to, y, 7)).toBe(Math.max(0, lowest - (y - 7)));
    }),
    { numRuns: 500 },
  );
});
