import { expect, test } from "vitest";
import type { Load } from "../../src/check/loads.ts";
import { waitingOf } from "../../src/check/waiting-lines.ts";

const loadOf = (share: number, count: number): Load => ({
  participant: 0,
  sources: [],
  arrives: share * count * 10,
  servers: [],
  count,
  fastest: count * 10,
  usual: count * 10,
});

/** From the sum over all states of the birth-death process, cut off where nothing is left: no formula of Erlang's. */
const byStates = (share: number, servers: number): number => {
  let weight = 1;
  let [all, waiting] = [1, 0];
  for (let inside = 1; inside < 20_000; inside++) {
    weight *= (share * servers) / Math.min(inside, servers);
    all += weight;
    waiting += weight * Math.max(0, inside - servers);
  }
  return waiting / all;
};

test.each([
  [0.5, 1],
  [0.8, 1],
  [0.95, 1],
  [0.75, 2],
  [0.9, 4],
  [0.6, 30],
  [0.99, 12],
])("busy %d of the time, %d servers let as many wait as the states say", (share, servers) => {
  const waiting = waitingOf(loadOf(share, servers));
  expect(waiting?.count).toBeCloseTo(byStates(share, servers), 6);
  // Little's law.
  expect(waiting?.time).toBeCloseTo((1000 * byStates(share, servers)) / (share * servers * 10), 6);
});

test("where as much comes in as is worked off there is no average", () => {
  expect(waitingOf(loadOf(1, 3))).toBeUndefined();
  expect(waitingOf(loadOf(1.5, 3))).toBeUndefined();
});
