import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { draw } from "../../src/draw.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { mergeFlows } from "../../src/system/merge-flows.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { nestedTexts } from "../layout/map/nested-text.ts";
import { noFaults, onePage } from "./chromium.ts";

const gallery = fileURLToPath(new URL("../../fixtures/gallery/", import.meta.url));
const flows = readdirSync(gallery)
  .filter((name) => name.endsWith(".slant"))
  .map((name) => ({ name, flow: flowOf(readFileSync(`${gallery}${name}`, "utf8"), name) }));

function flowOf(text: string, name = "flow.slant"): Flow {
  return compile({ name, text }).flow;
}

const mapOf = async (flow: Flow): Promise<string> =>
  (await draw(flow, {}, { view: "map", theme: "light" })).value;

const { faults: faultsIn } = onePage();

describe("in Chromium, the gallery's maps have no text over text, no line through a text and nothing outside", () => {
  for (const { name, flow } of flows)
    test(name, async () => {
      for (const direction of ["right", "down"] as const) {
        const { texts, ...faults } = await faultsIn(await mapOf({ ...flow, direction }));
        expect(texts).toBeGreaterThan(8);
        expect(faults).toEqual(noFaults);
      }
    });
});

test("nor has the map of the whole gallery", async () => {
  const { flow, memberOf } = mergeFlows(flows, { title: "The gallery" });
  const uses = { flows: flows.map(({ name }) => ({ name })), flowOf: memberOf };
  const { value } = await draw(flow, {}, { view: "map", theme: "light" }, { uses });
  const { texts, ...faults } = await faultsIn(value);
  expect(texts).toBeGreaterThan(200);
  expect(faults).toEqual(noFaults);
});

test("nor have a hundred maps of generated flows", async () => {
  const texts = [
    ...fc.sample(flowTexts, { numRuns: 60, seed: 21 }).map(({ text }) => text),
    ...fc.sample(nestedTexts, { numRuns: 40, seed: 22 }),
  ];
  const faulty: unknown[] = [];
  for (const text of texts) {
    const { texts: _, ...faults } = await faultsIn(await mapOf(flowOf(text)));
    if (JSON.stringify(faults) !== JSON.stringify(noFaults)) faulty.push({ text, ...faults });
  }
  expect(faulty).toEqual([]);
}, 300_000);
