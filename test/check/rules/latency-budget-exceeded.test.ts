import { expect, test } from "vitest";
import { latencyBudgetExceeded } from "../../../src/check/rules/latency-budget-exceeded.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const budget = "budget: 300ms { from: one; to: two }";

describeRule(latencyBudgetExceeded, {
  silent: {
    "a stretch without times": `a ~> b: go { id: one }\nb ~> a: done { id: two }\n${budget}\n`,
    "a budget that is just kept": `a ~> b: go { id: one; latency: 100ms }\nb ~> a: done { id: two; latency: 200ms }\n${budget}\n`,
    "what happens beside it": `a ~> b: go { id: one; latency: 100ms }\nb ~> c: log { latency: 5s }\nb ~> a: done { id: two; latency: 100ms }\n${budget}\n`,
    "operands side by side": `a ~> b: go { id: one }\npar: {\n  b -> c: x { latency: 200ms }\n  c --> b: ok\n} and: {\n  b -> d: x { latency: 200ms }\n  d --> b: ok\n}\nb ~> a: done { id: two }\n${budget}\n`,
    "attempts that may fail": `a ~> b: go { id: one }\nb -> c: x { retry: 3; timeout: 1s; latency: 100ms }\nc --> b: ok\nb ~> a: done { id: two }\n${budget}\n`,
    "two messages that do not follow each other": `a ~> b: go { id: one; latency: 5s }\nc ~> d: done { id: two; latency: 5s }\n${budget}\n`,
  },
  reports: {
    "what is always too long": [
      `a ~> b: go { id: one; latency: 200ms }\nb ~> a: done { id: two; latency: 200ms }\n${budget}\n`,
      budget,
    ],
    "what is too long when slow": [
      `a ~> b: go { id: one; latency: 10ms..200ms }\nb ~> a: done { id: two; latency: 10ms..200ms }\n${budget}\n`,
      budget,
    ],
    "service times and waits": [
      `b: { takes: 200ms }\na ~> b: go { id: one }\nwait: 200ms { on: b }\nb ~> a: done { id: two }\n${budget}\n`,
      budget,
    ],
    "all rounds of a loop": [
      `a ~> b: go { id: one }\nloop: 5 times {\n  b -> c: x { latency: 100ms }\n  c --> b: ok\n}\nb ~> a: done { id: two }\n${budget}\n`,
      budget,
    ],
    "waiting in a queue": [
      `q: { kind: queue }\na ~> q: go { id: one }\nq ~> b: go { latency: 1s }\nb ~> a: done { id: two }\n${budget}\n`,
      budget,
    ],
    "the slower of two branches": [
      `a ~> b: go { id: one }\nalt: hit {\n  b -> b: read\n} else: miss {\n  b -> c: x { latency: 400ms }\n  c --> b: ok\n}\nb ~> a: done { id: two }\n${budget}\n`,
      budget,
    ],
  },
});

test("the sum is shown with every step, and the branch is named", () => {
  const text = `a ~> b: go { id: one; latency: 50ms }\nalt: hit {\n  b -> b: read\n} else: miss {\n  b -> c: look { latency: 100ms..400ms }\n  c --> b: ok\n}\nb ~> a: done { id: two }\n${budget}\n`;
  const [finding] = findingsIn(text);
  expect(finding?.severity).toBe("warning");
  expect(finding?.message).toBe(
    "From `go` to `done` it can take 450ms when `else: miss`, and the budget is 300ms.",
  );
  expect(finding?.notes?.map(({ message }) => message)).toEqual([
    "`go` is 50ms in flight",
    "`look` is up to 400ms in flight",
    "50ms + 400ms = 450ms when slow, at least 150ms; 2 flights without `latency` count as 0",
  ]);
});
