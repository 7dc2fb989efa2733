import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";

const tag = "await: done { timeout: 30s }";

test.each([
  ["left of the first lifeline", "api: API", "worker: Worker"],
  ["between two boundaries", "worker: Worker", "api: API"],
])("a boundary holds the tags of its lifelines: %s", (_, first, second) => {
  const text = [
    `shop: Shop {\n  kind: boundary\n  ${first}\n}`,
    `pay: Payments {\n  kind: boundary\n  ${second}\n}`,
    "api ~> worker: resize { callback: done }",
    "worker ~> api: resized { resolves: done }",
    tag,
  ].join("\n");
  const { flow, sources } = compile({ name: "flow.slant", text: `${text}\n` });
  const { groups } = sceneOf(flow, sources);
  const boxes = (role: string, paint: string) =>
    groups
      .filter((group) => group.role === role)
      .flatMap(({ marks }) => marks)
      .filter((mark) => mark.kind === "rect" && mark.paint.startsWith(paint))
      .map((mark) => (mark.kind === "rect" ? { left: mark.x, right: mark.x + mark.width } : undefined))
      .filter((box) => box !== undefined);
  const frames = boxes("boundary", "boundary");
  const tags = boxes("mark", "chip");
  expect(frames).toHaveLength(2);
  expect(tags.length).toBeGreaterThan(2);
  for (const { left, right } of tags)
    expect(frames.filter((frame) => frame.left < left && right < frame.right)).toHaveLength(1);
  expect(frames[0]?.right).toBeLessThan(frames[1]?.left ?? 0);
});

test.each(["sequence", "map"] as const)("a boundary's link and tooltip are kept: %s", (view) => {
  const text =
    'shop: Shop { kind: boundary; link: "https://example.org"; tooltip: all of it; api: API }\na -> api: x\n';
  const { flow, sources } = compile({ name: "flow.slant", text });
  const boundary = sceneOf(flow, sources, { view }).groups.find(({ role }) => role === "boundary");
  expect(boundary).toMatchObject({ link: "https://example.org", tooltip: "all of it", line: 1 });
});
