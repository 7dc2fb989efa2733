import { expect, test } from "vitest";
import { check } from "../../../src/check/check.ts";
import { unusedParticipant } from "../../../src/check/rules/unused-participant.ts";
import { compile } from "../../../src/compile.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unusedParticipant, {
  silent: {
    "a dead-letter queue":
      "q: { kind: queue; dead-letter: dead }\ndead: { kind: queue; retention: 1d }\na ~> q: x\nq ~> b: x\n",
    "who is to be called back":
      "hook: Webhooks\na ~> b: ask { callback: x; reply-to: hook }\ndetach: x { reason: elsewhere }\nb ~> a: done { resolves: x }\n",
    "who decides": "boss: Manager\na ~> b: x\nopt: wanted {\n  decided-by: boss\n  a ~> b: y\n}\n",
    "who has a note": "c: Cache\na ~> b: x\nnote: cold { over: c }\n",
    "who has a note of its own": 'c: Cache\na ~> b: x\nc."is cold"\n',
    "who only waits": "c: Clerk\na ~> b: x\nwait: 1h { on: c }\n",
    "who stands in a reference": "c: Clerk\na ~> b: x\nref: Log-in { over: [a; c] }\n",
    "an association": "c: Clerk\na ~> b: x\na -- c: knows\n",
    "a boundary": "zone: { kind: boundary; a: A; b: B }\na ~> b: x\n",
    "a file to be imported": "c: Clerk\nd: Desk\n",
    "names that only messages use": "a ~> b: x\n",
  },
  reports: {
    "a participant without messages": ["c: Clerk { kind: person }\na ~> b: x\n", "c"],
    "each of them": ["c: Clerk\nd: Desk\na ~> b: x\n", "c", "d"],
    "one in a boundary": ["zone: { kind: boundary; a: A; b: B; c: C }\na ~> b: x\n", "c"],
  },
});

test("what comes with an import is left alone", () => {
  const files: Readonly<Record<string, string>> = { "people.slant": "c: Clerk\nd: Desk\n" };
  const compiled = compile(
    { name: "main.slant", text: "...@people\ne: Clerk of works\nc ~> b: x\n" },
    { readFile: (path) => files[path] ?? "" },
  );
  expect(check(compiled).map(({ code, message }) => `${code} ${message}`)).toEqual([
    "unused-participant Nothing sends to `e`, and it sends nothing.",
  ]);
});
