import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { order } from "../../src/order/order.ts";
import { eventsOf } from "../../src/order/path-events.ts";
import { pathsOf } from "../../src/order/paths.ts";
import { stretchOf } from "../../src/order/stretch.ts";
import { type Times, timesOf } from "../../src/order/times.ts";
import * as b from "./build-flow.ts";
import { naiveTimes } from "./naive-times.ts";
import { timedFlows } from "./timed-flows.ts";

const timesIn = (drafts: readonly b.Draft[], words: b.FlowWords = {}, path = 0): Times => {
  const found = order(b.buildFlow(drafts, words));
  return timesOf(eventsOf(found, pathsOf(found).list[path] ?? { decisions: [] }));
};

test("agrees with a search for a fixpoint that knows nothing of graphs", () => {
  let contradictions = 0;
  fc.assert(
    fc.property(timedFlows, ({ drafts, words }) => {
      const flow = b.buildFlow(drafts, words);
      const naive = naiveTimes(flow);
      const times = timesOf(eventsOf(order(flow), { decisions: [] }));
      expect(times.conflict !== undefined).toBe(naive.contradictory);
      if (times.conflict !== undefined) {
        contradictions++;
        const { steps, excess } = times.conflict;
        expect(excess).toBe(
          steps.reduce((sum, { link, way }) => sum + (way === "least" ? link.least : -link.most), 0),
        );
        expect(excess).toBeGreaterThan(0);
        for (const [place, step] of steps.entries()) {
          const next = steps[(place + 1) % steps.length];
          expect(step.way === "least" ? step.link.to : step.link.from).toBe(
            next?.way === "least" ? next.link.from : next?.link.to,
          );
        }
        return;
      }
      expect(times.early).toEqual(naive.early);
      expect(times.late).toEqual(naive.late);
      if (times.network.oneOf.size === 0) expect(times.most).toEqual(naive.most);
      const end = Math.max(...times.late);
      expect(
        times.critical.reduce(
          (sum, { slow, most }) => sum + (slow === Number.NEGATIVE_INFINITY ? most : slow),
          0,
        ),
      ).toBe(end);
      if (naive.limited || [...times.network.oneOf.keys()].length > 0) return;
      for (const [event, slack] of times.slack.entries()) {
        const late = times.late[event] ?? 0;
        expect(naive.endIfHeldUp(event, late + slack)).toBe(end);
        expect(naive.endIfHeldUp(event, late + slack + 1)).toBeGreaterThan(end);
      }
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(contradictions).toBeGreaterThan(10);
});

const latency = (low: number, high = low) => ({ attributes: { latency: { low, high } } });

describe("times", () => {
  test("of a chain: earliest, latest, slack and the critical way", () => {
    const drafts = [
      b.send("a", "b", latency(10, 20)),
      b.send("b", "d", latency(5)),
      b.send("a", "c", latency(1, 2)),
      b.send("c", "d", latency(1, 3)),
    ];
    const { early, late, slack, critical, most } = timesIn(drafts, {
      attributes: { b: { takes: { low: 100, high: 300 } } },
    });
    expect(early).toEqual([0, 10, 110, 115, 0, 1, 1, 2]);
    expect(late).toEqual([0, 20, 320, 325, 0, 2, 2, 5]);
    expect(slack).toEqual([0, 0, 0, 0, 320, 320, 320, 320]);
    expect(critical.map(({ why, slow }) => `${why} ${slow}`)).toEqual([
      "flight 20",
      "service 300",
      "flight 5",
    ]);
    expect(most).toEqual(late);
  });

  test("a flight without a time bounds nothing after it, but a timeout does", () => {
    const ask = (timeout: number | undefined) => [
      b.send("a", "b", { callback: ["x"] }),
      b.send("b", "a", { resolves: ["x"] }),
      b.awaits("a", "x", timeout === undefined ? {} : { timeout }),
      b.send("a", "c", latency(1)),
    ];
    const none = Number.POSITIVE_INFINITY;
    expect(timesIn(ask(undefined)).most).toEqual([0, none, none, none, none, none, none]);
    expect(timesIn(ask(50)).most).toEqual([0, none, none, none, none, none, none]);
    const direct = [
      b.send("a", "b", { callback: ["x"] }),
      b.awaits("a", "x", { timeout: 50 }),
      b.send("b", "a", { resolves: ["x"] }),
      b.send("a", "c", latency(1)),
    ];
    expect(timesIn(direct).most).toEqual([0, 50, 50, 50, 50, 50, 51]);
  });

  test("a wait of everyone holds up everyone's next deed, not what flies", () => {
    const drafts = [
      b.send("a", "b", latency(5)),
      b.wait(100),
      b.send("b", "a", latency(1)),
      b.send("c", "a", latency(2)),
    ];
    expect(timesIn(drafts).early).toEqual([0, 5, 5, 105, 106, 105, 107]);
    expect(timesIn([b.send("a", "b"), b.wait(100), b.wait(10), b.send("b", "a")]).early).toEqual([
      0, 0, 0, 100, 110, 110,
    ]);
  });

  test("a wait of everyone in an operand side by side is that operand's", () => {
    const drafts = [b.par([b.wait(100), b.send("a", "b")], [b.send("a", "c")])];
    expect(timesIn(drafts).early).toEqual([0, 100, 100, 0, 0]);
  });

  test("nobody waits for what another one still awaits", () => {
    const drafts = [
      b.send("a", "b", { callback: ["x"] }),
      b.awaits("a", "x"),
      b.wait(100),
      b.send("b", "a", { resolves: ["x"] }),
      b.send("a", "c"),
    ];
    expect(timesIn(drafts).early).toEqual([0, 0, 100, 0, 100, 100, 100, 100]);
  });

  test("rounds keep their interval", () => {
    const drafts = [
      b.framed("loop", { rounds: { low: 2, high: 2, every: 30 } }, [b.send("a", "b", latency(1))]),
    ];
    expect(timesIn(drafts).early).toEqual([0, 1, 30, 31]);
  });

  test("a callback that comes too late is given up when its time is over", () => {
    const drafts = [
      b.send("a", "b", { callback: ["x"] }),
      b.awaits("a", "x", { timeout: 30 }),
      b.on("x", "timeout", b.send("a", "u")),
      b.send("b", "a", { resolves: ["x"], ...latency(5) }),
    ];
    expect(timesIn(drafts, {}, 1).early).toEqual([0, 0, 30, 30, 30, 30, 0, 5]);
  });

  test("a request's own timeout counts where its await has none", () => {
    const drafts = [
      b.send("a", "b", { callback: ["x"], attributes: { timeout: 40 } }),
      b.on("x", "timeout", b.send("a", "u")),
    ];
    expect(timesIn(drafts, {}, 1).early).toEqual([0, 0, 40, 40, 40]);
  });

  test("end for nobody when events wait for each other", () => {
    const drafts = [
      b.send("a", "b", { callback: ["x"] }),
      b.awaits("a", "x"),
      b.send("a", "c", latency(0, 10)),
      b.send("c", "a", { resolves: ["x"] }),
    ];
    expect(
      timesIn(drafts)
        .conflict?.steps.map(({ link }) => link.why)
        .sort(),
    ).toEqual(["await", "flight", "flight", "lifeline", "lifeline", "lifeline"]);
  });

  test.each<[string, readonly b.Draft[], b.FlowWords, number, readonly string[]]>([
    [
      "a reply that cannot come in time",
      [
        b.call("a", "b", { attributes: { latency: { low: 10, high: 10 }, timeout: 50 } }),
        b.reply("b", "a", latency(10)),
      ],
      { attributes: { b: { takes: { low: 60, high: 70 } } } },
      30,
      ["flight 10", "flight 10", "service 60", "timeout -50"],
    ],
    [
      "a message that expires on its way",
      [b.send("a", "b", { attributes: { latency: { low: 10, high: 20 }, ttl: 4 } })],
      {},
      6,
      ["flight 10", "ttl -4"],
    ],
    [
      "an await that cannot be met",
      [
        b.send("a", "b", { callback: ["x"], ...latency(7) }),
        b.awaits("a", "x", { timeout: 5 }),
        b.send("b", "a", { resolves: ["x"] }),
      ],
      {},
      2,
      ["await 0", "flight 0", "flight 7", "lifeline 0", "lifeline 0", "timeout -5"],
    ],
  ])("contradict each other: %s", (_, drafts, words, excess, steps) => {
    const { conflict } = timesIn(drafts, words);
    expect(conflict?.excess).toBe(excess);
    expect(
      conflict?.steps
        .map(({ link, way }) => `${link.why} ${way === "least" ? link.least : -link.most}`)
        .sort(),
    ).toEqual(steps);
  });
});

describe("a stretch", () => {
  const drafts = [
    b.send("a", "b", latency(10, 20)),
    b.send("b", "d", latency(5, 6)),
    b.send("a", "c", latency(1, 40)),
    b.send("c", "d"),
    b.send("d", "e", latency(1)),
  ];

  test("is the longest way, quick and slow", () => {
    const found = stretchOf(timesIn(drafts), 0, 9);
    expect([found?.least, found?.slow, found?.guesses]).toEqual([16, 41, 1]);
    expect(found?.way.map(({ why, slow }) => `${why} ${slow}`)).toEqual([
      "lifeline 0",
      "flight 40",
      "lifeline 0",
      "lifeline 0",
      "flight 0",
      "lifeline 0",
      "lifeline 0",
      "flight 1",
    ]);
  });

  test("is nothing where the one does not lead to the other", () => {
    expect(stretchOf(timesIn(drafts), 2, 1)).toBeUndefined();
    expect(stretchOf(timesIn(drafts), 5, 3)).toBeUndefined();
  });

  test("ends with the first of several arrivals", () => {
    const asked = [
      b.send("a", "b", { callback: ["x"] }),
      b.awaits("a", "x"),
      b.send("b", "a", { resolves: ["x"], ...latency(10, 30) }),
      b.send("b", "a", { resolves: ["x"], ...latency(20) }),
    ];
    const found = stretchOf(timesIn(asked), 0, 2);
    expect([found?.least, found?.slow]).toEqual([10, 20]);
  });
});
