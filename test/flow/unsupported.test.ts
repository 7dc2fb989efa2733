import { expect, test } from "vitest";
import { compiled, reportsOn } from "./flow-of.ts";

const constructs: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
  "a reference": [
    "a -> b\n(a -> b)[0].style.stroke: red\n",
    ["not-yet-supported [(a -> b)[0].style.stroke: red]"],
  ],
  "a pattern": ["a -> b\n*.style.fill: red\n", ["not-yet-supported [*]"]],
  "a filter": ["a -> b\na: { &kind: queue }\n", ["not-yet-supported [&kind]"]],
  "a pattern in a connection": ["a -> b\n* -> b\n", ["not-yet-supported [*]"]],
  "null for a participant": ["a -> b\na: null\n", ["not-yet-supported [null]"]],
  "null for an attribute": ["a -> b: x { timeout: null }\n", ["not-yet-supported [null]"]],
  "null for a style": ["a: { style.fill: null }\na -> b\n", ["not-yet-supported [null]"]],
};
for (const [name, [source, expected]] of Object.entries(constructs))
  test(`${name} is named, and the rest stands`, () => {
    expect(reportsOn(source)).toEqual(expected);
    expect(compiled(source).flow.messages).toHaveLength(1);
  });

test("a text that reads null is a text where texts stand", () => {
  expect(reportsOn('divider: null\ntitle: null\na: "null"\n')).toEqual([]);
});

test("a D2 file is named as one, once", () => {
  expect(reportsOn("a -> b: x { near: top }\n*.style: y\n", { name: "x.d2" })).toEqual([
    "not-yet-supported []",
  ]);
});
