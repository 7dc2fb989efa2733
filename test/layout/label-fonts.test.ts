import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { renderSync } from "../../src/index.ts";
import type { TextMark } from "../../src/layout/scene.ts";
import { measure } from "../../src/text/measure.ts";
import { faultsOf } from "./scene-faults.ts";

const sceneFor = (text: string, view: "sequence" | "map" = "sequence") => {
  const { flow, sources } = compile({ name: "flow.slant", text });
  return sceneOf(flow, sources, { view });
};

const textsIn = (text: string, view: "sequence" | "map" = "sequence"): readonly TextMark[] =>
  sceneFor(text, view)
    .groups.flatMap(({ marks }) => marks)
    .filter((mark) => mark.kind === "text");

/** A style, the label as it is shown, its face and its size; both views draw it alike. */
const styled: readonly (readonly [string, string, string, number])[] = [
  ["style.font-size: 40", "pay the bill", "regular", 40],
  ["style.font: mono", "pay the bill", "mono", 13],
  ["style.bold: true", "pay the bill", "semibold", 13],
  ["style.italic: true", "pay the bill", "italic", 13],
  ["style.text-transform: uppercase", "PAY THE BILL", "regular", 13],
  ["style.text-transform: title", "Pay The Bill", "regular", 13],
  ["style: { text-transform: capitalize; font-size: 20 }", "Pay The Bill", "regular", 20],
  ["style.text-transform: none", "pay the bill", "regular", 13],
];

describe.each(["sequence", "map"] as const)("what a label's style asks for is measured: %s", (view) => {
  test.each(styled)("%s", (style, text, face, size) => {
    const found = textsIn(`a -> b: pay the bill { ${style} }\n`, view).find((mark) => mark.text === text);
    expect([found?.face, found?.size]).toEqual([face, size]);
    expect(found?.width).toBeCloseTo(measure(text, { face: found?.face ?? "regular", size }), 6);
  });
});

test("heads, boundaries, fragments and executions have their own", () => {
  const text = [
    "core: Core { kind: boundary; style.font-size: 30; api: Orders { style.font: mono } }",
    "web -> api.job: x",
    "api.job -> db: load",
    "db --> api.job: rows",
    "api.job: Job { style.text-transform: uppercase }",
    "api.job --> web: done",
    "alt: paid { style: { font-size: 24; text-transform: lowercase }; api -> web: y } else: Not PAID { web -> api: z }",
  ].join("\n");
  const fonts = new Map(textsIn(`${text}\n`).map((mark) => [mark.text, `${mark.face} ${mark.size}`]));
  expect(fonts.get("Core")).toBe("semibold 30");
  expect(fonts.get("Orders")).toBe("mono 14");
  expect(fonts.get("[paid]")).toBe("regular 24");
  expect(fonts.get("[not paid]")).toBe("regular 24");
  expect(fonts.has("JOB")).toBe(true);
});

test.each([12, 30, 60, 100])("letters of %i px have the room that they need", (size) => {
  const style = `style.font-size: ${size}`;
  const text = [
    `core: Core { kind: boundary; ${style}; inner: Inner { kind: boundary; ${style}; api: API; db: DB } }`,
    `web: web shop { ${style} }`,
    `web -> api: place the order { ${style} }`,
    `api -> db: insert { ${style} }`,
    "db --> api: done",
    `api ~> web: slanted { ${style}; latency: 3s }`,
    `opt: go on { ${style}; web ~> web: think { ${style} } }`,
  ].join("\n");
  expect(faultsOf(sceneFor(`${text}\n`))).toEqual(faultsOf(sceneFor("a -> b: x\n")));
});

test("letters change in words, not in code, links or the author's keys", () => {
  const { output } = renderSync(
    "a -> b: |md see **the docs** at [here](https://example.org/x), `x = 1` | { style.text-transform: uppercase }\n",
    { fonts: "system" },
  );
  expect(output).toContain("THE DOCS");
  expect(output).toContain("x = 1");
  expect(output).toContain('href="https://example.org/x"');
});

test("words begin behind anything but letters, digits and apostrophes", () => {
  const shown = textsIn("a -> b: don't re-use élan 2nd (time) { style.text-transform: title }\n");
  expect(shown.map(({ text }) => text).join(" ")).toContain("Don't Re-Use Élan 2nd (Time)");
});
