import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/compile.ts";
import { layoutMap } from "../../../src/layout/map/layout.ts";
import type { Remark } from "../../../src/layout/map/uses.ts";
import type { Scene } from "../../../src/layout/scene.ts";
import { mergeFlows } from "../../../src/system/merge-flows.ts";
import { style } from "../../../src/theme/style.ts";
import { flowTexts } from "../../generated/flow-text.ts";
import { faultsOf } from "../scene-faults.ts";

const mapOf = (
  texts: readonly string[],
  remarksFor: (participants: number) => readonly Remark[] = () => [],
): Scene => {
  const flows = texts.map((text, at) => ({
    name: `f${at}`,
    flow: compile({ name: `f${at}.slant`, text }).flow,
  }));
  const { flow, memberOf } = mergeFlows(flows);
  const uses = {
    flows: flows.map(({ name }) => ({ name: `Flow ${name}`, link: `${name}.svg` })),
    flowOf: memberOf,
  };
  return layoutMap(flow, style, () => 1, { uses, remarks: remarksFor(flow.participants.length) });
};

const wordsOf = (scene: Scene, className: string): readonly string[] =>
  scene.groups
    .filter(({ classes }) => classes.includes(className))
    .map(({ marks }) => marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])).join(" "));

describe("the map of many flows", () => {
  const texts = ["a -> b: one\n", "a -> b: two\nb ~> c: three\n"];

  test("says at each channel which flows use it, and lists them with their pictures", () => {
    const scene = mapOf(texts);
    expect(wordsOf(scene, "flow")).toEqual(["1", "2", "2"]);
    expect(wordsOf(scene, "legend")).toEqual(["1 Flow f0", "2 Flow f1"]);
    const links = (className: string): readonly (string | undefined)[] =>
      scene.groups.filter(({ classes }) => classes.includes(className)).map(({ link }) => link);
    expect(links("flow")).toEqual(["f0.svg", "f1.svg", "f1.svg"]);
    expect(links("legend")).toEqual(["f0.svg", "f1.svg"]);
    // Where several flows meet, their numbers lead to them; the line of one flow leads to it itself.
    expect(links("channel")).toEqual([undefined, "f1.svg"]);
  });

  test("numbers nothing where there is one flow, and counts those beyond five", () => {
    expect(wordsOf(mapOf(["a -> b: one\n"]), "flow")).toEqual([]);
    const many = mapOf(Array.from({ length: 9 }, () => "a -> b: one\n"));
    expect(wordsOf(many, "flow")).toEqual(["1", "2", "3", "4", "5", "+4"]);
  });

  test("shows what was found about participants and channels", () => {
    const scene = mapOf(texts, () => [
      { on: { participant: 0 }, text: "nothing calls it" },
      { on: { from: 0, to: 1 }, text: "part of a circle" },
    ]);
    expect(wordsOf(scene, "node")[0]).toBe("a nothing calls it");
    expect(wordsOf(scene, "channel")[0]).toContain("part of a circle");
    expect(wordsOf(scene, "channel")[1]).not.toContain("part of a circle");
  });
});

test("law: no text over a text, no line through a text and nothing outside, whatever flows meet and whatever is found", () => {
  fc.assert(
    fc.property(
      fc.array(flowTexts, { minLength: 2, maxLength: 4 }),
      fc.nat(99),
      fc.nat(99),
      (texts, one, other) => {
        const scene = mapOf(
          texts.map(({ text }) => text),
          (count) =>
            count === 0
              ? []
              : [
                  { on: { participant: one % count }, text: "nothing consumes it" },
                  { on: { from: one % count, to: other % count }, text: "part of a circle of calls" },
                ],
        );
        expect(faultsOf(scene)).toEqual({ overlaps: [], crossed: [], outside: [] });
      },
    ),
    { numRuns: 40 },
  );
});
