/** A flow without a fault. */
export interface GoodFlow {
  readonly name: string;
  readonly text: string;
}

/** Numbers that look random and are the same in every run. */
const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

interface Piece {
  /** Declarations, which stand first. */
  readonly head: readonly string[];
  readonly body: readonly string[];
}

type Shape = (id: string, pick: <T>(...some: readonly T[]) => T) => Piece;

/** What systems are made of, each way in one piece; `id` keeps the names of several pieces apart. */
const shapes: Readonly<Record<string, Shape>> = {
  "an answer from outside": (id, pick) => ({
    head: [
      `shop${id}: Web shop`,
      `bank${id}: { kind: external; idempotent: true }`,
      `desk${id}: Clerk { kind: person }`,
    ],
    body: [
      `shop${id} ~> bank${id}: charge { callback: paid${id}; timeout: ${pick("20s", "30s", "1m")} }`,
      `bank${id} ~> shop${id}: charged { resolves: paid${id} }`,
      `await: paid${id}`,
      `shop${id} ~> desk${id}: paid`,
    ],
  }),
  "a job in a queue": (id, pick) => ({
    head: [
      `api${id}: API`,
      `jobs${id}: { kind: queue; capacity: 1000; visibility: 2m; max-receives: ${pick(3, 5)}; retention: 4d; consumers: 4; dead-letter: dead${id} }`,
      `worker${id}: { kind: worker; takes: ${pick("100ms", "50ms..150ms")}; dedupe: job id }`,
      `card${id}: Card network { kind: external }`,
      `dead${id}: { kind: queue; retention: 14d }`,
      `ops${id}: { kind: person }`,
    ],
    body: [
      `api${id} ~> jobs${id}: job { callback: done${id}; rate: ${pick("5/s", "10/s")} }`,
      `jobs${id} ~> worker${id}: job { latency: ${pick("10ms..1s", "50ms")} }`,
      `worker${id} -> card${id}: debit { effect: true; timeout: 5s }`,
      `card${id} --> worker${id}: ok`,
      `worker${id} --> jobs${id}: ack`,
      `worker${id} ~> api${id}: finished { resolves: done${id} }`,
      ...pick(
        [`await: done${id} { timeout: 10m }`],
        [`on: done${id} {`, `  api${id} -> api${id}: note`, "}"],
      ),
      `dead${id} ~> ops${id}: failed for good`,
    ],
  }),
  "calls inside calls": (id, pick) => ({
    head: [`app${id}: App`, `edge${id}: Edge`, `db${id}: { kind: store }`],
    body: [
      `app${id} -> edge${id}: get { id: asked${id}; timeout: 8s; latency: ${pick("10ms..50ms", "20ms")} }`,
      `edge${id} -> db${id}: look up { timeout: 1s; retry: ${pick(2, 3)} backoff 100ms..1s; effect: true; idempotent: true; latency: 5ms }`,
      `db${id} --> edge${id}: rows { latency: 5ms }`,
      `edge${id} --> app${id}: 200 { id: shown${id}; latency: 20ms..40ms }`,
      `budget: 500ms { from: asked${id}; to: shown${id} }`,
    ],
  }),
  "attempts with a way out": (id, pick) => ({
    head: [`hook${id}: Sender`, `far${id}: Receiver`, `crew${id}: { kind: person }`],
    body: [
      `retry: ${pick(3, 5)} times {`,
      `  hook${id} -> far${id}: deliver { effect: true; idempotent: true; timeout: 5s }`,
      `  far${id} --> hook${id}: taken`,
      "}",
      `hook${id} ~> crew${id}: report`,
    ],
  }),
  "a saga": (id) => ({
    head: [`trip${id}: Trips`, `hotel${id}: Hotels`, `plane${id}: Airline`, `guest${id}: { kind: person }`],
    body: [
      `saga: Trip {`,
      `  trip${id} -> hotel${id}: book room { id: room${id}; effect: true; timeout: 2s }`,
      `  hotel${id} --> trip${id}: booked`,
      `  trip${id} -> plane${id}: book seat { id: seat${id}; effect: true; timeout: 2s }`,
      `  plane${id} --> trip${id}: seat or none`,
      "  alt: no seat left {",
      "    failure: true",
      `    trip${id} -> hotel${id}: give back { compensates: room${id}; timeout: 2s }`,
      `    hotel${id} --> trip${id}: free again`,
      `    trip${id} ~> guest${id}: sorry`,
      "  } else: seat found {",
      `    trip${id} ~> guest${id}: booked`,
      "  }",
      "}",
    ],
  }),
  "a loop with feedback": (id) => ({
    head: [`meter${id}: Meter`, `log${id}: Log`],
    body: [
      "loop: until stopped {",
      `  meter${id} ~> log${id}: value { callback: taken${id} }`,
      `  log${id} ~> meter${id}: next { resolves: taken${id} }`,
      `  await: taken${id}`,
      "}",
    ],
  }),
  "a fan-in": (id, pick) => ({
    head: [`page${id}: Page`, `left${id}: Prices`, `right${id}: Stock`],
    body: [
      `page${id} ~> left${id}: price { callback: price${id}; timeout: 2s }`,
      `page${id} ~> right${id}: stock { callback: stock${id}; timeout: 2s }`,
      `left${id} ~> page${id}: 5 EUR { resolves: price${id} }`,
      `right${id} ~> page${id}: 3 left { resolves: stock${id} }`,
      `await: [price${id}; stock${id}]`,
      `page${id} -> page${id}: ${pick("show", "draw")}`,
    ],
  }),
  "an outbox": (id) => ({
    head: [
      `orders${id}: { outbox: true }`,
      `rows${id}: { kind: store }`,
      `bus${id}: { kind: topic }`,
      `mail${id}: { kind: worker; idempotent: true }`,
    ],
    body: [
      `() ~> orders${id}: place order`,
      `orders${id} -> rows${id}: save { effect: true; idempotent: true; timeout: 1s }`,
      `rows${id} --> orders${id}: saved`,
      `orders${id} ~> bus${id}: OrderPlaced`,
      `bus${id} ~> mail${id}: OrderPlaced`,
    ],
  }),
  "news in order": (id) => ({
    head: [`seller${id}: Seller`, `buyer${id}: Buyer`, `depot${id}: Depot`],
    body: [
      `seller${id} ~> depot${id}: order placed`,
      `depot${id} ~> buyer${id}: seen`,
      `buyer${id} ~> depot${id}: order cancelled`,
    ],
  }),
  "a queue that keeps order": (id) => ({
    head: [`till${id}: Till`, `line${id}: { kind: queue; order: fifo }`, `cook${id}: { kind: worker }`],
    body: [
      `till${id} ~> line${id}: ordered { key: table }`,
      `till${id} ~> line${id}: changed { key: table }`,
      `line${id} ~> cook${id}: ordered`,
      `line${id} ~> cook${id}: changed`,
    ],
  }),
  "a choice of one": (id, pick) => ({
    head: [`client${id}: Client`, `store${id}: Store`],
    body: [
      `alt: ${pick("changes its mind", "has no money")} {`,
      `  decided-by: client${id}`,
      `  client${id} ~> store${id}: cancel`,
      "} else: wants it {",
      `  client${id} ~> store${id}: go on`,
      `  store${id} ~> client${id}: shipped`,
      "}",
    ],
  }),
  "words that tell": (id) => ({
    head: [`desk${id}: Desk`, `runner${id}: Runner`, `door${id}: Door`],
    body: [
      "alt: in a hurry {",
      `  desk${id} ~> runner${id}: go fast`,
      `  runner${id} ~> door${id}: knock twice`,
      "} else: with time {",
      `  desk${id} ~> runner${id}: go slow`,
      `  runner${id} ~> door${id}: ring`,
      "}",
    ],
  }),
  "an answer after the reply": (id) => ({
    head: [`site${id}: { inbox: dispatch }`, `psp${id}: Payments`],
    body: [
      `site${id} -> site${id}: save an id of its own`,
      `site${id} -> psp${id}: pay { callback: settled${id}; timeout: 9s }`,
      `psp${id} --> site${id}: 202`,
      `psp${id} ~> site${id}: settled { resolves: settled${id} }`,
      `await: settled${id}`,
    ],
  }),
  "attempts that are told apart": (id) => ({
    head: [`probe${id}: Probe`, `sensor${id}: Sensor`],
    body: [
      "retry: 3 times {",
      `  probe${id} ~> sensor${id}: measure { callback: measured${id}; correlation: attempt }`,
      `  await: measured${id} { timeout: 1s }`,
      `  sensor${id} ~> probe${id}: value { resolves: measured${id}; correlation: attempt }`,
      "}",
    ],
  }),
  "a worker's call": (id) => ({
    head: [`agent${id}: { kind: worker }`, `hub${id}: Hub`],
    body: [
      `agent${id} -> hub${id}: start`,
      `hub${id} -> conf${id}: read settings`,
      `conf${id} --> hub${id}: settings`,
      `hub${id} --> agent${id}: started`,
    ],
  }),
  "a choice with answers": (id, pick) => ({
    head: [`gate${id}: Gate`, `list${id}: Guest list`],
    body: [
      `gate${id} -> list${id}: may enter { timeout: 2s }`,
      `alt: ${pick("on the list", "known")} {`,
      `  list${id} --> gate${id}: yes`,
      "} else: stranger {",
      `  list${id} --> gate${id}: no { failure: true }`,
      "}",
    ],
  }),
};

/** Each piece as a flow of its own. */
export const pieceFlows = (): readonly GoodFlow[] =>
  Object.entries(shapes).map(([name, shape]) => {
    const { head, body } = shape("A", (first) => first);
    return { name, text: `${[...head, ...body].join("\n")}\n` };
  });

/**
 * Good flows: two to four pieces one below the other, some of them in a group, side by side or optional.
 *
 * In: how many. Out: the same flows in every run.
 */
export const goodFlows = (count: number): readonly GoodFlow[] =>
  Array.from({ length: count }, (_, number) => {
    const below = numbersFrom(number + 1);
    const pick = <T>(...some: readonly T[]): T => some[below(some.length)] as T;
    const names = Object.keys(shapes);
    const pieces = Array.from({ length: 2 + below(3) }, (__, place) => {
      // Each shape comes first in its turn, so that none is missing.
      const name = place === 0 ? (names[number % names.length] ?? "") : pick(...names);
      return (shapes[name] as Shape)(String.fromCharCode(65 + place), pick);
    });
    const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
    const bodies = pieces.map(({ body }) => {
      const way = below(6);
      if (way === 0) return ["group: part {", ...indented(body), "}"];
      return way === 1 ? ["opt: wanted {", ...indented(body), "}"] : body;
    });
    const lines = [...pieces.flatMap(({ head }) => head), ...bodies.flat()];
    return { name: `generated ${number}`, text: `${lines.join("\n")}\n` };
  });
