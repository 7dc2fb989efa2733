import { describe, expect, test } from "vitest";
import { flowExplanations } from "../../src/flow/explanations.ts";
import type { Explanation } from "../../src/source/explanation.ts";
import { compiled } from "./flow-of.ts";

const all: readonly Explanation[] = Object.values(flowExplanations);

describe.each(all)("$code", ({ code, severity, bad, good, files, language = "slant" }) => {
  const around = { files, name: `flow.${language}` };

  test("`bad` draws it, and nothing else", () => {
    const found = compiled(bad, around).diagnostics.map((each) => [each.code, each.severity]);
    expect(found).toEqual([[code, severity]]);
  });
  test("`good` draws nothing", () => expect(compiled(good, around).diagnostics).toEqual([]));
});
