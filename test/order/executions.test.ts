import { describe, expect, test } from "vitest";
import { order } from "../../src/order/order.ts";
import * as b from "./build-flow.ts";

/** Each execution as `lifeline start..end`, its level as one `'` each, `!` where it ends at its reply. */
const told = (drafts: readonly b.Draft[], words: b.FlowWords = {}): readonly string[] => {
  const flow = b.buildFlow(drafts, words);
  return order(flow).executions.map(
    ({ lifeline, start, end, level, endsAtReply, name }) =>
      `${flow.participants[lifeline]?.key}${name === undefined ? "" : `.${name}`}${"'".repeat(level)} ` +
      `${start}..${end ?? "end"}${endsAtReply ? "!" : ""}`,
  );
};

describe("executions that a reader expects", () => {
  test.each<[string, readonly b.Draft[], readonly string[]]>([
    ["a call opens one, its reply closes it", [b.call("a", "b"), b.reply("b", "a")], ["a 0..3", "b 1..2!"]],
    [
      "an inner call belongs to the outer one",
      [b.call("a", "b"), b.call("b", "c"), b.reply("c", "b"), b.reply("b", "a")],
      ["a 0..7", "b 1..6!", "c 3..4!"],
    ],
    [
      "one opened by a send lasts to what it leads to before the next receipt",
      [b.send("a", "b"), b.send("b", "c"), b.send("b", "d"), b.send("a", "b")],
      ["a 0..6", "b 1..4", "c 3..3", "d 5..5", "b 7..7"],
    ],
    [
      "interleaved requests stand side by side and close at their own replies",
      [b.call("a", "s"), b.call("b", "s"), b.reply("s", "a"), b.reply("s", "b")],
      ["a 0..5", "s 1..4!", "b 2..7", "s' 3..6!"],
    ],
    [
      "a call without a reply ends before the caller goes on",
      [b.call("a", "b"), b.send("b", "c"), b.send("a", "d"), b.send("b", "c")],
      ["a 0..4", "b 1..2", "c 3..3", "d 5..5", "b 6..6", "c 7..7"],
    ],
    [
      "a call to oneself stands beside the work that makes it",
      [b.send("x", "a"), b.call("a", "a"), b.send("a", "b")],
      ["x 0..0", "a 1..4", "a' 3..3", "b 5..5"],
    ],
    [
      "replies in both operands: to the last one",
      [b.call("a", "b"), b.alt([b.reply("b", "a")], [b.send("b", "c"), b.reply("b", "a")]), b.send("a", "d")],
      ["a 0..8", "b 1..6!", "c 5..5", "d 9..9"],
    ],
    [
      "an operand without a reply goes on from the start of the choice",
      [b.call("a", "b"), b.alt([b.reply("b", "a")], [b.send("b", "c")])],
      ["a 0..3", "b 1..4", "c 5..5"],
    ],
    [
      "a reply after an optional one answers the same call",
      [b.call("a", "b"), b.opt([b.reply("b", "a")]), b.reply("b", "a")],
      ["a 0..5", "b 1..4!"],
    ],
    [
      "each operand has its own executions",
      [b.alt([b.send("a", "b")], [b.send("a", "b")])],
      ["a 0..0", "b 1..1", "a 2..2", "b 3..3"],
    ],
    [
      "an awaited arrival goes on with what awaits it",
      [
        b.send("u", "a"),
        b.send("a", "w", { callback: ["x"] }),
        b.awaits("a", "x"),
        b.send("w", "a", { resolves: ["x"] }),
        b.send("a", "u"),
      ],
      ["u 0..0", "a 1..7", "w 3..5", "u 8..8"],
    ],
    [
      "an await written below its arrival too",
      [b.send("a", "w", { callback: ["x"] }), b.send("w", "a", { resolves: ["x"] }), b.awaits("a", "x")],
      ["a 0..4", "w 1..2"],
    ],
    [
      "a handler belongs to what its arrival opens",
      [
        b.send("a", "w", { callback: ["x"] }),
        b.send("w", "a", { resolves: ["x"] }),
        b.send("v", "a"),
        b.on("x", "arrival", b.send("a", "u")),
      ],
      ["a 0..0", "w 1..2", "a 3..7", "v 4..4", "a' 5..5", "u 8..8"],
    ],
    [
      "an await of something that never comes lasts to the end",
      [b.send("a", "w", { callback: ["x"] }), b.awaits("a", "x")],
      ["a 0..end", "w 1..1"],
    ],
    ["an exchange", [b.exchange("a", "b")], ["a 0..3", "b 1..2!"]],
    ["from and to outside", [b.send("()", "a"), b.send("a", "()")], ["a 0..1"]],
    [
      "a destroyed participant works no more",
      [b.send("a", "b"), b.destroy("b"), b.send("c", "b")],
      ["a 0..0", "b 1..2", "c 3..3", "b 4..4"],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(told(drafts)).toEqual(expected);
  });

  test("queues, topics and stores have none", () => {
    const kinds = { q: "queue", t: "topic", s: "store", c: "cache" } as const;
    const drafts = ["q", "t", "s", "c"].map((to) => b.call("a", to));
    expect(told(drafts, { kinds })).toEqual(["a 0..6"]);
  });
});

describe("executions that the author wrote", () => {
  const drafts = [
    b.call("a", "b", { toSpan: "job" }),
    b.call("b", "c", { fromSpan: "job.load" }),
    b.reply("c", "b", { toSpan: "job.load" }),
    b.reply("b", "a", { fromSpan: "job" }),
    b.call("c", "b"),
  ];

  test("last from their first to their last mention, inner ones beside outer ones", () => {
    const named = ["b.job 1..6", "b.job.load' 2..5"];
    expect(told(drafts, { config: { activations: "explicit" } })).toEqual(named);
    expect(told(drafts, { mode: "d2" })).toEqual(named);
  });

  test("stand among the expected ones", () => {
    expect(told(drafts)).toEqual(["a 0..7", "b.job 1..6", "b.job.load' 2..5", "c 3..4!", "c 8..8", "b 9..9"]);
  });

  test("are left out when executions are off", () => {
    expect(told(drafts, { config: { activations: "off" } })).toEqual([]);
  });
});

test("every execution keeps to its own lifeline, and open ones of one lifeline have different levels", () => {
  const drafts = [
    b.call("a", "s"),
    b.send("b", "s"),
    b.call("c", "s"),
    b.reply("s", "a"),
    b.send("s", "d"),
    b.reply("s", "c"),
  ];
  const { executions, executionOf, occurrences } = order(b.buildFlow(drafts));
  for (const [index, execution] of executionOf.entries())
    if (execution >= 0) expect(executions[execution]?.lifeline).toBe(occurrences[index]?.lifeline);
  expect(executions.filter(({ lifeline }) => lifeline === 1).map(({ level }) => level)).toEqual([0, 1, 1]);
});
