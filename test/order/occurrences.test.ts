import { describe, expect, test } from "vitest";
import { occurrencesOf } from "../../src/order/occurrences.ts";
import * as b from "./build-flow.ts";

/** Each occurrence as `kind@lifeline`. */
const told = (drafts: readonly b.Draft[], words: b.FlowWords = {}): string => {
  const flow = b.buildFlow(drafts, words);
  return occurrencesOf(flow)
    .list.map(({ kind, lifeline }) => `${kind}@${flow.participants[lifeline]?.key ?? "-"}`)
    .join(" ");
};

describe("what happens in written order", () => {
  test.each<[string, readonly b.Draft[], string]>([
    ["a call and its reply", [b.call("a", "b"), b.reply("b", "a")], "send@a receipt@b send@b receipt@a"],
    ["a send", [b.send("a", "b")], "send@a receipt@b"],
    ["an exchange", [b.exchange("a", "b")], "send@a receipt@b answer@b answered@a"],
    ["an association happens nowhere", [b.associate("a", "b")], ""],
    ["several receivers", [b.send("a", ["b", "c"])], "send@a receipt@b receipt@c"],
    ["to and from outside", [b.send("()", "a"), b.send("a", "()")], "receipt@a send@a"],
    [
      "lost, in flight, twice",
      [
        b.send("a", "b", { attributes: { lost: true } }),
        b.send("a", "b", { attributes: { "in-flight": true } }),
        b.send("a", "b", { attributes: { duplicate: true } }),
      ],
      "send@a send@a send@a receipt@b duplicate@b",
    ],
    [
      "a late arrival",
      [b.send("a", "b", { id: "m" }), b.send("a", "c"), b.arrive("m")],
      "send@a send@a receipt@c receipt@b",
    ],
    [
      "one of several arrivals",
      [b.send("a", ["b", "c"], { id: "m" }), b.arrive("m", "c"), b.send("a", "d"), b.arrive("m")],
      "send@a receipt@c send@a receipt@d receipt@b",
    ],
    [
      "callbacks",
      [
        b.send("a", "b", { callback: ["x"] }),
        b.stored("x"),
        b.send("b", "a", { resolves: ["x"] }),
        b.awaits("a", "x"),
        b.on("x", "arrival", b.send("a", "c")),
        b.cancel("x"),
        b.detach("x"),
      ],
      "send@a receipt@b stored@a send@b receipt@a await@a handle@a send@a receipt@c cancel@a detach@a",
    ],
    [
      "a decision",
      [b.framed("alt", { decidedBy: "b" }, [b.send("b", "a")], [])],
      "decide@b send@b receipt@a",
    ],
    [
      "waits of all and of one",
      [b.send("a", "b"), b.wait(5), b.wait(5, "a")],
      "send@a receipt@b wait@- wait@a",
    ],
    ["a creation by its message", [b.create("b"), b.send("a", "b")], "send@a receipt@b"],
    ["a creation without a message", [b.create("b"), b.send("b", "a")], "create@b send@b receipt@a"],
    ["a destruction", [b.send("a", "b"), b.destroy("b")], "send@a receipt@b destroy@b"],
  ])("%s", (_, drafts, expected) => {
    expect(told(drafts)).toBe(expected);
  });

  test("names the operands around an occurrence, and the course of fragments", () => {
    const flow = b.buildFlow([b.alt([b.send("a", "b")], [b.opt([b.send("a", "c")])])]);
    const { list, course } = occurrencesOf(flow);
    expect(
      list.map(({ within }) => within.map(({ fragment, operand }) => `${fragment}.${operand}`).join(" ")),
    ).toEqual(["0.0", "0.0", "0.1 1.0", "0.1 1.0"]);
    expect(course.map(({ at }) => at).join(" ")).toBe(
      "enter operand occurrence occurrence operand enter operand occurrence occurrence leave leave",
    );
  });

  test("a message that arrives in sibling operands has a receipt in each", () => {
    const flow = b.buildFlow([
      b.send("a", "b", { id: "m" }),
      b.alt([b.arrive("m", "b")], [b.arrive("m", "b")]),
    ]);
    const { receiptOf, receiptsOf } = occurrencesOf(flow);
    expect([receiptOf, receiptsOf]).toEqual([[1], [[1, 2]]]);
  });

  test("knows which occurrence brings a participant to life", () => {
    const flow = b.buildFlow([
      b.call("a", "b", { attributes: { creates: true } }),
      b.create("c"),
      b.send("c", "a"),
    ]);
    expect(occurrencesOf(flow).bornAt).toEqual([-1, 1, 2]);
  });

  test("gives the occurrences of a statement", () => {
    const flow = b.buildFlow([b.send("a", ["b", "c"]), b.awaits("a", "x")]);
    const { ofStep } = occurrencesOf(flow);
    expect(flow.body.map(ofStep)).toEqual([[0, 1, 2], [3]]);
  });
});
