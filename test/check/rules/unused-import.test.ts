import { describe, expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { unusedImport } from "../../../src/check/rules/unused-import.ts";
import { compile } from "../../../src/compile.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unusedImport, { silent: { "a text without imports": "a ~> b: x\n" }, reports: {} });

const files: Readonly<Record<string, string>> = {
  "people.slant": "clerk: Clerk\nboss: Boss\n",
  "steps.slant": "clerk ~> boss: ask\n",
  "look.slant": "clerk: Clerk\nclasses: { slow: { style.stroke: red } }\n",
  "all.slant": "...@people\n",
};

const reportsOn = (text: string): readonly string[] => {
  const compiled = compile({ name: "main.slant", text }, { readFile: (path) => files[path] ?? "" });
  expect(compiled.diagnostics).toEqual([]);
  return check(compiled)
    .filter(({ code }) => code === "unused-import")
    .map(({ span }) => text.slice(span.start, span.end));
};

describe("imports", () => {
  test.each([
    ["one of whose participants is used", "...@people\na ~> clerk: x\n"],
    ["whose messages are in the picture", "...@steps\na ~> b: x\n"],
    ["that brings classes", "...@look\na ~> b: x { class: slow }\n"],
    ["that imports others", "...@all\na ~> b: x\n"],
    ["of one key", "clerk: @people.clerk\na ~> b: x\n"],
    ["into a file that is there to be imported", "...@people\nc: Courier\n"],
  ])("%s are left alone", (_, text) => {
    expect(reportsOn(text)).toEqual([]);
  });

  test("of which nothing is used are reported, each", () => {
    expect(reportsOn("...@people\na ~> b: x\n")).toEqual(["...@people"]);
  });
});
