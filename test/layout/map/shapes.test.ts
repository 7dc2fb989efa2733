import { describe, expect, test } from "vitest";
import { compile } from "../../../src/compile.ts";
import { sceneOf } from "../../../src/draw.ts";
import { shapes } from "../../../src/language/attributes.ts";
import { meetOutline } from "../../../src/layout/meet-outline.ts";
import type { Mark, PathCommand } from "../../../src/layout/scene.ts";
import { shapeOutlines } from "../../../src/layout/shape-outlines.ts";

const sceneFor = (text: string, view: "map" | "sequence" = "map") => {
  const { flow, sources, diagnostics } = compile({ name: "flow.slant", text });
  expect(diagnostics).toEqual([]);
  return sceneOf(flow, sources, { view });
};

type Spot = readonly [number, number];

/** Many points of a path's lines and curves. */
const spotsOf = (commands: readonly PathCommand[]): readonly Spot[] => {
  const spots: Spot[] = [];
  let [here, start]: [Spot, Spot] = [
    [0, 0],
    [0, 0],
  ];
  for (const command of commands) {
    const numbers = command.slice(1) as readonly number[];
    if (command[0] === "M") [here, start] = [numbers as unknown as Spot, numbers as unknown as Spot];
    const ends: readonly Spot[] =
      command[0] === "Z"
        ? [start]
        : Array.from(
            { length: numbers.length / 2 },
            (_, at): Spot => [numbers[2 * at] as number, numbers[2 * at + 1] as number],
          );
    for (let step = 0; step <= 400; step++) {
      let row: readonly Spot[] = [here, ...ends];
      const part = step / 400;
      while (row.length > 1)
        row = row.slice(1).map(([x, y], at): Spot => {
          const [beforeX, beforeY] = row[at] as Spot;
          return [beforeX + (x - beforeX) * part, beforeY + (y - beforeY) * part];
        });
      spots.push(row[0] as Spot);
    }
    here = ends.at(-1) as Spot;
  }
  return spots;
};

const pathsOf = (marks: readonly Mark[], paint: string) =>
  marks.flatMap((mark) => (mark.kind === "path" && mark.paint.startsWith(paint) ? [mark.commands] : []));

const drawnShapes = shapes.filter((shape) => shapeOutlines[shape] !== undefined);

describe.each(["right", "down"])("a map towards the %s", (direction) => {
  test.each(drawnShapes)("%s is drawn as over its lifeline, and lines end at it", (shape) => {
    const text = `direction: ${direction}\na: A participant { shape: ${shape} }\nb ~> a: one\na ~> c: two\na ~> d: three\na -> e: four\n`;
    const { groups } = sceneFor(text);
    const node = groups.find(({ role, name }) => role === "node" && name?.startsWith("A participant"));
    const head = sceneFor(text, "sequence").groups.find(({ role }) => role === "head");
    const outline = pathsOf(node?.marks ?? [], "head").filter(([first]) => first?.[0] === "M");
    const formOf = (marks: readonly Mark[] = []) =>
      pathsOf(marks, "head").map((path) => path.map(([letter]) => letter).join(""));
    expect(formOf(node?.marks)).toEqual(formOf(head?.marks));
    expect(node?.marks.some(({ kind }) => kind === "rect")).toBe(false);
    if (outline.length === 0) return;
    const spots = outline.flatMap(spotsOf);
    const lines = groups.filter(({ role }) => role === "channel").map(({ marks }) => marks[0]);
    expect(lines).toHaveLength(4);
    const [toA, ...fromA] = lines.map((mark) => (mark?.kind === "path" ? mark.commands : []));
    const ends = [toA?.at(-1), ...fromA.map(([first]) => first)];
    for (const end of ends) {
      const [, x = 0, y = 0] = (end ?? []) as readonly number[];
      expect(Math.min(...spots.map(([atX, atY]) => Math.hypot(atX - x, atY - y)))).toBeLessThan(1);
    }
  });
});

describe("a line meets an outline", () => {
  const rhombus = [[["M", 0, 10], ["L", 20, 0], ["L", 40, 10], ["L", 20, 20], ["Z"]]] as const;
  test.each([
    ["level, from the left", [0, 5], true, [10, 5]],
    ["level, from the right", [40, 5], true, [30, 5]],
    ["upright, from above", [10, 0], false, [10, 5]],
    ["upright, from below", [10, 20], false, [10, 15]],
    ["at a corner", [0, 10], true, [0, 10]],
    ["beside it", [0, 30], true, [0, 30]],
  ] as const)("%s", (_, from, isLevel, expected) => {
    expect(meetOutline(rhombus, from, isLevel)).toEqual(expected);
  });

  test("that is not drawn, where it begins", () => {
    expect(meetOutline([], [3, 4], true)).toEqual([3, 4]);
  });
});
