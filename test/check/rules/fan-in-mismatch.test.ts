import { expect, test } from "vitest";
import { fanInMismatch } from "../../../src/check/rules/fan-in-mismatch.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const asked = "a ~> b: price { callback: x }\na ~> c: price { callback: y }";
const both = "b ~> a: five { resolves: x }\nc ~> a: six { resolves: y }";
const first = "await: [x; y] { any: true }";

describeRule(fanInMismatch, {
  silent: {
    "the rest cancelled on each path": `${asked}\n${first}\nalt: b is first {\n  b ~> a: five { resolves: x }\n  cancel: y\n} else: c is first {\n  c ~> a: six { resolves: y }\n  cancel: x\n}\n`,
    "the rest detached": `${asked}\n${both}\n${first}\ndetach: y { reason: "a price too many does no harm" }\n`,
    "the rest handled": `${asked}\n${both}\n${first}\non: y {\n  a -> a: compare\n}\n`,
    "the rest awaited": `${asked}\n${both}\n${first}\nawait: y\n`,
    "a word about late ones": `${asked}\n${both}\n${first}\non: y late {\n  a -> a: forget\n}\n`,
    "a wait for all": `${asked}\n${both}\nawait: [x; y]\n`,
    "the first of several receivers":
      "a ~> [b; c]: price { callback: x }\nb ~> a: five { resolves: x }\nc ~> a: six { resolves: x }\nawait: x { any: true }\n",
    "a request on one path each": `alt: near {\n  a ~> b: price { callback: x }\n  b ~> a: five { resolves: x }\n} else: far {\n  a ~> c: price { callback: y }\n  c ~> a: six { resolves: y }\n}\n${first}\n`,
  },
  reports: {
    "the rest left": [`${asked}\n${both}\n${first}\n`, "x"],
    "the rest cancelled on one path": [
      `${asked}\n${first}\nalt: b is first {\n  b ~> a: five { resolves: x }\n  cancel: y\n} else: c is first {\n  c ~> a: six { resolves: y }\n}\n`,
      "x",
    ],
    "one of three left": [
      `${asked}\na ~> d: price { callback: z }\n${both}\nd ~> a: seven { resolves: z }\nawait: [x; y; z] { any: true }\ncancel: y\n`,
      "x",
    ],
    "a path on which none comes": [
      `${asked}\nalt: open {\n  b ~> a: five { resolves: x }\n  cancel: y\n} else: closed {\n  b -> b: sleep\n}\n${first}\ncancel: y\n`,
      "x",
    ],
  },
});

test("a wait that can block is an error, what is left behind a warning", () => {
  const blocks = `${asked}\nopt: open {\n  b ~> a: five { resolves: x }\n}\n${first}\ncancel: y\n`;
  expect(findingsIn(blocks).map(({ code, severity }) => `${severity} ${code}`)).toContain(
    "error fan-in-mismatch",
  );
  const leaves = `${asked}\n${both}\n${first}\n`;
  expect(findingsIn(leaves).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "warning fan-in-mismatch",
  ]);
});
