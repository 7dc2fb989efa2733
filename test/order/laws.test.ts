import fc from "fast-check";
import { expect, test } from "vitest";
import { hasBit } from "../../src/order/bits.ts";
import { type Causes, causesOf } from "../../src/order/causes.ts";
import type { ChannelOrder } from "../../src/order/channels.ts";
import { circlesOf } from "../../src/order/circles.ts";
import { earliestCut, happenedAt, isConsistent, situationAt } from "../../src/order/cuts.ts";
import { type Order, order } from "../../src/order/order.ts";
import { eventsOf, type PathEvents } from "../../src/order/path-events.ts";
import { pathsOf } from "../../src/order/paths.ts";
import { predecessors } from "../../src/order/predecessors.ts";
import { waitingAfter } from "../../src/order/queues.ts";
import { racesOf } from "../../src/order/races.ts";
import { beginningOf, scheduleOf } from "../../src/order/schedule.ts";
import { isLimit } from "../../src/order/time-solution.ts";
import { timesOf } from "../../src/order/times.ts";
import * as b from "./build-flow.ts";
import { messyFlows } from "./messy-flows.ts";

const law = (runs: number, holds: (found: Order) => void): void => {
  fc.assert(
    fc.property(messyFlows, ({ drafts, words }) => holds(order(b.buildFlow(drafts, words)))),
    { numRuns: runs, seed: 1 },
  );
};

const eachPath = (found: Order, look: (events: PathEvents) => void): void => {
  for (const path of pathsOf(found, 16).list) look(eventsOf(found, path));
};

test("executions keep to their lifeline, and open ones stand side by side", () => {
  law(400, ({ executions, executionOf, occurrences }) => {
    const end = (each: (typeof executions)[number]): number => each.end ?? occurrences.length;
    for (const each of executions) {
      expect(occurrences[each.start]?.lifeline).toBe(each.lifeline);
      expect(end(each)).toBeGreaterThanOrEqual(each.start);
      const rivals = executions.filter(
        (other) => other !== each && other.lifeline === each.lifeline && other.level === each.level,
      );
      for (const other of rivals) expect(other.start > end(each) || end(other) < each.start).toBe(true);
    }
    for (const [index, execution] of executionOf.entries())
      if (execution >= 0) expect(executions[execution]?.lifeline).toBe(occurrences[index]?.lifeline);
  });
});

test("waits end below where they begin, and contents are what came in and has not left", () => {
  law(400, ({ waits, lanes, occurrences }) => {
    for (const { start, end, lifeline, level } of waits) {
      expect(end ?? occurrences.length).toBeGreaterThanOrEqual(start);
      expect(lifeline).toBeGreaterThanOrEqual(0);
      expect(level).toBeGreaterThanOrEqual(0);
    }
    for (const lane of lanes)
      for (const [change, { count }] of lane.changes.entries())
        expect(waitingAfter(lane, change)).toHaveLength(count);
  });
});

test("rows depend on rows above only", () => {
  law(300, (found) => {
    const { rows, into, rowOf } = predecessors(found);
    for (const row of rows)
      for (const { from, to } of into[row] ?? []) expect([from < to, to]).toEqual([true, row]);
    expect(rowOf.every((row) => rows.includes(row))).toBe(true);
  });
});

test("the causal order is closed, and every race has a schedule that keeps all needs", () => {
  const schedule = ({ events, needs, precedes }: Causes, list: readonly number[]): void => {
    for (const [place, event] of list.entries()) {
      const done = new Set(list.slice(0, place));
      const missing = [...events.list.keys()].filter((other) => precedes(other, event) && !done.has(other));
      const unmet = (needs[event]?.oneOf ?? []).filter((group) => !group.some((each) => done.has(each)));
      expect([...missing, ...unmet]).toEqual([]);
    }
  };
  law(120, (found) =>
    eachPath(found, (events) => {
      const causes = causesOf(events);
      const { past, precedes, never } = causes;
      expect(circlesOf(causes).length > 0).toBe(never.length > 0);
      const indices = events.list.map(({ index }) => index);
      const isClosed = (event: number): boolean =>
        indices
          .filter((other) => precedes(other, event))
          .every((other) =>
            indices.every((before) => !precedes(before, other) || hasBit(past, event, before)),
          );
      expect(indices.filter((event) => !isClosed(event))).toEqual([]);
      for (const { first, second } of racesOf(causes, true)) {
        const found = scheduleOf(causes, first, second);
        expect(found).toBeDefined();
        schedule(causes, found ?? []);
      }
      for (const { index } of events.list) {
        const found = beginningOf(causes, [index]);
        if (never.includes(index)) expect(found).toBeUndefined();
        expect(found?.includes(index) ?? true).toBe(true);
        schedule(causes, found ?? []);
      }
    }),
  );
});

test("the earliest cut with an event is consistent and has it", () => {
  law(60, (found) =>
    eachPath(found, (events) => {
      const causes = causesOf(events);
      for (const { index, occurrence } of events.list) {
        if ((found.occurrences[occurrence]?.lifeline ?? -1) < 0) continue;
        const cut = earliestCut(causes, [index]);
        if (cut === undefined) continue;
        expect(happenedAt(events, cut)).toContain(index);
        expect(isConsistent(causes, cut)).toBe(true);
        expect(situationAt(events, cut).lanes).toHaveLength(3);
      }
    }),
  );
});

test("nothing is later than the latest, nor earlier than the earliest where no limit makes anyone wait", () => {
  law(300, (found) =>
    eachPath(found, (events) => {
      const { early, late, most, slack, conflict, network } = timesOf(events);
      expect(conflict?.excess ?? 1).toBeGreaterThan(0);
      const isFree = !network.links.some(isLimit);
      for (const [event, time] of late.entries()) {
        expect(time).toBeLessThanOrEqual(most[event] ?? -1);
        if (isFree) expect(early[event]).toBeLessThanOrEqual(time);
        expect(slack[event]).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("the stronger the order of channels, the fewer the races", () => {
  const racesIn = (events: PathEvents, channels: ChannelOrder): ReadonlySet<string> =>
    new Set(racesOf(causesOf(events, channels), true).map(({ first, second }) => `${first} ${second}`));
  let fewer = 0;
  law(80, (found) =>
    eachPath(found, (events) => {
      const [bag, fifo, mailbox] = (["bag", "fifo", "mailbox"] as const).map((order) =>
        racesIn(events, order),
      );
      const [keyed, declared] = (["key", "declared"] as const).map((order) => racesIn(events, order));
      const within = (some: ReadonlySet<string> = new Set(), all: ReadonlySet<string> = new Set()): void => {
        expect([...some].filter((race) => !all.has(race))).toEqual([]);
        if (some.size < all.size) fewer++;
      };
      within(mailbox, fifo);
      within(fifo, declared);
      within(declared, bag);
      within(fifo, keyed);
      within(keyed, bag);
    }),
  );
  expect(fewer).toBeGreaterThan(20);
});
