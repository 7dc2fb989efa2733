import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Causes, causesOf } from "../../src/order/causes.ts";
import { circlesOf } from "../../src/order/circles.ts";
import { order } from "../../src/order/order.ts";
import { eventsOf } from "../../src/order/path-events.ts";
import { pathsOf } from "../../src/order/paths.ts";
import { racesOf } from "../../src/order/races.ts";
import { scheduleOf } from "../../src/order/schedule.ts";
import * as b from "./build-flow.ts";
import { type Channels, runAll } from "./oracle.ts";
import { smallFlows } from "./small-flows.ts";

const channelOrders = ["bag", "key", "fifo", "mailbox", "declared"] as const satisfies readonly Channels[];

const causesIn = (drafts: readonly b.Draft[], words: b.FlowWords = {}, channels?: Channels): Causes =>
  causesOf(eventsOf(order(b.buildFlow(drafts, words)), { decisions: [] }), channels);

describe("agrees with the enumeration of all executions", () => {
  test.each(channelOrders)("%s: what comes before what, races, and their schedules", (channels) => {
    fc.assert(
      fc.property(smallFlows, ({ drafts, words }) => {
        const flow = b.buildFlow(drafts, words);
        const oracle = runAll(flow, channels);
        const causes = causesOf(eventsOf(order(flow), { decisions: [] }), channels);
        expect(causes.events.list.map(({ occurrence }) => order(flow).occurrences[occurrence]?.kind)).toEqual(
          oracle.steps.map(({ kind }) => kind),
        );
        for (const [event, past] of oracle.past.entries()) {
          expect(causes.never.includes(event)).toBe(past === undefined);
          if (past === undefined) continue;
          const before = oracle.steps.flatMap((_, other) => (causes.precedes(other, event) ? [other] : []));
          expect([event, ...before]).toEqual(
            [event, ...oracle.steps.keys()].filter(
              (each, place) => place === 0 || ((past >> each) & 1) === 1,
            ),
          );
        }
        const racing = oracle.steps.flatMap(({ kind, lifeline, above }, second) =>
          kind === "receipt" &&
          flow.messages[oracle.steps[second]?.message ?? -1]?.kind === "send" &&
          lifeline >= 0
            ? above.flatMap((first) => {
                const other = oracle.steps[first];
                const loose = other?.kind === "receipt" && flow.messages[other.message]?.kind === "send";
                const past = oracle.past[second];
                return loose &&
                  past !== undefined &&
                  oracle.past[first] !== undefined &&
                  ((past >> first) & 1) === 0
                  ? [`${first} ${second}`]
                  : [];
              })
            : [],
        );
        const races = racesOf(causes, true);
        expect(races.map(({ first, second }) => `${first} ${second}`).sort()).toEqual(racing.sort());
        for (const { first, second } of races) {
          const schedule = scheduleOf(causes, first, second) ?? [];
          expect(oracle.isLegal(schedule)).toBe(true);
          expect(schedule.indexOf(second)).toBeGreaterThanOrEqual(0);
          expect(schedule.indexOf(second)).toBeLessThan(schedule.indexOf(first));
        }
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});

/** Pairs of events, the first of which comes before the second, among some. */
const precede = (causes: Causes, pairs: readonly (readonly [number, number])[]): readonly boolean[] =>
  pairs.map(([first, second]) => causes.precedes(first, second));

describe("what comes before what", () => {
  test("a caller goes on after what its call leads to, reply or not", () => {
    const drafts = [b.call("a", "b"), b.send("b", "c"), b.send("a", "c")];
    expect(
      precede(causesIn(drafts), [
        [2, 4],
        [3, 4],
      ]),
    ).toEqual([true, false]);
  });

  test("but not after what else the receiver has received", () => {
    const drafts = [b.send("c", "b"), b.call("a", "b"), b.send("a", "d")];
    expect(
      precede(causesIn(drafts, {}, "bag"), [
        [3, 4],
        [1, 4],
      ]),
    ).toEqual([true, false]);
  });

  test("nor after what the receiver awaits", () => {
    const drafts = [
      b.send("b", "a", { callback: ["x"] }),
      b.call("a", "b"),
      b.send("b", "c"),
      b.awaits("b", "x"),
      b.send("b", "d"),
      b.send("a", "b", { resolves: ["x"] }),
    ];
    const causes = causesIn(drafts);
    expect(causes.never).toEqual([]);
    expect(
      precede(causes, [
        [4, 9],
        [6, 9],
        [7, 9],
      ]),
    ).toEqual([true, false, false]);
  });

  test("in D2 mode nobody waits", () => {
    expect(
      precede(causesIn([b.call("a", "b"), b.send("b", "c"), b.send("a", "c")], { mode: "d2" }), [[2, 4]]),
    ).toEqual([false]);
  });

  test("an exchange is over when its answer is there", () => {
    const drafts = [b.exchange("a", "b"), b.send("a", "c")];
    expect(
      precede(causesIn(drafts), [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toEqual([true, true, true, true]);
  });

  test("nothing happens on a lifeline before it exists", () => {
    const drafts = [b.send("a", "b", { attributes: { creates: true } }), b.send("c", "b")];
    expect(
      precede(causesIn(drafts, {}, "bag"), [
        [1, 3],
        [0, 3],
      ]),
    ).toEqual([true, true]);
    expect(precede(causesIn([b.send("a", "b"), b.send("c", "b")], {}, "bag"), [[1, 3]])).toEqual([false]);
  });

  test("a callback asked of several needs one arrival from each", () => {
    const drafts = [
      b.send("a", ["b", "c"], { callback: ["x"] }),
      b.awaits("a", "x"),
      b.send("b", "a", { resolves: ["x"] }),
      b.send("b", "a", { rejects: ["x"] }),
      b.send("c", "a", { resolves: ["x"] }),
    ];
    const causes = causesIn(drafts, {}, "bag");
    expect(
      precede(causes, [
        [8, 3],
        [9, 3],
        [5, 3],
        [7, 3],
        [4, 3],
      ]),
    ).toEqual([true, true, false, false, true]);
  });

  test("a callback that is handed on is awaited where it is handed to", () => {
    const drafts = [
      b.send("a", "b", { callback: ["x"] }),
      b.awaits("u", "x"),
      b.send("b", "a", { resolves: ["x"] }),
      b.send("a", "u", { carries: ["x"] }),
    ];
    expect(precede(causesIn(drafts), [[6, 2]])).toEqual([true]);
  });

  test("each round awaits its own arrival", () => {
    const round = [
      b.send("a", "b", { callback: ["x"] }),
      b.send("b", "a", { resolves: ["x"] }),
      b.awaits("a", "x"),
    ];
    const found = order(b.buildFlow([b.framed("loop", { rounds: { low: 2, high: 2 } }, round)]));
    const causes = causesOf(eventsOf(found, pathsOf(found).list[0] ?? { decisions: [] }), "bag");
    expect(
      precede(causes, [
        [3, 4],
        [8, 9],
        [8, 4],
      ]),
    ).toEqual([true, true, false]);
  });

  test("a queue passes on what has come in, and again what was given back", () => {
    const nack = b.reply("w", "q", { attributes: { settle: "nack" } });
    const drafts = [
      b.send("a", "q"),
      b.send("b", "q"),
      b.send("q", "w"),
      b.send("q", "w"),
      nack,
      b.send("q", "w"),
    ];
    const causes = causesIn(drafts, { kinds: { q: "queue" } }, "bag");
    expect(
      precede(causes, [
        [1, 4],
        [3, 4],
        [3, 6],
        [4, 6],
        [9, 10],
      ]),
    ).toEqual([true, false, true, false, true]);
    const sorted = causesIn(drafts, { kinds: { q: "queue" } }, "mailbox");
    expect(precede(sorted, [[4, 6]])).toEqual([false]);
  });

  test("a queue with an order keeps it, per key, and with one consumer without", () => {
    const put = (key?: string) => b.send("a", "q", key === undefined ? {} : { attributes: { key } });
    const take = b.send("q", "w");
    const firstBeforeSecond = (keys: readonly (string | undefined)[], consumers: number): boolean => {
      const attributes = { q: { order: "fifo", consumers: { low: 1, high: consumers } } } as const;
      const words = { kinds: { q: "queue" }, attributes } as const;
      return causesIn([...keys.map(put), take, take], words).precedes(4, 6);
    };
    expect(firstBeforeSecond([undefined, undefined], 1)).toBe(true);
    expect(firstBeforeSecond([undefined, undefined], 2)).toBe(false);
    expect(firstBeforeSecond(["k", "k"], 2)).toBe(true);
    expect(firstBeforeSecond(["k", "l"], 1)).toBe(false);
  });
});

describe("circles", () => {
  const told = (drafts: readonly b.Draft[], words: b.FlowWords = {}): readonly string[] =>
    circlesOf(causesIn(drafts, words)).map(({ steps }) =>
      steps.map(({ event, why }) => `${event} ${why}`).join(", "),
    );

  test("none in a flow that can run", () => {
    expect(told([b.call("a", "b"), b.reply("b", "a")])).toEqual([]);
  });

  test("an await above what its arrival needs", () => {
    const request = [b.send("a", "b", { callback: ["x"] }), b.awaits("a", "x")];
    const later = [b.send("a", "c"), b.send("c", "a", { resolves: ["x"] })];
    expect(told([...request, ...later])).toEqual(["2 await, 6 flight, 5 lifeline, 4 flight, 3 lifeline"]);
    expect(told([...request, ...later.toReversed()])).toEqual([]);
  });

  test("a callback into a caller that handles nothing while it waits", () => {
    const drafts = [b.call("a", "b"), b.call("b", "a"), b.reply("a", "b"), b.reply("b", "a")];
    expect(told(drafts)).toEqual([]);
    expect(told(drafts, { kinds: { a: "worker" } })).toEqual([
      "3 reply, 7 flight, 6 lifeline, 5 flight, 4 lifeline",
    ]);
    expect(told(drafts, { kinds: { a: "worker" }, attributes: { a: { reentrant: true } } })).toEqual([]);
  });

  test("every event that never happens needs one", () => {
    fc.assert(
      fc.property(smallFlows, ({ drafts, words }) => {
        const causes = causesIn(drafts, words);
        expect(circlesOf(causes).length > 0).toBe(causes.never.length > 0);
        for (const { steps } of circlesOf(causes))
          for (const { event } of steps) expect(causes.never).toContain(event);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

test("a schedule shows the callback before the reply", () => {
  const drafts = [
    b.call("shop", "pay", { callback: ["x"] }),
    b.reply("pay", "shop"),
    b.stored("x"),
    b.send("pay", "shop", { resolves: ["x"] }),
  ];
  const causes = causesIn(drafts);
  expect(scheduleOf(causes, 4, 6)).toEqual([0, 1, 2, 5, 6, 3, 4]);
  expect(scheduleOf(causes, 0, 6)).toBeUndefined();
});
