import fc from "fast-check";
import * as b from "./build-flow.ts";

const who = fc.constantFrom("a", "b", "c");
const anyone = fc.constantFrom("a", "b", "c", "q", "t", "()");
const callback = fc.constantFrom("x", "y", "z");
const id = fc.constantFrom("m", "n");
const time = fc.nat({ max: 50 });
const range = fc.tuple(time, time).map(([low, more]) => ({ low, high: low + more }));

const attributes = fc.record(
  {
    lost: fc.boolean(),
    duplicate: fc.boolean(),
    "in-flight": fc.boolean(),
    creates: fc.boolean(),
    latency: range,
    timeout: time,
    ttl: time,
    key: fc.constantFrom("k", "l"),
    settle: fc.constantFrom("ack", "nack"),
  },
  { requiredKeys: [] },
);

const words: fc.Arbitrary<b.MessageWords> = fc.record(
  {
    id,
    of: id,
    label: fc.constantFrom("p", "q"),
    callback: callback.map((each) => [each]),
    resolves: callback.map((each) => [each]),
    rejects: callback.map((each) => [each]),
    carries: callback.map((each) => [each]),
    fromSpan: fc.constantFrom("s", "s.t"),
    toSpan: fc.constantFrom("s", "s.t"),
    attributes,
  },
  { requiredKeys: [] },
);

const message = (write: typeof b.send): fc.Arbitrary<b.Draft> =>
  fc
    .tuple(anyone, anyone, words)
    .map(([from, to, said]) => write(from, to, from === "()" && to === "()" ? {} : said));

const statement: fc.Arbitrary<b.Draft> = fc.oneof(
  { weight: 6, arbitrary: message(b.send) },
  { weight: 4, arbitrary: message(b.call) },
  { weight: 4, arbitrary: message(b.reply) },
  { weight: 1, arbitrary: message(b.exchange) },
  { weight: 1, arbitrary: message(b.associate) },
  fc
    .tuple(who, fc.uniqueArray(who, { minLength: 1 }), words)
    .map(([from, to, said]) => b.send(from, to, said)),
  fc
    .tuple(who, fc.uniqueArray(callback, { minLength: 1 }), fc.boolean(), fc.option(time))
    .map(([by, names, any, timeout]) => b.awaits(by, names, timeout === null ? { any } : { any, timeout })),
  callback.map((each) => b.cancel(each)),
  callback.map((each) => b.detach(each)),
  callback.map((each) => b.stored(each)),
  id.map((each) => b.arrive(each)),
  fc.tuple(time, fc.uniqueArray(who)).map(([duration, whom]) => b.wait(duration, ...whom)),
  who.map((each) => b.create(each)),
  who.map((each) => b.destroy(each)),
);

const { body } = fc.letrec<{ body: readonly b.Draft[]; draft: b.Draft }>((tie) => {
  const inner = tie("body");
  return {
    body: fc.array(tie("draft"), { maxLength: 5 }),
    draft: fc.oneof(
      { depthSize: "small" },
      { weight: 6, arbitrary: statement },
      fc
        .tuple(inner, inner, fc.constantFrom("g", "h", ""))
        .map(([one, other, label]) => b.alt({ label, body: one }, other)),
      inner.map((one) => b.opt(one)),
      fc.tuple(inner, inner).map(([one, other]) => b.par(one, other)),
      inner.map((one) => b.group(one)),
      inner.map((one) => b.breaking(one)),
      fc
        .tuple(inner, fc.option(time))
        .map(([one, every]) =>
          b.framed("loop", { rounds: { low: 0, high: null, ...(every === null ? {} : { every }) } }, one),
        ),
      fc
        .tuple(inner, inner)
        .map(([one, other]) => b.framed("retry", { rounds: { low: 1, high: 3 } }, one, other)),
      fc
        .tuple(
          callback,
          fc.constantFrom<"arrival" | "rejected" | "timeout" | "late">(
            "arrival",
            "rejected",
            "timeout",
            "late",
          ),
          inner,
        )
        .map(([each, arm, one]) => b.on(each, arm, ...one)),
    ),
  };
});

/** Flows of everything the language has, put together without sense. */
export const messyFlows = fc.record({
  drafts: body,
  words: fc.constant<b.FlowWords>({
    kinds: { a: "service", b: "worker", c: "person", q: "queue", t: "topic", dead: "queue" },
    attributes: {
      q: { capacity: 2, overflow: "drop-old", "max-receives": 2, "dead-letter": 5, order: "fifo" },
      b: { takes: { low: 1, high: 9 } },
    },
  }),
});
