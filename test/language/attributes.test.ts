import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { flowRecord } from "../../src/cli/flow-record.ts";
import { compile } from "../../src/compile.ts";
import { renderSync } from "../../src/index.ts";
import { type AttributeFacts, type AttributeName, attributes } from "../../src/language/attributes.ts";
import { samples } from "./attribute-samples.ts";
import { waiting, waitsFor } from "./attributes-that-wait.ts";

type Change = AttributeFacts["changes"][number];

/** Everything that Slant makes of a text. */
const made = (text: string): Readonly<Record<Change, string>> => {
  const source = { name: "flow.slant", text };
  const compiled = compile(source);
  expect(compiled.diagnostics, text).toEqual([]);
  const findings = check(compiled, { extends: "all" });
  return {
    picture: renderSync(source, { fonts: "system", idPrefix: "p" }).output,
    checks: JSON.stringify(findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)),
    // `attributes` lists whatever is written, so that standing there is no meaning yet
    json: JSON.stringify(flowRecord(compiled.flow, compiled.sources, []), (key, value) =>
      key === "attributes" ? undefined : value,
    ),
  };
};

const changesOf = (sample: string): readonly Change[] => {
  const with_ = made(sample.replace(/«([^»|]*)(?:\|[^»]*)?»/, "$1"));
  const without = made(sample.replace(/«[^»|]*(?:\|([^»]*))?»/, (_, instead = "") => instead));
  return (["picture", "checks", "json"] as const).filter((change) => with_[change] !== without[change]);
};

const rows = Object.entries(attributes) as readonly (readonly [AttributeName, AttributeFacts])[];

describe.each(rows)("%s", (name, row) => {
  const seen = samples[name].map(([place, source]) => ({ place, changes: changesOf(source) }));

  test("changes what its row says, and nothing else", () => {
    const kept = new Set(seen.flatMap(({ changes }) => changes));
    const open = row.changes.filter((change) => !kept.has(change));
    expect({ kept: [...kept].sort(), open }, "see `waiting` above").toEqual({
      kept: row.changes.filter((change) => !waitsFor(name).includes(change)).toSorted(),
      open: row.changes.filter((change) => waitsFor(name).includes(change)),
    });
    expect(row.changes).not.toEqual([]);
  });

  test("changes something in every place that it may stand in", () => {
    const places = seen.filter(({ changes }) => changes.length > 0).map(({ place }) => place);
    const isLater = (place: string): boolean =>
      waitsFor(`${name}@${place}`).length > 0 ||
      row.changes.every((change) => waitsFor(name).includes(change));
    expect(row.on.filter((place) => !places.includes(place) && !isLater(place))).toEqual([]);
    expect(places.filter((place) => waitsFor(`${name}@${place}`).length > 0)).toEqual([]);
  });

  test("is shown where its row says", () => {
    expect([...new Set(samples[name].map(([place]) => place))].toSorted()).toEqual(row.on.toSorted());
  });
});

test("every name that waits is a row, with that promise", () => {
  const wrong = Object.values(waiting)
    .flat()
    .filter(([key, ...changes]) => {
      const row = rows.find(([name]) => name === key.split("@")[0])?.[1];
      return changes.some((change) => !row?.changes.includes(change));
    });
  expect(wrong).toEqual([]);
});
