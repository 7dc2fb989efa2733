import { describe, expect, test } from "vitest";
import { type Box, meet, stretchesOf } from "../../../src/layout/map/box.ts";
import type { End, PlacedEdge, PlacedMap } from "../../../src/layout/map/placed-map.ts";
import { tidy } from "../../../src/layout/map/tidy.ts";
import type { Run } from "../../../src/layout/strokes.ts";

const box = (x: number, y: number, width = 80, height = 60): End => ({ x, y, width, height, isDot: false });

const edge = (from: End, to: End, run: Run, label?: Box): PlacedEdge => ({ from, to, run, label });

const mapOf = (edges: readonly PlacedEdge[], more: Partial<PlacedMap> = {}): PlacedMap => ({
  nodes: edges.flatMap(({ from, to }) => [from, to]).filter(({ isDot }) => !isDot),
  areas: [],
  titles: [],
  edges,
  ...more,
});

const [left, right] = [box(0, 0), box(300, 0)];
const stepped: Run = [
  [80, 20],
  [190, 20],
  [190, 34],
  [300, 34],
];

describe("steps", () => {
  test("a line with room becomes straight, and its words go with it", () => {
    const label = { x: 200, y: 14, width: 60, height: 16 };
    const [done] = tidy(mapOf([edge(left, right, stepped, label)]), 0).edges;
    expect(done?.run).toEqual([
      [80, 34],
      [300, 34],
    ]);
    expect(done?.label).toEqual(label);
  });

  test("words beside the part that moves keep their distance", () => {
    const label = { x: 90, y: 0, width: 60, height: 16 };
    const [done] = tidy(mapOf([edge(left, right, stepped, label)]), 0).edges;
    expect(done?.label).toEqual({ ...label, y: 14 });
  });

  test("a map that flows down is no different", () => {
    const turned = stepped.map(([x, y]) => [y, x] as const);
    const [above, below] = [box(0, 0, 60, 80), box(0, 300, 60, 80)];
    expect(tidy(mapOf([edge(above, below, turned)]), 1).edges[0]?.run).toEqual([
      [34, 80],
      [34, 300],
    ]);
  });

  test("a dot goes where its line goes", () => {
    const dot: End = { x: 300, y: 30, width: 8, height: 8, isDot: true };
    const low = box(0, 0, 80, 30);
    const [done] = tidy(mapOf([edge(low, dot, stepped)]), 0).edges;
    expect(done?.run).toEqual([
      [80, 20],
      [300, 20],
    ]);
    expect(done?.to).toEqual({ ...dot, y: 16 });
  });

  const other = [
    [100, 30],
    [180, 30],
  ] as const;
  const inTheWay: Readonly<Record<string, Partial<PlacedMap>>> = {
    "another box": { nodes: [left, right, box(100, 30, 20, 20), box(240, 8, 20, 16)] },
    "a title": {
      areas: [box(95, 25), box(235, 5)],
      titles: [box(100, 28, 30, 12), box(240, 10, 30, 12)],
    },
    "words, and another line": {
      edges: [
        edge(left, right, stepped),
        edge(box(90, 20, 5, 20), box(180, 20, 5, 20), other),
        edge(
          box(100, 200),
          box(300, 200),
          [
            [180, 230],
            [300, 230],
          ],
          { x: 220, y: 15, width: 60, height: 10 },
        ),
      ],
    },
  };
  for (const [what, more] of Object.entries(inTheWay))
    test(`stay where ${what} would be touched`, () => {
      expect(tidy(mapOf([edge(left, right, stepped)], more), 0).edges[0]?.run).toEqual(stepped);
    });

  test("stay where the line would end at a corner", () => {
    const [flat, low] = [box(0, 0, 80, 30), box(300, 24, 80, 30)];
    expect(tidy(mapOf([edge(flat, low, stepped)]), 0).edges[0]?.run).toEqual(stepped);
  });
});

describe("words", () => {
  const line: Run = [
    [80, 30],
    [300, 30],
  ];
  const under = { x: 160, y: 34, width: 60, height: 16 };

  const touches = ({ edges, nodes }: PlacedMap): boolean =>
    edges.some(
      ({ label }, at) =>
        label &&
        (nodes.some((node) => meet(label, node, 0)) ||
          edges.some(
            (each, other) =>
              stretchesOf(each.run).some((stretch) => meet(label, stretch, 0)) ||
              (other !== at && each.label && meet(label, each.label, 0)),
          )),
    );

  test("on other words move along their own line", () => {
    const map = mapOf([
      edge(left, right, line, under),
      edge(
        box(0, 64),
        box(300, 64),
        [
          [80, 80],
          [300, 80],
        ],
        { x: 150, y: 46, width: 60, height: 16 },
      ),
    ]);
    expect(touches(map)).toBe(true);
    expect(touches(tidy(map, 0))).toBe(false);
  });

  test("with a line through them move off it", () => {
    const crossing: Run = [
      [190, 100],
      [190, -50],
    ];
    const map = mapOf([edge(left, right, line, under), edge(box(160, 100), box(160, -110), crossing)]);
    expect(touches(map)).toBe(true);
    const done = tidy(map, 0);
    expect(touches(done)).toBe(false);
    expect(done.edges.map(({ run }) => run)).toEqual([line, crossing]);
  });

  test("that touch nothing stay", () => {
    const map = mapOf([edge(left, right, line, under)]);
    expect(tidy(map, 0)).toEqual(map);
  });
});

describe("titles of boundaries", () => {
  const area = { x: 0, y: 100, width: 300, height: 100 };
  const title = { x: 12, y: 108, width: 60, height: 16 };
  const through: Run = [
    [40, 60],
    [40, 140],
  ];

  test("move along their frame where a line runs through them", () => {
    const map = mapOf([edge(box(0, 0), box(20, 140, 80, 40), through)], { areas: [area], titles: [title] });
    const [done] = tidy(map, 1).titles;
    expect(done?.y).toBe(title.y);
    expect(done && stretchesOf(through).some((line) => meet(done, line, 4))).toBe(false);
    expect((done?.x ?? 0) + 60).toBeLessThanOrEqual(area.x + area.width);
  });

  test("stay where there is no other place", () => {
    const narrow = { ...area, width: 84 };
    const map = mapOf([edge(box(0, 0), box(20, 140, 60, 40), through)], { areas: [narrow], titles: [title] });
    expect(tidy(map, 1).titles).toEqual([title]);
  });
});
