import { describe, expect, test } from "vitest";
import type { OperandRef } from "../../src/flow/flow.ts";
import { order } from "../../src/order/order.ts";
import * as b from "./build-flow.ts";

const after = (operand: OperandRef | undefined): string =>
  operand === undefined ? "" : `+${operand.fragment}.${operand.operand}`;

/** Each wait as `lifeline start..end`; `+f.o` is the lower end of an operand. */
const told = (drafts: readonly b.Draft[], words: b.FlowWords = {}): readonly string[] => {
  const flow = b.buildFlow(drafts, words);
  return order(flow).waits.map(
    ({ lifeline, start, startsAfter, end, endsAfter }) =>
      `${flow.participants[lifeline]?.key} ${start}${after(startsAfter)}..${end ?? "end"}${after(endsAfter)}`,
  );
};

const asked = b.send("a", "w", { callback: ["x"] });
const arrives = b.send("w", "a", { resolves: ["x"] });

describe("who is blocked, and how long", () => {
  test.each<[string, readonly b.Draft[], readonly string[]]>([
    ["a caller, until its reply", [b.call("a", "b"), b.reply("b", "a")], ["a 0..3"]],
    ["a caller of an exchange", [b.exchange("a", "b")], ["a 0..3"]],
    ["nobody, by a send", [b.send("a", "b"), b.send("b", "a")], []],
    ["nobody, by a call to oneself", [b.call("a", "a"), b.reply("a", "a")], []],
    [
      "nested callers",
      [b.call("a", "b"), b.call("b", "c"), b.reply("c", "b"), b.reply("b", "a")],
      ["a 0..7", "b 2..5"],
    ],
    [
      "a reply that names its call",
      [
        b.call("a", "b", { id: "one" }),
        b.call("a", "b"),
        b.reply("b", "a", { of: "one" }),
        b.reply("b", "a"),
      ],
      ["a 0..5", "a 2..7"],
    ],
    ["a call without a reply, whose receiver does nothing", [b.call("a", "b"), b.call("a", "c")], []],
    [
      "a call without a reply, whose receiver works before the caller goes on",
      [b.call("a", "b"), b.send("b", "c"), b.send("a", "d"), b.send("b", "d")],
      ["a 0..2"],
    ],
    [
      "both operands that answer",
      [b.call("a", "b"), b.alt([b.reply("b", "a"), b.send("a", "c")], [b.reply("b", "a")])],
      ["a 0..3", "a 5+0.0..7"],
    ],
    [
      "after an optional reply, until the other one",
      [b.call("a", "b"), b.opt([b.reply("b", "a")]), b.reply("b", "a")],
      ["a 0..3", "a 3+0.0..5"],
    ],
    ["an await above its arrival", [asked, b.awaits("a", "x"), arrives], ["a 2..4"]],
    ["an await right below its arrival", [asked, arrives, b.awaits("a", "x")], ["a 0..3"]],
    ["an await below its arrival and other work", [asked, arrives, b.send("a", "c"), b.awaits("a", "x")], []],
    [
      "an await of both of two",
      [
        asked,
        b.send("a", "v", { callback: ["y"] }),
        b.awaits("a", ["x", "y"]),
        arrives,
        b.send("v", "a", { resolves: ["y"] }),
      ],
      ["a 4..8"],
    ],
    [
      "an await of the first of two",
      [
        asked,
        b.send("a", "v", { callback: ["y"] }),
        b.awaits("a", ["x", "y"], { any: true }),
        arrives,
        b.send("v", "a", { resolves: ["y"] }),
      ],
      ["a 4..6"],
    ],
    ["an await of what never comes", [asked, b.awaits("a", "x")], ["a 2..end"]],
    [
      "an await of what never comes, and the next deed",
      [asked, b.awaits("a", "x"), b.send("a", "u")],
      ["a 2..3"],
    ],
    [
      "an await that times out in one case",
      [asked, b.awaits("a", "x", { timeout: 5 }), b.on("x", "timeout", b.send("a", "u")), arrives],
      ["a 2..3", "a 5+0.0..7"],
    ],
    ["an await given up", [asked, b.awaits("a", "x"), b.cancel("x")], ["a 2..3"]],
    [
      "an arrival in each operand",
      [asked, b.awaits("a", "x"), b.alt([arrives], [b.send("w", "a", { rejects: ["x"] })])],
      ["a 2..4", "a 4+0.0..6"],
    ],
    [
      "someone else who waits, for what is handed on",
      [asked, b.awaits("u", "x"), arrives, b.send("a", "u", { carries: ["x"] })],
      ["u 2..6"],
    ],
    [
      "someone else who waits, for what only the owner hears",
      [asked, b.awaits("u", "x"), arrives],
      ["u 2..4"],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(told(drafts)).toEqual(expected);
  });

  test("in D2 mode nobody", () => {
    expect(told([b.call("a", "b"), b.reply("b", "a")], { mode: "d2" })).toEqual([]);
  });

  test("a call without a reply also where no executions are drawn", () => {
    expect(told([b.call("a", "b"), b.send("b", "c")], { config: { activations: "off" } })).toEqual([
      "a 0..2",
    ]);
  });
});
