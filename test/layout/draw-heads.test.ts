import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { arrowheadShapes } from "../../src/language/arrowheads.ts";
import type { Group } from "../../src/layout/scene.ts";

const groups = (text: string, name = "flow.d2"): readonly Group[] => {
  const { flow, sources } = compile({
    name,
    text: name.endsWith(".d2") ? `shape: sequence_diagram\n${text}` : text,
  });
  return sceneOf(flow, sources).groups;
};

const marksOf = (text: string): string => {
  const message = groups(text).find(({ role }) => role === "message");
  return JSON.stringify(message?.marks);
};

test("every shape draws another head than every other, at either end", () => {
  for (const end of ["source", "target"]) {
    const pictures = arrowheadShapes.map((shape) => marksOf(`a -> b: { ${end}-arrowhead.shape: ${shape} }`));
    expect(new Set(pictures).size).toBe(arrowheadShapes.length);
  }
});

test.each(["triangle", "diamond", "circle", "box"])("a %s is filled, or is not", (shape) => {
  const [filled, hollow] = [true, false].map((is) =>
    marksOf(`a -> b: { target-arrowhead: { shape: ${shape}; style.filled: ${is} } }`),
  );
  expect(filled).not.toBe(hollow);
});

test("the source is where the message comes from, however it is written", () => {
  expect(marksOf("a; b; b <- a: x { target-arrowhead.shape: diamond }")).toBe(
    marksOf("a; b; a -> b: x { source-arrowhead.shape: diamond }"),
  );
});

test("texts stand each at its own end; where it has no place of its own, below the line", () => {
  const ends = (text: string) =>
    (groups(text).find(({ role }) => role === "message")?.marks ?? []).flatMap((mark) =>
      mark.kind === "text" && mark.paint === "end-text" ? [mark] : [],
    );
  const [one, many] = ends("a -> b: x { source-arrowhead: 1; target-arrowhead: many }");
  expect([one?.text, many?.text]).toEqual(["1", "many"]);
  expect(one?.x).toBeLessThan(many?.x ?? 0);
  expect(ends("a -- b: x { target-arrowhead: many }").map(({ text }) => text)).toEqual(["many"]);
  expect(marksOf("a -> a: x { source-arrowhead: 1; target-arrowhead: many }")).toContain("1 → many");
});

test("what the text says of an execution, its bar shows", () => {
  const bar = (source: string, text: string) =>
    groups(text, source).find(({ role, name }) => role === "execution" && name !== undefined);
  const said = 'Job {\n  style.fill: orange\n  tooltip: "hello"\n  link: job.html\n  class: busy\n}\n';
  for (const [name, text] of [
    ["flow.slant", `a -> api.job: run\napi.job: ${said}`],
    ["flow.d2", `a -> api.job: run\napi.job: ${said}`],
  ] as const)
    expect(bar(name, text)).toMatchObject({
      name: "Job",
      style: { fill: "orange" },
      tooltip: "hello",
      link: "job.html",
      authorClasses: ["busy"],
    });
});

test("an execution is drawn on any participant that the author writes one on", () => {
  const bars = (text: string): number => groups(text).filter(({ role }) => role === "execution").length;
  expect(bars("db: { shape: cylinder }\na -> db.tx")).toBe(1);
  expect(bars("db: { shape: cylinder }\na -> db")).toBe(0);
});
