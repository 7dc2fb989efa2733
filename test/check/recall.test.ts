import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/check/rules.ts";
import { reasonOf } from "./recall/explained.ts";
import { goodFlows, pieceFlows } from "./recall/good-flows.ts";
import { applied, codesIn } from "./recall/measure.ts";
import { operators } from "./recall/operators.ts";

const flows = [...pieceFlows(), ...goodFlows(4)];

test("good flows are silent", () => {
  expect(goodFlows(40).filter(({ text }) => codesIn(text).length > 0)).toEqual([]);
});

describe("a flow that is broken on purpose makes the rule speak, alone, or it is known why not", () => {
  test.each(operators.map((operator) => [operator.does, operator.code, operator] as const))(
    "who %s hears %s",
    (_, code, operator) => {
      const { recall, survivors } = applied(operator, flows);
      expect(recall.mutants).toBeGreaterThan(0);
      expect(recall.caught).toBeGreaterThan(0);
      expect(survivors.filter((survivor) => reasonOf(survivor) === undefined)).toEqual([]);
      expect(rules.map((rule) => rule.code)).toContain(code);
    },
  );
});

describe("what was measured (`npm run bench:recall` measures again)", () => {
  const { recall, precision } = JSON.parse(readFileSync("test/check/recall/measured.json", "utf8"));

  test("holds every rule that has an operator", () => {
    const codes = new Set(operators.map(({ code }) => code));
    expect(Object.keys(recall.rules).toSorted()).toEqual([...codes].toSorted());
  });

  test("began with silent flows, explains every survivor, and judges every finding", () => {
    expect(recall.loud).toEqual([]);
    expect(recall.survivors.filter(({ why }: { readonly why: string | null }) => why === null)).toEqual([]);
    expect(precision.flows).toBeGreaterThanOrEqual(100);
    expect(
      precision.findings.filter(({ isRight }: { readonly isRight: boolean | null }) => isRight === null),
    ).toEqual([]);
  });
});
