import { ambiguousBranch } from "../../../src/check/rules/ambiguous-branch.ts";
import { describeRule } from "../describe-rule.ts";

const ways = (one: string, other: string): string => `alt: one {\n${one}} else: two {\n${other}}\n`;

describeRule(ambiguousBranch, {
  silent: {
    "labels of their own": ways("a ~> b: go fast\nb ~> c: fast\n", "a ~> b: go slow\nb ~> c: slow\n"),
    "the same in both": ways("a ~> b: go\nb ~> c: on\na ~> d: x\n", "a ~> b: go\nb ~> c: on\na ~> d: y\n"),
    "different senders": ways("a ~> b: go\nb ~> c: fast\n", "a ~> d: go\nd ~> b: go\nb ~> c: slow\n"),
    "whoever decides": ways("a ~> b: go\na ~> c: fast\n", "a ~> b: go\na ~> c: slow\n"),
    "no labels": ways("a ~> b\nb ~> c: fast\n", "a ~> b\nb ~> c: slow\n"),
    "another message that tells it": ways(
      "a ~> b: go\na ~> b: fast\nb ~> c: fast\n",
      "a ~> b: go\na ~> b: slow\nb ~> c: slow\n",
    ),
    "a person, who reads": `b: Clerk { kind: person }\n${ways("a ~> b: go\nb ~> c: fast\n", "a ~> b: go\nb ~> c: slow\n")}`,
    "a failure": ways(
      "a -> a: think\na ~> b: go\nb ~> c: fast\n",
      "a -> a: think\na ~> b: no\nb ~> c: slow\n",
    ),
    "callbacks that tell it":
      "b ~> a: ask { callback: x }\nalt: one {\n  a ~> b: done { resolves: x }\n  on: x {\n    b ~> c: fast\n  }\n} else: two {\n  a ~> b: done { rejects: x }\n  on: x rejected {\n    b ~> c: slow\n  }\n}\n",
    "an operand that it has no part in": ways("a ~> b: go\nb ~> c: fast\n", "a ~> d: stop\n"),
    "a condition that was asked before": `${ways("a ~> b: fast\n", "a ~> b: slow\n")}${ways("a ~> b: go\nb ~> c: fast\n", "a ~> b: go\nb ~> c: slow\n")}`,
    "a choice of its own inside": ways(
      "a ~> b: go\nopt: quick {\n  b ~> c: fast\n}\n",
      "a ~> b: go\nb ~> d: slow\n",
    ),
  },
  reports: {
    "the same label": [ways("a ~> b: go\nb ~> c: fast\n", "a ~> b: go\nb ~> c: slow\n"), "b ~> c: fast"],
    "an answer in one of them alone": [
      ways("a ~> b: go\nb ~> c: fast\n", "a ~> b: go\na ~> d: rest\n"),
      "b ~> c: fast",
    ],
    "the same reply": [
      ways(
        "k ~> api: get\napi -> db: read\ndb --> api: result\napi ~> web: 200\n",
        "k ~> api: get\napi -> db: read\ndb --> api: result\napi ~> web: 404\n",
      ),
      "api ~> web: 200",
    ],
    "two of three operands": [
      "alt: one {\n  a ~> b: go\n  b ~> c: fast\n} else: two {\n  a ~> b: stop\n} else: three {\n  a ~> b: go\n  b ~> c: slow\n}\n",
      "b ~> c: fast",
    ],
  },
});
