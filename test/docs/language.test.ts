import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/index.ts";
import { arrows } from "../../src/language/arrows.ts";
import { fragmentKinds } from "../../src/language/fragment-kinds.ts";
import { participantKinds } from "../../src/language/participant-kinds.ts";
import { statementWords } from "../../src/language/statement-words.ts";
import { flowsOf, reader } from "./flows.ts";

const flows = flowsOf(readFileSync("docs/language.md", "utf8"));
const texts = flows.map(({ text }) => text).join("\n");
const compiled = flows.map((each) => compile(each, { readFile: reader(each) }).flow);

test("the reference shows every statement word", () => {
  const shown = (word: string): boolean => new RegExp(`(?:^|[{;}] ?) *${word}: `, "m").test(texts);
  // `shape: sequence_diagram` is read for D2's sake alone
  expect(statementWords.filter((word) => word !== "shape" && !shown(word))).toEqual([]);
});

test("the reference shows every arrow, every kind of participant and of fragment", () => {
  expect(Object.keys(arrows).filter((arrow) => !texts.includes(` ${arrow} `))).toEqual([]);
  const kinds = new Set<string>(compiled.flatMap(({ participants }) => participants.map(({ kind }) => kind)));
  if (compiled.some(({ boundaries }) => boundaries.length > 0)) kinds.add("boundary");
  expect(Object.keys(participantKinds).filter((kind) => !kinds.has(kind))).toEqual([]);
  const fragments = new Set<string>(compiled.flatMap((flow) => flow.fragments.map(({ kind }) => kind)));
  expect(Object.keys(fragmentKinds).filter((kind) => !fragments.has(kind))).toEqual([]);
});
