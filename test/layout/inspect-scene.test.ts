import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { sceneRecord } from "../../src/layout/inspect-scene.ts";

const recordOf = (text: string) => {
  const { flow, sources } = compile({ name: "flow.slant", text });
  return { scene: sceneOf(flow, sources), record: sceneRecord(sceneOf(flow, sources)) };
};

test("every mark says its role, its line and either a box or points inside the picture", () => {
  const { scene, record } = recordOf(
    "a: A\nb: B { kind: store }\na ~> b: save it\na -> a: think\nnote: why { left: a }\n",
  );
  expect(record.marks).toHaveLength(scene.groups.flatMap(({ marks }) => marks).length);
  for (const { role, group, line, box, points } of record.marks) {
    expect(record.groups[group]?.role).toBe(role);
    expect(line).toBe(record.groups[group]?.line ?? null);
    expect([box, points].filter(Boolean)).toHaveLength(1);
    for (const [x, y] of points ?? [[box?.x ?? -1, box?.y ?? -1]]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(record.width);
      expect(y).toBeLessThanOrEqual(record.height);
    }
  }
});

test("a turned label has corners, a level one a box, and both say what they show", () => {
  const { record } = recordOf("a: A\nb: B\na ~> b: slanted\na -> b: level\n");
  const slanted = record.marks.find(({ text }) => text === "slanted");
  const level = record.marks.find(({ text }) => text === "level");
  expect(slanted?.points).toHaveLength(4);
  expect(slanted?.line).toBe(3);
  expect(level?.box?.height).toBeCloseTo(15.73, 1);
  expect(level?.line).toBe(4);
});
