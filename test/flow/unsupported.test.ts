import { expect, test } from "vitest";
import { reportsOn } from "./flow-of.ts";

test("a text that reads null is a text where texts stand", () => {
  expect(reportsOn('divider: null\ntitle: null\na: "null"\n')).toEqual([]);
});

test("a D2 file is named as one, once", () => {
  expect(reportsOn("a -> b: x { near: top }\n*.style: y\n", { name: "x.d2" })).toEqual([
    "not-yet-supported []",
  ]);
});
