import { describe, expect, test } from "vitest";
import { order } from "../../src/order/order.ts";
import { predecessors } from "../../src/order/predecessors.ts";
import * as b from "./build-flow.ts";

const told = (drafts: readonly b.Draft[]): readonly string[] => {
  const { into } = predecessors(order(b.buildFlow(drafts)));
  return into
    .flatMap((edges) => edges ?? [])
    .map(({ from, to, why, time }) => `${from}<${to} ${why}${time ? ` ${time.high}` : ""}`);
};

describe("rows below rows", () => {
  test.each<[string, readonly b.Draft[], readonly string[]]>([
    [
      "a call happens in one row",
      [b.call("a", "b"), b.reply("b", "a")],
      ["0<2 lifeline", "0<2 lifeline", "0<2 reading"],
    ],
    ["an exchange too", [b.exchange("a", "b")], []],
    ["a send flies", [b.send("a", "b", { attributes: { latency: { low: 1, high: 9 } } })], ["0<1 flight 9"]],
    [
      "a flight holds up nobody but its receiver",
      [b.send("a", "b"), b.send("a", "c")],
      ["0<1 flight", "0<2 lifeline", "0<2 reading", "2<3 flight"],
    ],
    [
      "a wait takes its time",
      [b.wait(7, "a"), b.send("a", "b")],
      ["0<1 lifeline 7", "0<1 reading", "1<2 flight"],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(told(drafts)).toEqual(expected);
  });

  test("one pass in written order finds the longest paths", () => {
    const graph = predecessors(
      order(b.buildFlow([b.send("a", "b"), b.call("a", "c"), b.reply("c", "a"), b.send("b", "a")])),
    );
    const place = new Map<number, number>();
    for (const row of graph.rows)
      place.set(row, Math.max(0, ...(graph.into[row] ?? []).map(({ from }) => (place.get(from) ?? 0) + 1)));
    expect([...place]).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
      [4, 2],
      [6, 3],
      [7, 4],
    ]);
  });
});
