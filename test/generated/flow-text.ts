import fc from "fast-check";

/** Texts of flows that compile: every construct of the language that has a place in a picture, freely nested. */
export interface FlowText {
  readonly text: string;
  readonly participants: readonly string[];
}

const kinds = [
  "service",
  "person",
  "worker",
  "queue",
  "topic",
  "store",
  "cache",
  "scheduler",
  "external",
] as const;
const words = [
  "charge",
  "order.created",
  "reserve stock",
  "POST /v1/orders",
  "OK",
  "a rather long label that has to be wrapped somewhere",
  "größer",
  "確認",
  "x",
  "PaymentServiceClient",
];

/** A statement, given the keys of the participants and a supply of fresh names. */
type Write = (keys: readonly string[], fresh: () => number, depth: number) => readonly string[];

const pick = (keys: readonly string[], at: number): string => keys[at % keys.length] as string;
const label = fc.constantFrom(...words);
const spot = fc.nat(20);

/** Attributes that any message may have, that messages in time may have, and that only those may have that ask. */
const ofAny = [
  "tooltip: more",
  "link: https://example.org/x",
  "style.stroke: red",
  "class: loud",
  "source-arrowhead: 1",
  "target-arrowhead: many { shape: diamond }",
  "label: said otherwise",
];
const ofDated = ["latency: 50ms..3s", "correlation: order", "delivery: at-most-once", "idempotent: true"];
const ofAsking = [
  ...["timeout: 5s", "retry: 3 backoff 1s..60s", "ttl: 5m", "rate: 10/s", "key: order-id", "effect: true"],
  "reply-to: p0",
];
const extrasOf: Readonly<Record<string, readonly string[]>> = {
  "--": ofAny,
  "->": [...ofAny, ...ofDated, ...ofAsking],
  "<-": [...ofAny, ...ofDated, ...ofAsking],
  "<->": [...ofAny, ...ofDated, ...ofAsking, "failure: true"],
  "~>": [...ofAny, ...ofDated, ...ofAsking, "failure: true", "duplicate: true"],
  "<~": [...ofAny, ...ofDated, ...ofAsking, "failure: true"],
};

const message: fc.Arbitrary<Write> = fc
  .record({
    a: spot,
    b: spot,
    label,
    arrow: fc.constantFrom("->", "~>", "<-", "<~", "<->", "--"),
    extras: fc.array(fc.nat(30), { maxLength: 2 }),
  })
  .map(({ a, b, label: text, arrow, extras }) => (keys) => {
    const all = extrasOf[arrow] ?? [];
    const chosen = [...new Set(extras.map((at) => all[at] ?? ""))].filter(Boolean);
    const map = chosen.length > 0 ? ` { ${chosen.join("; ")} }` : "";
    return [`${pick(keys, a)} ${arrow} ${pick(keys, b)}: ${text}${map}`];
  });

const conversation: fc.Arbitrary<Write> = fc
  .record({ a: spot, b: spot, label, inner: fc.boolean(), failure: fc.boolean() })
  .map(({ a, b, label: text, inner, failure }) => (keys) => {
    const [caller, callee] = [pick(keys, a), pick(keys, b + a + 1)];
    if (caller === callee) return [`${caller} -> ${callee}: ${text}`];
    return [
      `${caller} -> ${callee}: ${text}`,
      ...(inner ? [`${callee} -> ${callee}: think`] : []),
      `${callee} --> ${caller}: done${failure ? " { failure: true }" : ""}`,
    ];
  });

const callback: fc.Arbitrary<Write> = fc
  .record({
    a: spot,
    b: spot,
    settle: fc.constantFrom(
      "await",
      "before",
      "on",
      "armed",
      "detach",
      "cancel",
      "stored",
      "any",
      "stream",
      "carries",
    ),
    rejects: fc.boolean(),
  })
  .map(({ a, b, settle, rejects }) => (keys, fresh) => {
    const name = `done${fresh()}`;
    const [owner, other] = [pick(keys, a), pick(keys, b + a + 1)];
    const ask = `${owner} ~> ${other}: work { callback: ${name} }`;
    const arrive = `${other} ~> ${owner}: finished { ${rejects ? "rejects" : "resolves"}: ${name} }`;
    if (settle === "before") return [ask, `await: ${name} { timeout: 30s }`, arrive];
    if (settle === "on") return [ask, arrive, `on: ${name} {`, `  ${owner} -> ${owner}: carry on`, "}"];
    if (settle === "armed")
      return [
        ask,
        `await: ${name} { timeout: 5s; by: ${owner} }`,
        `on: ${name} timeout {`,
        `  ${owner} -> ${owner}: give up`,
        "}",
        `on: ${name} late {`,
        `  ${owner} -> ${owner}: too late`,
        "}",
        arrive,
        `on: ${name} rejected {`,
        `  ${owner} -> ${owner}: undo`,
        "}",
      ];
    if (settle === "stored") return [ask, `stored: ${name}`, arrive, `await: ${name}`];
    if (settle === "any") {
      const second = `done${fresh()}`;
      const askAgain = `${owner} ~> ${other}: and this { callback: ${second} }`;
      return [ask, askAgain, arrive, `await: [${name}; ${second}] { any: true }`];
    }
    if (settle === "stream")
      return [
        `${owner} ~> ${other}: subscribe { callback: ${name}; stream: ${name} }`,
        arrive,
        `await: ${name}`,
      ];
    if (settle === "carries")
      return [ask, `${other} ~> ${other}: hand on { carries: ${name} }`, arrive, `await: ${name}`];
    if (settle === "detach") return [ask, `detach: ${name} { reason: "read nightly" }`, arrive];
    if (settle === "cancel") return [ask, `cancel: ${name}`];
    return [ask, arrive, `await: ${name}`];
  });

const special: fc.Arbitrary<Write> = fc
  .record({
    a: spot,
    b: spot,
    what: fc.constantFrom(
      "fan",
      "found",
      "out",
      "lost",
      "late",
      "flight",
      "note",
      "over",
      "left",
      "right",
      "divider",
      "wait",
      "waitOn",
      "chain",
      "queue",
      "answer",
      "creates",
      "create",
      "arriveAt",
      "budget",
      "saga",
      "ref",
    ),
  })
  .map(({ a, b, what }) => (keys, fresh) => {
    const [one, two, three] = [pick(keys, a), pick(keys, b + a + 1), pick(keys, a + b + 2)];
    const others = [...new Set([two, three])].filter((key) => key !== one);
    switch (what) {
      case "fan":
        return others.length > 0 ? [`${one} ~> [${others.join("; ")}]: announce`] : [];
      case "found":
        return [`() ~> ${one}: a signal`];
      case "out":
        return [`${one} ~> (): a report`];
      case "lost":
        return one === two ? [] : [`${one} ~> ${two}: gone { lost: true }`];
      case "late": {
        if (one === two) return [];
        const id = `m${fresh()}`;
        return [`${one} ~> ${two}: slow { id: ${id} }`, `${two} ~> ${one}: quick`, `arrive: ${id}`];
      }
      case "flight":
        return one === two ? [] : [`${one} ~> ${two}: still under way { in-flight: true }`];
      case "note":
        return [`${one} ~> ${two}: noted`, "note: a remark about the message above"];
      case "over":
        return [`note: a remark over two of them { over: [${[...new Set([one, two])].join("; ")}] }`];
      case "left":
        return [`note: to the left of it { left: ${one} }`];
      case "right":
        return [`note: to the right of it { right: ${one} }`];
      case "divider":
        return ["divider: Next day"];
      case "wait":
        return ["wait: 5m"];
      case "waitOn":
        return [`wait: overnight { on: ${one} }`];
      case "chain":
        return [`${one} ~> ${two} ~> ${three}: pass it on`];
      case "queue": {
        const queue = `q${fresh()}`;
        const held = `${queue}m`;
        return [
          `${queue}dead: dead letters { kind: queue }`,
          `${queue}: jobs { kind: queue; capacity: 10; overflow: drop-old; retention: 4d; visibility: 30s; max-receives: 5; dead-letter: ${queue}dead; consumers: 1..4; order: fifo; delivery: at-least-once }`,
          `${one} ~> ${queue}: put { id: ${held}; key: k }`,
          `${queue} ~> ${two}: take { of: ${held} }`,
          `${two} --> ${queue}: done { settle: ${a % 2 ? "nack" : "ack"} }`,
        ];
      }
      case "answer": {
        if (one === two) return [];
        const call = `c${fresh()}`;
        return [
          `${one} -> ${two}: ask { id: ${call} }`,
          `${two} --> ${one}: told { of: ${call}; failure: true }`,
        ];
      }
      case "creates":
        return [`${one} ~> n${fresh()}: begin { creates: true }`];
      case "create": {
        const made = `n${fresh()}`;
        return [`create: ${made}`, `${one} -> ${made}: begin`];
      }
      case "arriveAt": {
        if (others.length < 2) return [];
        const id = `m${fresh()}`;
        return [
          `${one} ~> [${others.join("; ")}]: spread { id: ${id} }`,
          `arrive: ${id} { at: ${others[1]} }`,
          `arrive: ${id} { at: ${others[0]} }`,
        ];
      }
      case "budget": {
        const id = fresh();
        return [
          `${one} ~> ${two}: begin { id: f${id} }`,
          `${two} ~> ${one}: finish { id: t${id} }`,
          `budget: 300ms { from: f${id}; to: t${id} }`,
        ];
      }
      case "saga": {
        const id = fresh();
        return [
          "saga: Order {",
          `  ${one} -> ${two}: reserve { id: s${id}; effect: true }`,
          "  alt: paid {",
          `    ${one} -> ${two}: confirm`,
          "  } else: not paid {",
          "    failure: true",
          `    ${one} -> ${two}: release { compensates: s${id} }`,
          "  }",
          "}",
        ];
      }
      case "ref":
        return [`ref: Log-in { over: [${[...new Set([one, two])].join("; ")}]; link: login.svg }`];
    }
  });

const fragmentHeads = [
  ["alt: it is there", "} else: it is not {"],
  ["opt: cache miss"],
  ["loop: every 5s"],
  ["loop: 1..10 times"],
  ["retry: 3 times", "} else: exhausted {"],
  ["par:", "} and: by mail {"],
  ["critical: lock held"],
  ["break: on error"],
  ["group: Payment"],
  ["saga: Checkout"],
] as const;

const { statement } = fc.letrec<{ statement: Write; fragment: Write; steps: readonly Write[] }>((tie) => ({
  steps: fc.array(tie("statement"), { minLength: 1, maxLength: 4 }),
  fragment: fc
    .record({
      head: fc.constantFrom(...fragmentHeads),
      first: tie("steps"),
      second: tie("steps"),
      both: fc.boolean(),
      decided: fc.boolean(),
    })
    .map(({ head: [open, next], first, second, both, decided }) => (keys, fresh, depth) => {
      const isDecided = decided && /^(alt|opt|loop|break|retry)/.test(open);
      const body = (steps: readonly Write[]): readonly string[] =>
        depth > 3
          ? [`${keys[0]} -> ${keys[0]}: deep`]
          : steps.flatMap((write) => write(keys, fresh, depth + 1)).map((line) => `  ${line}`);
      const facts = isDecided ? ["  decided-by: p0", "  class: loud", "  tooltip: why"] : [];
      return [`${open} {`, ...facts, ...body(first), ...(next && both ? [next, ...body(second)] : []), "}"];
    }),
  statement: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: message },
    { weight: 4, arbitrary: conversation },
    { weight: 3, arbitrary: callback },
    { weight: 4, arbitrary: special },
    { weight: 3, arbitrary: tie("fragment") },
  ),
}));

/** Attributes of participants that work, and of those that hold messages. */
const ofProcess = [
  ...["takes: 20ms..50ms", "concurrency: 1..4", "idempotent: true", "dedupe: order-id", "outbox: true"],
  ...["reentrant: false", "inbox: dispatch", "icon: none", "tooltip: who", "link: https://example.org/p"],
  ...["shape: hexagon", "shape: oval", "style.fill: gold", "class: loud", "label: known as this"],
];
const ofChannel = [
  "capacity: 100",
  "retention: 4d",
  "overflow: block",
  "consumers: 2",
  "order: fifo",
  "icon: none",
];

/** What a whole text may say of itself. */
const configs = [
  "numbering: true",
  "activations: off",
  "activations: explicit",
  "theme: dark",
  "dark-theme: mono",
  "time: linear",
  "time: log",
  "view: sequence",
  "handled: reactive",
  "implicit-replies: true",
];
const heads = [
  "title: A flow",
  "description: What happens",
  "lang: de",
  "vars: { host: example.org }",
  "direction: right",
];

/** Flows of one to seven participants and up to fourteen statements, nested four deep at most. */
export const flowTexts: fc.Arbitrary<FlowText> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 7 }),
    labels: fc.array(label, { minLength: 7, maxLength: 7 }),
    facts: fc.array(fc.nat(40), { minLength: 7, maxLength: 7 }),
    steps: fc.array(statement, { minLength: 1, maxLength: 14 }),
    head: fc.option(fc.constantFrom(...heads)),
    config: fc.option(fc.constantFrom(...configs)),
    lifelines: fc.constantFrom("", "auto", "listed"),
    boundary: fc.boolean(),
    ends: fc.boolean(),
  })
  .map(({ kinds: chosen, labels, facts, steps, head, config, lifelines, boundary, ends }) => {
    const participants = chosen.map((_, at) => `p${at}`);
    let count = 0;
    const declared = chosen.map((kind, at) => {
      const all = kind === "queue" || kind === "topic" ? ofChannel : ofProcess;
      const fact = all[facts[at] ?? 0];
      return `p${at}: ${labels[at]} { kind: ${kind}${fact ? `; ${fact}` : ""} }`;
    });
    const held =
      boundary && declared.length > 2
        ? [
            declared[0],
            "b: A boundary {",
            "  kind: boundary",
            ...declared.slice(1, 3).map((line) => `  ${line}`),
            "}",
            ...declared.slice(3),
          ]
        : declared;
    const order = boundary ? participants : participants.toReversed();
    const body = steps.flatMap((write) => write(participants, () => ++count, 0));
    const lines = [
      "classes: { loud: { style.stroke: red } }",
      ...(head ? [head] : []),
      ...(config ? [`config: { ${config} }`] : []),
      ...(lifelines === "auto" ? ["lifelines: auto"] : []),
      ...(lifelines === "listed" ? [`lifelines: [${order.join("; ")}]`] : []),
      ...held,
      ...body,
      ...(ends ? [`destroy: ${participants[participants.length - 1]}`] : []),
    ];
    return { participants, text: `${lines.join("\n")}\n` };
  });
