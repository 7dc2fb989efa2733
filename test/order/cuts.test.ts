import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Causes, causesOf } from "../../src/order/causes.ts";
import {
  type Cut,
  earliestCut,
  happenedAt,
  isConsistent,
  linesOf,
  situationAt,
} from "../../src/order/cuts.ts";
import { order } from "../../src/order/order.ts";
import { eventsOf } from "../../src/order/path-events.ts";
import * as b from "./build-flow.ts";
import { type Channels, runAll } from "./oracle.ts";
import { smallFlows } from "./small-flows.ts";

const causesIn = (
  drafts: readonly b.Draft[],
  words: b.FlowWords = {},
  channels: Channels = "declared",
): Causes => causesOf(eventsOf(order(b.buildFlow(drafts, words)), { decisions: [] }), channels);

/** All cuts of a path. */
const allCuts = (causes: Causes): readonly Cut[] =>
  linesOf(causes.events).reduce<readonly Cut[]>(
    (cuts, line) => cuts.flatMap((cut) => [...line.keys(), line.length].map((place) => [...cut, place])),
    [[]],
  );

const maskAt = ({ events }: Causes, cut: Cut): number =>
  [...happenedAt(events, cut)].reduce((mask, event) => mask | (1 << event), 0);

describe("agrees with the enumeration of all states", () => {
  test.each(["bag", "key", "fifo", "declared"] as const)(
    "%s: which cuts executions reach, and the earliest",
    (channels) => {
      fc.assert(
        fc.property(smallFlows, fc.nat(), fc.nat(), ({ drafts, words }, some, other) => {
          const causes = causesIn(drafts, words, channels);
          const { states } = runAll(causes.events.order.flow, channels);
          const cuts = allCuts(causes);
          const reached = cuts.filter((cut) => states.has(maskAt(causes, cut)));
          expect(cuts.filter((cut) => isConsistent(causes, cut))).toEqual(reached);

          const count = causes.events.list.length;
          const wanted = [some % count, other % count];
          const containing = reached.filter((cut) =>
            wanted.every((event) => happenedAt(causes.events, cut).has(event)),
          );
          const earliest = earliestCut(causes, wanted);
          if (earliest === undefined) expect(containing).toEqual([]);
          else if (causes.needs.every(({ oneOf }) => oneOf.length === 0))
            for (const cut of containing)
              for (const [lifeline, place] of cut.entries())
                expect(earliest[lifeline]).toBeLessThanOrEqual(place);
        }),
        { numRuns: 500, seed: 1 },
      );
    },
  );

  test("what is in flight, and what waits in the queue", () => {
    fc.assert(
      fc.property(smallFlows, ({ drafts, words }) => {
        const causes = causesIn(drafts, words);
        const { events } = causes;
        const { flow, occurrences } = events.order;
        for (const cut of allCuts(causes).filter((each) => isConsistent(causes, each))) {
          const { flying, lanes } = situationAt(events, cut);
          const happened = happenedAt(events, cut);
          const find = (kind: string, message: number): boolean =>
            events.list.some(({ index, occurrence }) => {
              const each = occurrences[occurrence];
              return happened.has(index) && each?.kind === kind && each.message === message;
            });
          const between = flow.messages.filter(({ index }) => find("send", index) && !find("receipt", index));
          expect(flying.map(({ message }) => message)).toEqual(between.map(({ index }) => index));
          const queue = flow.participants.findIndex(({ kind }) => kind === "queue");
          const put = flow.messages.filter(({ to }) => to === queue);
          const taken = flow.messages.filter(({ from }) => from === queue);
          const waiting = put.filter(
            ({ index }, place) => find("receipt", index) && !find("send", taken[place]?.index ?? -1),
          );
          expect(lanes[0]?.waiting.map(({ message }) => message)).toEqual(waiting.map(({ index }) => index));
        }
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

describe("the earliest cut", () => {
  const at = (drafts: readonly b.Draft[], event: number, words: b.FlowWords = {}): Cut | undefined =>
    earliestCut(causesIn(drafts, words), [event]);

  test.each<[string, readonly b.Draft[], number, Cut | undefined]>([
    ["has what stands above", [b.send("a", "b"), b.send("a", "b")], 2, [2, 0]],
    ["has what it needs", [b.send("a", "b"), b.send("b", "c")], 3, [1, 2, 1]],
    [
      "has the first arrival that is enough",
      [
        b.send("a", "b", { callback: ["x"] }),
        b.send("a", "c", { callback: ["y"] }),
        b.awaits("a", ["x", "y"], { any: true }),
        b.send("c", "a", { resolves: ["y"] }),
        b.send("b", "a", { resolves: ["x"] }),
      ],
      4,
      [5, 2, 2],
    ],
    [
      "does not exist for what never happens",
      [
        b.send("a", "b", { callback: ["x"] }),
        b.awaits("a", "x"),
        b.send("a", "b"),
        b.send("b", "a", { resolves: ["x"] }),
      ],
      5,
      undefined,
    ],
  ])("%s", (_, drafts, event, expected) => {
    const cut = at(drafts, event);
    expect(cut).toEqual(expected);
  });
});

describe("what is under way", () => {
  const messagesAt = (
    drafts: readonly b.Draft[],
    cut: Cut,
    words: b.FlowWords = {},
  ): readonly (readonly number[])[] => {
    const { flying, lanes } = situationAt(causesIn(drafts, words).events, cut);
    return [flying, ...lanes.map(({ waiting }) => waiting)].map((list) => list.map(({ message }) => message));
  };

  test("not what is lost or leaves the picture, but what is in flight to its end", () => {
    const drafts = [
      b.send("a", "b", { attributes: { lost: true } }),
      b.send("a", "()"),
      b.send("a", "b", { attributes: { "in-flight": true } }),
    ];
    expect(messagesAt(drafts, [3, 0])).toEqual([[2]]);
  });

  test("the answer of an exchange", () => {
    expect(messagesAt([b.exchange("a", "b")], [1, 2])).toEqual([[0]]);
  });

  test("what was given back waits again, and what was given back too often waits elsewhere", () => {
    const words = {
      kinds: { q: "queue", dead: "queue" },
      attributes: { q: { "max-receives": 2, "dead-letter": 1 } },
    } as const;
    const nack = b.reply("w", "q", { attributes: { settle: "nack" } });
    const drafts = [b.send("a", "q"), b.send("q", "w"), nack, b.send("q", "w"), nack];
    expect(messagesAt(drafts, [3, 0, 1, 2], words)).toEqual([[], [0], []]);
    expect(messagesAt(drafts, [4, 0, 1, 2], words)).toEqual([[3], [], []]);
    expect(messagesAt(drafts, [5, 0, 1, 4], words)).toEqual([[], [], [0]]);
  });
});
