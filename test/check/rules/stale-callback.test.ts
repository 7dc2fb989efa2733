import { expect, test } from "vitest";
import { staleCallback } from "../../../src/check/rules/stale-callback.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const round = (ask: string, rest: string, head = "retry: 3 times"): string =>
  `${head} {\n  ${ask}\n${rest}}\n`;
const asked = "a ~> b: job { callback: x }";
const waits = "  await: x { timeout: 1s }\n  b ~> a: done { resolves: x }\n";

describeRule(staleCallback, {
  silent: {
    "a correlation": round("a ~> b: job { callback: x; correlation: attempt }", waits),
    "a request that may be repeated": round("a ~> b: job { callback: x; idempotent: true }", waits),
    "a receiver that may see it twice": `b: B { idempotent: true }\n${round(asked, waits)}`,
    "a wait without a limit": round(asked, "  b ~> a: done { resolves: x }\n  await: x\n", "loop: 3 times"),
    "one round": round(asked, waits, "loop: 1 times"),
    "no loop": `${asked}\n${waits}`,
    "a loop around the answer alone": `${asked}\nloop: 3 times {\n  b -> b: work\n}\n${waits}`,
    "latencies that keep the limit": round(
      "a ~> b: job { callback: x; latency: 100ms }",
      "  await: x { timeout: 1s }\n  b ~> a: done { resolves: x; latency: 100ms..200ms }\n",
    ),
    "answers that may come any number of times": round("a ~> b: job { callback: x; stream: x }", waits),
    "what follows the last attempt": `retry: 3 times {\n  a -> b: try\n  b --> a: no { failure: true }\n} else: exhausted {\n  ${asked}\n${waits}}\n`,
    "a callback that is detached": round(asked, `  detach: x { reason: "read nightly" }\n${waits}`),
  },
  reports: {
    "a wait with a limit in each attempt": [round(asked, waits), "x"],
    "the same in a loop": [round(asked, waits, "loop: every 5s"), "x"],
    "a wait below the answer": [
      round(asked, "  b ~> a: done { resolves: x }\n  await: x { timeout: 1s }\n"),
      "x",
    ],
    "a cancel in each round": [
      round(
        asked,
        "  cancel: x\n  b ~> a: done { resolves: x }\n  on: x late {\n    a -> a: drop\n  }\n",
        "loop: 3 times",
      ),
      "x",
    ],
    "latencies that exceed the limit": [
      round(
        "a ~> b: job { callback: x; latency: 100ms }",
        "  await: x { timeout: 1s }\n  b ~> a: done { resolves: x; latency: 1s..2s }\n",
      ),
      "x",
    ],
    "an outer loop": [
      `loop: 3 times {\n  opt: due {\n    ${asked}\n    await: x { timeout: 1s }\n    b ~> a: done { resolves: x }\n  }\n}\n`,
      "x",
    ],
  },
});

test("proposes a correlation where the request names one callback", () => {
  const text = round(asked, waits);
  const [edit] = findingsIn(text)[0]?.fixes?.[0]?.edits ?? [];
  expect(`${text.slice(0, edit?.span.start)}${edit?.text}${text.slice(edit?.span.end)}`).toContain(
    "{ callback: x; correlation: attempt }",
  );
});
