import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Causes, causesOf } from "../../src/order/causes.ts";
import { circlesOf } from "../../src/order/circles.ts";
import { order } from "../../src/order/order.ts";
import { eventsOf } from "../../src/order/path-events.ts";
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

void [circlesOf, causesIn];
