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

const message: fc.Arbitrary<Write> = fc
  .record({
    a: spot,
    b: spot,
    label,
    arrow: fc.constantFrom("->", "~>", "<-", "<~", "<->", "--"),
    extra: fc.constantFrom(
      "",
      " { latency: 50ms..3s }",
      " { timeout: 5s }",
      " { retry: 3 backoff 1s..60s }",
      " { tooltip: more }",
      " { style.stroke: red }",
    ),
  })
  .map(({ a, b, label: text, arrow, extra }) => (keys) => {
    const waits = arrow.includes("-") && arrow !== "--";
    const allowed =
      arrow === "--" || (arrow !== "~>" && arrow !== "<~" && !waits)
        ? extra.replace(/ \{ (latency|timeout|retry).*/, "")
        : extra;
    return [`${pick(keys, a)} ${arrow} ${pick(keys, b)}: ${text}${allowed}`];
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
    settle: fc.constantFrom("await", "before", "on", "detach", "cancel"),
    rejects: fc.boolean(),
  })
  .map(({ a, b, settle, rejects }) => (keys, fresh) => {
    const name = `done${fresh()}`;
    const [owner, other] = [pick(keys, a), pick(keys, b + a + 1)];
    const ask = `${owner} ~> ${other}: work { callback: ${name} }`;
    const arrive = `${other} ~> ${owner}: finished { ${rejects ? "rejects" : "resolves"}: ${name} }`;
    if (settle === "before") return [ask, `await: ${name} { timeout: 30s }`, arrive];
    if (settle === "on") return [ask, arrive, `on: ${name} {`, `  ${owner} -> ${owner}: carry on`, "}"];
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
      "stored",
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
      case "stored":
        return [];
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
    })
    .map(({ head: [open, next], first, second, both }) => (keys, fresh, depth) => {
      const body = (steps: readonly Write[]): readonly string[] =>
        depth > 3
          ? [`${keys[0]} -> ${keys[0]}: deep`]
          : steps.flatMap((write) => write(keys, fresh, depth + 1)).map((line) => `  ${line}`);
      return [`${open} {`, ...body(first), ...(next && both ? [next, ...body(second)] : []), "}"];
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

/** Flows of one to seven participants and up to fourteen statements, nested four deep at most. */
export const flowTexts: fc.Arbitrary<FlowText> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 7 }),
    labels: fc.array(label, { minLength: 7, maxLength: 7 }),
    steps: fc.array(statement, { minLength: 1, maxLength: 14 }),
    title: fc.boolean(),
    numbering: fc.boolean(),
    boundary: fc.boolean(),
  })
  .map(({ kinds: chosen, labels, steps, title, numbering, boundary }) => {
    const participants = chosen.map((_, at) => `p${at}`);
    let count = 0;
    const declared = chosen.map((kind, at) => `p${at}: ${labels[at]} { kind: ${kind} }`);
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
    const body = steps.flatMap((write) => write(participants, () => ++count, 0));
    return {
      participants,
      text: `${[...(title ? ["title: A flow"] : []), ...(numbering ? ["config: { numbering: true }"] : []), ...held, ...body].join("\n")}\n`,
    };
  });
