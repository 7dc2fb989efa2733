import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { hasErrors } from "../../src/source/outcome.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { faultsOf } from "./scene-faults.ts";

vi.setConfig({ testTimeout: 60_000 });

const none = { overlaps: [], crossed: [], outside: [] };

const sceneFor = (text: string) => {
  const { flow, sources, diagnostics } = compile({ name: "flow.slant", text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { scene: sceneOf(flow, sources), errors };
};

const gallery = new URL("../../fixtures/gallery/", import.meta.url);

describe("the gallery's pictures have no text over text, no line through a text and nothing outside", () => {
  for (const name of readdirSync(gallery).filter((file) => file.endsWith(".slant")))
    test(name, () => {
      const { scene, errors } = sceneFor(readFileSync(new URL(name, gallery), "utf8"));
      expect(errors).toEqual([]);
      expect(faultsOf(scene)).toEqual(none);
    });
});

test("every generated flow compiles", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { diagnostics } = compile({ name: "flow.slant", text });
      expect(hasErrors(diagnostics) ? [text, diagnostics] : []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("no generated picture has a text over a text, a line through a text or anything outside", () => {
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const faults = faultsOf(sceneFor(text).scene);
      expect(faults).toEqual(none);
    }),
    { numRuns: 300 },
  );
});

/** Every message that has no attributes gets texts at both ends. */
const withEnds = (text: string): string =>
  text.replace(
    /^(\s*\w+ (?:->|<-|~>|<~|<->|-->|--) [^{\n]+: [^{\n]*)$/gm,
    '$1 { source-arrowhead: 0..1; target-arrowhead: "one or more" { shape: cf-many } }',
  );

test("nor where texts stand at the ends of all lines", () => {
  expect(withEnds("a -> b: x")).toContain("0..1");
  fc.assert(
    fc.property(flowTexts, ({ text }) => {
      const { scene, errors } = sceneFor(withEnds(text));
      expect(errors).toEqual([]);
      expect(faultsOf(scene)).toEqual(none);
    }),
    { numRuns: 150 },
  );
});
