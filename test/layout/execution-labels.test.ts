import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";

const labelsOf = (label: string) => {
  const text = `web -> api.job: start\napi.job ~> db: write\napi.job --> web: ok\napi.job: ${label}\n`;
  const { flow, sources } = compile({ name: "flow.slant", text });
  return sceneOf(flow, sources)
    .groups.filter(({ classes }) => classes.includes("execution-label"))
    .flatMap(({ marks }) => marks)
    .map((mark) => (mark.kind === "text" ? mark.text : mark.kind));
};

test("an execution's label stands beside its bar", () => {
  expect(labelsOf("Job")).toEqual(["Job"]);
});

test("without room it is left to the bar's name", () => {
  expect(labelsOf("A label that is far too long to stand anywhere beside the bar it belongs to")).toEqual([]);
});
