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
