import fc from "fast-check";
import type { TimeRange } from "../../src/language/value-types.ts";
import type * as b from "./build-flow.ts";
import { wait } from "./build-flow.ts";
import { type SmallFlow, smallFlows } from "./small-flows.ts";

const range: fc.Arbitrary<TimeRange> = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 10 }))
  .map(([low, more]) => ({ low, high: low + more }));

/** Small flows with latencies, service times, waits, timeouts and lifetimes; some keep no time at all. */
export const timedFlows: fc.Arbitrary<SmallFlow> = fc
  .record({
    flow: smallFlows,
    latencies: fc.array(fc.option(range), { minLength: 12, maxLength: 12 }),
    takes: fc.array(fc.option(range), { minLength: 3, maxLength: 3 }),
    limits: fc.array(fc.option(fc.nat({ max: 60 })), { minLength: 12, maxLength: 12 }),
    pauses: fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 2 }), fc.nat({ max: 9 })), { maxLength: 2 }),
  })
  .map(({ flow, latencies, takes, limits, pauses }) => {
    let index = 0;
    const timed = (draft: b.Draft): b.Draft => {
      const place = index++ % 12;
      if (draft.is === "fragment")
        return {
          ...draft,
          operands: draft.operands.map((operand) => ({ ...operand, body: operand.body.map(timed) })),
        };
      const limit = limits[place] ?? undefined;
      if (draft.is === "await") return limit === undefined ? draft : { ...draft, timeout: limit };
      if (draft.is !== "message") return draft;
      const latency = latencies[place] ?? undefined;
      const waits = draft.kind === "call" || draft.words.callback !== undefined;
      const attributes = {
        ...draft.words.attributes,
        ...(latency === undefined ? {} : { latency }),
        ...(limit === undefined ? {} : waits ? { timeout: limit } : place % 4 === 0 ? { ttl: limit } : {}),
      };
      return { ...draft, words: { ...draft.words, attributes } };
    };
    const drafts = flow.drafts.map(timed);
    for (const [place, who, duration] of pauses) drafts.splice(place, 0, wait(duration, "abc"[who] ?? "a"));
    const participants = Object.fromEntries(
      ["a", "b", "c"].flatMap((name, who) => {
        const time = takes[who] ?? undefined;
        return time === undefined ? [] : [[name, { takes: time }]];
      }),
    );
    return { drafts, words: { ...flow.words, attributes: { ...flow.words.attributes, ...participants } } };
  });
