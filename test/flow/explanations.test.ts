import { describe, expect, test } from "vitest";
import { flowExplanations } from "../../src/flow/explanations.ts";
import { compiled } from "./flow-of.ts";

describe.each(Object.values(flowExplanations))("$code", ({ code, severity, bad, good }) => {
  test("`bad` draws it, and nothing else", () => {
    const found = compiled(bad).diagnostics.map((each) => [each.code, each.severity]);
    expect(found).toEqual([[code, severity]]);
  });
  test("`good` draws nothing", () => expect(compiled(good).diagnostics).toEqual([]));
});
