import { describe, expect, test } from "vitest";
import { order } from "../../src/order/order.ts";
import { type Lane, waitingAfter } from "../../src/order/queues.ts";
import * as b from "./build-flow.ts";

const kinds = { q: "queue", t: "topic", dead: "queue" } as const;
const put = (id: string) => b.send("a", "q", { id, label: id });
const take = (to = "w", words: b.MessageWords = {}) => b.send("q", to, words);
const ack = (from = "w") => b.reply(from, "q");
const nack = (from = "w") => b.reply(from, "q", { attributes: { settle: "nack" } });

/** What waits in a lane after each of its changes, by ids. */
const told = (who: string, drafts: readonly b.Draft[], words: b.FlowWords = {}): readonly string[] => {
  const flow = b.buildFlow(drafts, { kinds, ...words });
  const lane = order(flow).lanes.find(
    ({ participant }) => flow.participants[participant]?.key === who,
  ) as Lane;
  return lane.changes.map(({ count }, change) => {
    const waiting = waitingAfter(lane, change);
    expect(waiting).toHaveLength(count);
    return waiting.map((message) => flow.messages[message]?.id?.text).join(" ") || "-";
  });
};

describe("what waits in a queue", () => {
  test.each<[string, readonly b.Draft[], readonly string[]]>([
    ["the oldest goes first", [put("m"), put("n"), take(), take()], ["m", "m n", "n", "-"]],
    ["a named one goes", [put("m"), put("n"), take("w", { of: "n" }), take()], ["m", "m n", "m", "-"]],
    ["nothing goes out of an empty one", [take(), put("m")], ["m"]],
    ["one send to several takes one", [put("m"), put("n"), b.send("q", ["v", "w"])], ["m", "m n", "n"]],
    ["an acknowledgement changes nothing", [put("m"), take(), ack()], ["m", "-"]],
    [
      "what is given back waits in its old place",
      [put("m"), put("n"), take(), nack()],
      ["m", "m n", "n", "m n"],
    ],
    [
      "each consumer settles its own newest",
      [put("m"), put("n"), take("v"), take("w"), nack("v"), nack("w")],
      ["m", "m n", "n", "-", "m", "m n"],
    ],
    ["an unsettled one is delivered again", [put("m"), take(), take("v"), nack("v")], ["m", "-", "m"]],
    ["a call publishes", [b.call("a", "q", { id: "m" }), b.reply("q", "a"), take()], ["m", "-"]],
    [
      "one received twice waits twice",
      [b.send("a", "q", { id: "m", attributes: { duplicate: true } })],
      ["m", "m m"],
    ],
    ["a lost one never waits", [b.send("a", "q", { attributes: { lost: true } })], []],
    [
      "operands start alike, and what may wait waits",
      [put("m"), b.alt([take()], [put("n")]), take(), take()],
      ["m", "-", "m", "m n", "n", "-"],
    ],
    ["a loop runs", [put("m"), b.loop([take()]), put("n")], ["m", "-", "n"]],
  ])("%s", (_, drafts, expected) => {
    expect(told("q", drafts)).toEqual(expected);
  });

  test("what was received too often goes to the dead letters", () => {
    const attributes = { q: { "max-receives": 2, "dead-letter": 2 } };
    const drafts = [put("m"), take(), nack(), take(), nack()];
    expect(told("q", drafts, { attributes })).toEqual(["m", "-", "m", "-"]);
    expect(told("dead", drafts, { attributes })).toEqual(["m"]);
  });

  test("not by itself where the text draws that way", () => {
    const attributes = { q: { "max-receives": 1, "dead-letter": 2 } };
    const drafts = [put("m"), take(), nack(), b.send("q", "dead", { id: "letter" })];
    expect(told("q", drafts, { attributes })).toEqual(["m", "-", "m", "-"]);
    expect(told("dead", drafts, { attributes })).toEqual(["letter"]);
  });

  test.each([
    ["block", ["m", "m n"]],
    ["drop-new", ["m"]],
    ["drop-old", ["m", "n"]],
    ["dead-letter", ["m"]],
  ])("a full queue that does %s", (overflow, expected) => {
    const attributes = { q: { capacity: 1, overflow, "dead-letter": 2 } } as NonNullable<
      b.FlowWords["attributes"]
    >;
    expect(told("q", [put("m"), put("n")], { attributes })).toEqual(expected);
  });

  test("tells what each delivery takes and each settlement settles", () => {
    const flow = b.buildFlow([put("m"), put("n"), take("v"), take("w"), ack("v"), nack("w")], { kinds });
    const { takes, settles } = order(flow).queues;
    expect([takes, settles]).toEqual([
      [-1, -1, 0, 1, -1, -1],
      [-1, -1, -1, -1, 2, 3],
    ]);
  });
});

describe("what waits in a topic", () => {
  const publish = (id: string) => b.send("a", "t", { id, label: id });
  const copy = (to: string | readonly string[], label = "") => b.send("t", to, { label });

  test.each<[string, readonly b.Draft[], readonly string[]]>([
    ["until every receiver has its copy", [publish("m"), copy("v"), copy("w")], ["m", "-"]],
    [
      "each receiver takes its own oldest",
      [publish("m"), publish("n"), copy(["v", "w"]), copy("v"), copy("w")],
      ["m", "m n", "n", "-"],
    ],
    [
      "one with the same words first",
      [publish("m"), publish("n"), copy("v", "n"), copy("w", "m")],
      ["m", "m n", "m", "-"],
    ],
    ["what nobody takes waits on", [publish("m"), copy("v"), publish("n")], ["m", "-", "n"]],
  ])("%s", (_, drafts, expected) => {
    expect(told("t", drafts)).toEqual(expected);
  });
});
