import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";

const drawn = (budgets: string) => {
  const text = `a: A\nb: B\na -> b: one { id: one }\nb --> a: two { id: two }\na ~> b: three { id: three }\nb ~> a: four { id: four }\n${budgets}`;
  const { flow, diagnostics } = compile({ name: "flow.slant", text });
  expect(diagnostics).toEqual([]);
  return sceneOf(flow, { "flow.slant": text });
};

const measures = (of: ReturnType<typeof drawn>) =>
  of.groups
    .filter(({ classes }) => classes.includes("budget"))
    .map(({ name, marks }) => {
      const line = marks.filter((mark) => mark.kind === "path")[1];
      const [from, to] = line?.commands ?? [];
      const label = marks.find((mark) => mark.kind === "text");
      return { name, text: label?.text, from: from?.slice(1), to: to?.slice(1) };
    });

const yOf = (of: ReturnType<typeof drawn>, label: string, end: 0 | 1): number => {
  const group = of.groups.find(({ marks }) =>
    marks.some((mark) => mark.kind === "text" && mark.text === label),
  );
  const line = group?.marks.find((mark) => mark.kind === "path");
  return (line?.commands[end]?.[2] as number | undefined) ?? Number.NaN;
};

test("a budget is a measure from the sending of its first message to the arrival of its last", () => {
  const of = drawn("budget: 300ms { from: one; to: four }\n");
  const [measure] = measures(of);
  expect(measure).toMatchObject({ name: "at most 300 ms", text: "≤ 300 ms" });
  expect(measure?.from?.[1]).toBe(yOf(of, "one", 0));
  expect(measure?.to?.[1]).toBe(yOf(of, "four", 1));
});

test("stretches with messages in common stand side by side, others one below the other", () => {
  const all = measures(
    drawn(
      "budget: 1s { from: one; to: two }\nbudget: 2s { from: two; to: three }\nbudget: 3s { from: four; to: four }\n",
    ),
  );
  const [outer, inner, later] = ["≤ 1 s", "≤ 2 s", "≤ 3 s"].map((text) =>
    all.find((each) => each.text === text),
  );
  expect(outer?.from?.[0]).not.toBe(inner?.from?.[0]);
  expect(later?.from?.[0]).toBe(outer?.from?.[0]);
});

test("without budgets nothing is kept free for them", () => {
  const [bare, measured] = [drawn(""), drawn("budget: 1s { from: one; to: two }\n")];
  expect(bare.width).toBeLessThan(measured.width);
});
