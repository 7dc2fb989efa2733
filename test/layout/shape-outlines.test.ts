import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { shapes } from "../../src/language/attributes.ts";
import { shapeOutlines } from "../../src/layout/shape-outlines.ts";

const headOf = (attributes: string) => {
  const text = `a: a longer name ${attributes}\nb: B\na ~> b: go\n`;
  const { flow, diagnostics } = compile({ name: "flow.slant", text });
  expect(diagnostics).toEqual([]);
  const scene = sceneOf(flow, { "flow.slant": text });
  const head = scene.groups.find(({ role }) => role === "head");
  return { scene, marks: head?.marks ?? [] };
};

describe("every shape of a head", () => {
  for (const shape of shapes)
    test(shape, () => {
      const { scene, marks } = headOf(`{ shape: ${shape} }`);
      const name = marks.find((mark) => mark.kind === "text");
      expect(name?.text).toBe("a longer name");
      const own = shapeOutlines[shape];
      if (!own) return expect(marks.some(({ kind }) => kind === "rect" || kind === "path")).toBe(true);
      const paths = marks.filter((mark) => mark.kind === "path");
      expect(paths.length).toBe(own.paths({ x: 0, y: 0, width: 10, height: 10 }).length);
      const points = paths.flatMap(({ commands }) =>
        commands.flatMap((command) => (command.length > 2 ? [command.slice(-2) as number[]] : [])),
      );
      for (const [x = 0, y = 0] of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(scene.width);
        expect(y).toBeGreaterThanOrEqual(24);
        expect(y).toBeLessThanOrEqual(64);
      }
      if (points.length > 0 && name) {
        expect(Math.min(...points.map(([x = 0]) => x))).toBeLessThan(name.x);
        expect(Math.max(...points.map(([x = 0]) => x))).toBeGreaterThan(name.x + name.width);
      }
    });

  test("pointed and round shapes are wider than what stands in them", () => {
    expect(headOf("{ shape: diamond }").scene.width).toBeGreaterThan(
      headOf("{ shape: rectangle }").scene.width,
    );
  });
});

test("the rows of a table stand under its head", () => {
  const text =
    "t: Orders {\n  shape: sql_table\n  id: int { constraint: primary_key }\n  total: money\n}\na -> t: read\n";
  const { flow, diagnostics } = compile({ name: "flow.d2", text: `shape: sequence_diagram\n${text}` });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const texts = sceneOf(flow, {})
    .groups.filter(({ role }) => role === "head")
    .flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])));
  expect(texts).toContain("id: int PK");
  expect(texts).toContain("total: money");
});
