import { describe, expect, test } from "vitest";
import { rules } from "../../src/check/rules.ts";
import { reportsIn } from "./describe-rule.ts";

/** One mistake, one finding: sources in which two rules have something to say of the same thing, and which of them speaks. */
const meetings: Readonly<Record<string, readonly [source: string, ...reports: readonly string[]]>> = {
  "await-without-sender before callback-missing": [
    "a ~> b: ask { callback: x }\nalt: one {\n  await: x\n} else: two {\n  a -> a: go on\n}\n",
    "await-without-sender x",
  ],
  "await-without-sender before callback-missing-on-path": [
    "a ~> b: ask { callback: x }\nalt: one {\n  cancel: x\n  await: x\n} else: two {\n  b ~> a: done { resolves: x }\n  await: x\n} else: three {\n  b -> b: think\n}\n",
    "await-without-sender x",
  ],
  "await-without-sender before unawaited-callback": [
    "a ~> b: ask { callback: x }\nalt: one {\n  await: x\n  a ~> b: go\n  b ~> a: done { resolves: x }\n} else: two {\n  b ~> a: done { resolves: x }\n}\n",
    "await-without-sender x",
  ],
  "await-without-sender before callback-not-awaited-on-path": [
    "a ~> b: ask { callback: x }\nalt: one {\n  cancel: x\n  await: x\n} else: two {\n  b ~> a: done { resolves: x }\n  await: x\n} else: three {\n  b ~> a: done { resolves: x }\n}\n",
    "await-without-sender x",
  ],
  "callback-missing before callback-missing-on-path, where several are asked": [
    "a ~> [b; c]: ask { callback: x }\nopt: up {\n  b ~> a: done { resolves: x }\n}\non: x {\n  a -> a: next\n}\n",
    "callback-missing x",
  ],
  "callback-missing before unawaited-callback, where several are asked": [
    "a ~> [b; c]: ask { callback: x }\nb ~> a: done { resolves: x }\n",
    "callback-missing x",
  ],
  "callback-missing before callback-not-awaited-on-path, where several are asked": [
    "a ~> [b; c]: ask { callback: x }\nb ~> a: done { resolves: x }\nopt: now {\n  on: x {\n    a -> a: next\n  }\n}\n",
    "callback-missing x",
  ],
  "callback-missing-on-path before unawaited-callback": [
    "a ~> b: ask { callback: x }\nopt: up {\n  b ~> a: done { resolves: x }\n}\n",
    "callback-missing-on-path x",
  ],
  "callback-missing-on-path before callback-not-awaited-on-path": [
    "a ~> b: ask { callback: x }\nalt: one {\n  b ~> a: done { resolves: x }\n} else: two {\n  b ~> a: done { resolves: x }\n  await: x\n} else: three {\n  b -> b: think\n}\n",
    "callback-missing-on-path x",
  ],
  "unawaited-callback before callback-not-awaited-on-path, where several are asked": [
    "a ~> [b; c]: ask { callback: x }\nb ~> a: done { resolves: x }\nc ~> a: done { resolves: x }\nopt: now {\n  await: x\n}\n",
    "callback-not-awaited-on-path x",
  ],
  "unmatched-reply and missing-reply are about two messages": [
    "a -> b: one\nb --> a: 1\na -> b: two\nc --> a: 2\n",
    "missing-reply a -> b: two",
    "unmatched-reply c --> a: 2",
  ],
  "a reply that answers nothing and a callback that nobody awaits are two mistakes": [
    "a ~> b: ask { callback: x }\nb --> a: done { resolves: x }\n",
    "unawaited-callback x",
    "unmatched-reply b --> a: done { resolves: x }",
  ],
  "a finding for information hides none": [
    "a ~> b: ask { callback: x }\nalt: one {\n  b ~> a: done { resolves: x }\n} else: two {\n  b ~> a: done { resolves: x }\n  on: x timeout {\n    a -> a: give up\n  }\n} else: three {\n  b -> b: think\n}\n",
    "unawaited-callback x",
    "callback-missing-on-path x",
  ],
  "two callbacks are two mistakes": [
    "a ~> b: ask { callback: x }\na ~> b: ask { callback: y }\nb ~> a: done { resolves: y }\n",
    "callback-missing x",
    "unawaited-callback y",
  ],
};

describe("one mistake, one finding", () => {
  test.each(Object.entries(meetings))("%s", (_, [source, ...reports]) => {
    expect(reportsIn(source)).toEqual(reports);
  });

  test("the order of the callback rules is the one that is written down", () => {
    const order = [
      "await-without-sender",
      "callback-missing",
      "callback-missing-on-path",
      "unawaited-callback",
      "callback-not-awaited-on-path",
    ];
    for (const [rank, code] of order.entries())
      expect(rules.find((rule) => rule.code === code)?.yieldsTo).toEqual(
        expect.arrayContaining(order.slice(0, rank)),
      );
  });
});
