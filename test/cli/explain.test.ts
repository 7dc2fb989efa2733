import { expect, test } from "vitest";
import { precisionWords } from "../../src/check/presets.ts";
import { explanations } from "../../src/explanations.ts";
import { shownExample } from "../../src/source/shown-example.ts";
import { runIn } from "./memory-world.ts";

test("every code has a page: what it is, why it matters, a flow that has it, and the same flow mended", async () => {
  for (const explanation of explanations) {
    const { code, severity, summary, why } = explanation;
    const { bad, good, files } = shownExample(explanation);
    const { code: exit, out, err } = await runIn({}, "explain", code);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^${code} {2}${severity}\\b`));
    const words = out.replace(/\s+/g, " ");
    const { precision, limits = "" } = explanation;
    if (precision !== undefined)
      expect(words).toContain(`Its precision is ${precision}: ${precisionWords[precision]}.`);
    for (const part of [summary, why, limits, bad, good, ...files.flatMap(({ path, text }) => [path, text])])
      expect(words).toContain(part.trim().replace(/\s+/g, " "));
    expect([code, out.length < 6000]).toEqual([code, true]);
    for (const line of out.split("\n"))
      if (!line.startsWith("    ")) expect(line.length).toBeLessThanOrEqual(80);
  }
});

test("the list has a line for every code, in groups", async () => {
  const { code, out } = await runIn({}, "explain");
  expect(code).toBe(0);
  const lines = out.split("\n").filter((line) => line.startsWith("  "));
  expect(lines.map((line) => line.trim().split(/\s/)[0])).toEqual(
    explanations.map((explanation) => explanation.code),
  );
  expect(out).toMatch(/^Checks, by `slant lint`\n\n {2}unawaited-callback /);
});

test("no two codes are the same", () => {
  const codes = explanations.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
});
