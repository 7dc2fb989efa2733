import { expect, test } from "vitest";
import { judge } from "../../src/check/check.ts";
import { fingerprinted } from "../../src/check/fingerprints.ts";
import { compile } from "../../src/compile.ts";

const printsOf = (text: string, name = "a.slant"): readonly string[] => {
  const compiled = compile({ name, text });
  return fingerprinted(judge(compiled).diagnostics, compiled).map(({ fingerprint = "" }) => fingerprint);
};

const one = (text: string, name?: string): string => {
  const prints = printsOf(text, name);
  expect(prints).toHaveLength(1);
  return prints[0] ?? "";
};

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const inAlt = (label: string) => `alt: ${label} {\n${asked}} else: other {\n  api ~> jobs: log\n}\n`;

test.each([
  ["lines above it", `# a comment\n\nx ~> y: hello\n${asked}`],
  ["a fragment before it", `opt: maybe {\n  x ~> y: hello\n}\n${asked}`],
  ["other spaces, and line ends", asked.replaceAll("\n", "\r\n").replaceAll(" ~> ", "   ~>   ")],
  ["another label", asked.replace("send", "dispatch")],
])("a finding keeps its fingerprint with %s", (_, text) => {
  expect(one(text)).toBe(one(asked));
});

test("a finding keeps its fingerprint in another file, and inside a fragment that moves", () => {
  expect(one(asked, "b/c.slant")).toBe(one(asked));
  expect(one(`opt: maybe {\n  x ~> y: hello\n}\n${inAlt("express")}`)).toBe(one(inAlt("express")));
});

test.each([
  ["the callback", asked.replaceAll("sent", "posted")],
  ["the owner", asked.replaceAll("api", "web")],
  ["the fragment around it", inAlt("express")],
])("another fingerprint stands for another %s", (_, text) => {
  expect(one(text)).not.toBe(one(asked));
});

test("the operands of one fragment differ, and equal findings are numbered", () => {
  expect(one(inAlt("express"))).not.toBe(one(inAlt("standard")));
  const twice = printsOf("await paid\nawait paid\n");
  expect(new Set(twice).size).toBe(twice.length);
  expect(twice.length).toBeGreaterThan(printsOf("await paid\n").length);
  expect(twice).toEqual(expect.arrayContaining([...printsOf("await paid\n")]));
});

test("many fragments and findings take no more than a walk over both", () => {
  const text = Array.from({ length: 3000 }, (_, index) => `opt: o${index} {\n  a ~> b: x\n}\n`).join("");
  const prints = printsOf(`${text}${"await paid\n".repeat(300)}`);
  expect(new Set(prints).size).toBe(prints.length);
});
