import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/compile.ts";
import { sceneOf } from "../../../src/draw.ts";
import { render, renderSync } from "../../../src/index.ts";
import type { Finding } from "../../../src/layout/findings/finding.ts";
import { overlayFindings } from "../../../src/layout/findings/overlay-findings.ts";
import type { Group, Scene } from "../../../src/layout/scene.ts";
import { style } from "../../../src/theme/style.ts";
import { flowTexts } from "../../generated/flow-text.ts";
import { faultsOf } from "../scene-faults.ts";

const sceneFor = (text: string): Scene => {
  const { flow, sources } = compile({ name: "flow.slant", text });
  return sceneOf(flow, sources);
};

const text =
  "shop: Shop\nshop ~> pay: charge {\n  callback: paid\n}\npay ~> shop: charged { resolves: paid }\nnote over shop: careful\n";
const finding = (line: number | undefined, severity: Finding["severity"] = "error"): Finding => ({
  ...{ severity, code: "some-code", message: "Something is wrong with `it`." },
  ...(line !== undefined && { line }),
});
const with_ = (...findings: readonly Finding[]): Scene => overlayFindings(sceneFor(text), findings, style);

const badgesIn = ({ groups }: Scene): readonly Group[] =>
  groups.filter(({ classes }) => classes[0] === "finding");
const entriesIn = ({ groups }: Scene): readonly Group[] =>
  groups.filter(({ classes }) => classes[0] === "finding-entry");
const wordsOf = ({ marks }: Group): readonly string[] =>
  marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));

describe("a badge", () => {
  test("stands at the statement of its line, or of the one that the line is part of", () => {
    expect(badgesIn(with_(finding(2))).map(({ line }) => line)).toEqual([2]);
    expect(badgesIn(with_(finding(3))).map(({ line }) => line)).toEqual([2]);
    expect(badgesIn(with_(finding(1))).map(({ line }) => line)).toEqual([1]);
  });

  test("has a number, a name for readers, and a form for its severity", () => {
    const [error, warning, info] = badgesIn(with_(finding(1), finding(2, "warning"), finding(5, "info")));
    expect([error, warning, info].map((each) => each && wordsOf(each))).toEqual([["1"], ["2"], ["3"]]);
    expect([error, warning, info].map((each) => each?.marks[0]?.kind)).toEqual(["circle", "path", "rect"]);
    expect(warning?.name).toBe("Finding 2. warning, line 2: Something is wrong with `it`. (some-code)");
    expect(warning?.classes).toEqual(["finding", "finding-warning"]);
  });

  test("several of one statement stand apart", () => {
    const places = badgesIn(with_(finding(2), finding(2), finding(2))).map(({ marks: [mark] }) =>
      mark?.kind === "circle" ? [mark.x, mark.y] : [],
    );
    for (const [at, [x = 0, y = 0]] of places.entries())
      for (const [otherX = 0, otherY = 0] of places.slice(at + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(16);
  });

  test("there is none for a finding about another file; the list has it", () => {
    const scene = with_(finding(undefined));
    expect(badgesIn(scene)).toEqual([]);
    expect(entriesIn(scene)).toHaveLength(1);
  });
});

test("the list says everything in words, and so does the description", () => {
  const scene = with_(finding(2, "warning"));
  expect(entriesIn(scene).map(wordsOf)).toEqual([
    ["1", "Something is wrong with `it`.", "warning · line 2 · some-code"],
  ]);
  expect(scene.description).toMatch(/1\. warning, line 2: Something is wrong with `it`\. \(some-code\)$/);
});

test("without findings, the scene is as it was", () => {
  const scene = sceneFor(text);
  expect(overlayFindings(scene, [], style)).toBe(scene);
});

test("nothing of the scene moves, no badge covers a word, and all is inside", () => {
  fc.assert(
    fc.property(flowTexts, fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), ({ text: flow }, lines) => {
      const plain = sceneFor(flow);
      const scene = overlayFindings(
        plain,
        lines.map((line, at) => finding(line + 1, (["error", "warning", "info"] as const)[at % 3])),
        style,
      );
      expect(scene.groups.slice(0, plain.groups.length)).toEqual(plain.groups);
      const { overlaps, outside } = faultsOf(scene);
      expect(
        overlaps.length + outside.length > 0 ? { flow, lines, overlaps, outside } : undefined,
      ).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

describe("from the outside", () => {
  const bad = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

  test("the library shows what lint finds when it is asked to, at once and later", async () => {
    const { output } = renderSync(bad, { lint: true });
    expect(output).toContain("slant-finding-error");
    expect(output).toContain("unawaited-callback");
    expect((await render(bad, { lint: true })).output).toBe(output);
    expect(renderSync(bad).output).not.toContain("finding");
  });

  test("a text picture has a list below it", () => {
    expect(renderSync(bad, { lint: true, format: "txt" }).output).toMatch(
      /\n\n1\. error, line 1: Nothing at `api` awaits or handles the callback `sent`\. \(unawaited-callback\)\n$/,
    );
  });
});
