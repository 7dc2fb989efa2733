import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

/** kind, from, to, label of every message. */
const told = (text: string) =>
  factsOf(text).messages.map(({ kind, from, to, label }) => [kind, from, to, label]);

describe("what is written and what it means", () => {
  const forms: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
    "a -> b: x": [["call", "a", "b", "x"]],
    "a --> b: x": [["reply", "a", "b", "x"]],
    "a ~> b: x": [["send", "a", "b", "x"]],
    "a <-> b: x": [["exchange", "a", "b", "x"]],
    "a -- b: x": [["association", "a", "b", "x"]],
    "a <- b: x": [["call", "b", "a", "x"]],
    "a <-- b: x": [["reply", "b", "a", "x"]],
    "a <~ b: x": [["send", "b", "a", "x"]],
    "a -> a: x": [["call", "a", "a", "x"]],
    "a ~> a": [["send", "a", "a", null]],
    "a -> b -> c: x": [
      ["call", "a", "b", "x"],
      ["call", "b", "c", "x"],
    ],
    "a -> b <~ c: x": [
      ["call", "a", "b", "x"],
      ["send", "c", "b", "x"],
    ],
    "bus ~> [a; b; c]: x": [
      ["send", "bus", "a", "x"],
      ["send", "bus", "b", "x"],
      ["send", "bus", "c", "x"],
    ],
    "[a; b] <~ bus: x": [
      ["send", "bus", "a", "x"],
      ["send", "bus", "b", "x"],
    ],
    "() ~> a: x": [["send", null, "a", "x"]],
    "a ~> (): x": [["send", "a", null, "x"]],
    'a -> b: x { label: "other" }': [["call", "a", "b", "other"]],
  };
  for (const [source, expected] of Object.entries(forms))
    test(source, () => expect(told(source)).toEqual(expected));
});

describe("which messages are one send", () => {
  const sends = (text: string) => factsOf(text).messages.map(({ sendId }) => sendId);
  test("every receiver of a list", () =>
    expect(sends("a -> b\nbus ~> [a; b]\nb -> a\n")).toEqual([0, 1, 1, 3]));
  test("every link of a chain is its own", () => expect(sends("a -> b -> c\n")).toEqual([0, 1]));
  test("a list is one step, a chain one for each link", () => {
    const { flow } = compiled("bus ~> [a; b]\na -> b -> c\n");
    expect(flow.body).toMatchObject([{ messages: [0, 1] }, { messages: [2] }, { messages: [3] }]);
  });
});

describe("spans and notes of D2", () => {
  test("a child at an end is an execution", () => {
    expect(factsOf("api.job -> store: save\nstore --> api.job.inner: ok\n").messages).toMatchObject([
      { from: "api", fromSpan: "job", to: "store", toSpan: null },
      { from: "store", fromSpan: null, to: "api", toSpan: "job.inner" },
    ]);
  });
  test("an execution may be named before it is used", () => {
    expect(factsOf("api: { job }\napi.job\napi.job -> store\n").messages).toHaveLength(1);
  });
  test("a quoted child that is no end is a note, each in its place", () => {
    const { flow } = compiled(
      'api -> db: x\napi."cache is cold"\napi -> db: y\napi."cache is cold": label\n',
    );
    expect(flow.body.map((step) => (step.kind === "note" ? step.label.text : step.kind))).toEqual([
      "message",
      "cache is cold",
      "message",
      "label",
    ]);
  });
  test("notes in a participant's map, quoted or with their word", () => {
    expect(factsOf('api: API { "is cold"; note: is warm }\napi -> db\n').notes).toMatchObject([
      { text: "is cold", over: ["api"], side: "over" },
      { text: "is warm", over: ["api"], side: "over" },
    ]);
  });
  test("a quoted child that is an end is an execution", () => {
    const { messages, notes } = factsOf('api."a job" -> db\napi."a job"\n');
    expect(messages).toMatchObject([{ fromSpan: "a job" }]);
    expect(notes).toEqual([]);
  });
});

describe("attributes", () => {
  test("typed, with places", () => {
    const text =
      "a ~> b: x { id: m; callback: [p; q]; stream: p; latency: 50ms..3s; timeout: 5s; rate: 10/m; retry: 3 backoff 1s..60s; key: k; effect: true }\n";
    const { flow } = compiled(text);
    const [message] = flow.messages;
    expect(message?.attributes).toMatchObject({
      id: "m",
      callback: ["p", "q"],
      latency: { low: 50, high: 3000 },
      timeout: 5000,
      rate: 10 / 60,
      retry: { attempts: 3, backoff: { low: 1000, high: 60_000 } },
      key: "k",
      effect: true,
    });
    expect(message?.asks.map(({ text: name }) => name)).toEqual(["p", "q"]);
    const span = message?.attributeSpans.latency;
    expect(span && text.slice(span.start, span.end)).toBe("50ms..3s");
    const names = message?.asks.map(({ span: place }) => text.slice(place.start, place.end));
    expect(names).toEqual(["p", "q"]);
  });
  test("by path", () => {
    expect(factsOf("a -> b: x { style.stroke: red; style.stroke-dash: 3 }\n").messages).toMatchObject([
      { style: { stroke: "red", "stroke-dash": 3 } },
    ]);
  });
  test("references to messages, before and after", () => {
    const text =
      "a ~> q: x { id: one }\na --> b: late { of: two }\nb -> a: y { id: two }\na -> b: undo { compensates: one }\n";
    expect(factsOf(text).messages.map(({ of, compensates }) => [of, compensates])).toEqual([
      [null, null],
      [2, null],
      [null, null],
      [null, 0],
    ]);
  });
  test("reply-to names a participant", () => {
    expect(
      factsOf("a ~> b: x { callback: c; reply-to: hook }\nb ~> hook: y { resolves: c }\n").messages,
    ).toMatchObject([{ attributes: { "reply-to": "hook" } }, {}]);
  });
});

describe("classes", () => {
  const classes =
    "classes: { slow: { style.stroke: red; style.bold: true; tooltip: careful }; big: { style.stroke: blue } }\n";
  test("give their values, the last one first, own ones over all", () => {
    expect(factsOf(`${classes}a -> b: x { class: [slow; big] }\n`).messages).toMatchObject([
      { classes: ["slow", "big"], style: { stroke: "blue", bold: true }, attributes: { tooltip: "careful" } },
    ]);
    expect(factsOf(`${classes}a -> b: x { class: slow; style.stroke: green }\n`).messages).toMatchObject([
      { style: { stroke: "green", bold: true } },
    ]);
  });
  test("give participants their shape, and so their kind", () => {
    expect(
      factsOf("classes: { disk: { shape: cylinder } }\na: { class: disk }\n").participants,
    ).toMatchObject([{ kind: "store", shape: "cylinder" }]);
  });
  test("give only what means something there", () => {
    expect(
      factsOf("classes: { disk: { shape: cylinder; style.fill: red } }\na -> b: x { class: disk }\n")
        .messages[0],
    ).toMatchObject({
      attributes: { class: ["disk"] },
      style: { fill: "red" },
    });
  });
});

describe("reports", () => {
  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "a callback on a reply": ["a --> b: x { callback: c }\n", ["misplaced-attribute [callback]"]],
    "an id on a chain": ["a -> b -> c: x { id: m }\n", ["misplaced-attribute [id]"]],
    "an attribute on a chain, once": ["a -> b -> c: x { tiemout: 5s }\n", ["unknown-attribute [tiemout]"]],
    "a wrong unit": ["a -> b: x { timeout: 5sec }\n", ["wrong-value [5sec]"]],
    "a range the wrong way": ["a ~> b: x { latency: 3s..1s }\n", ["wrong-value [3s..1s]"]],
    "a range where a duration belongs": ["a -> b: x { timeout: 1s..3s }\n", ["wrong-value [1s..3s]"]],
    "a callback of two words": ["a ~> b: x { callback: two words }\n", ["wrong-value [two words]"]],
    "a script as a link": [
      "a -> b: x { link: javascript:alert(1) }\n",
      ["wrong-value [javascript:alert(1)]"],
    ],
    "an id that is not there": ["a -> b: x { compensates: m }\n", ["unknown-id [m]"]],
    "a callback that is not there, once": [
      "a ~> b: x { callback: paid }\nb ~> a: y { resolves: piad }\nb ~> a: z { rejects: piad }\nawait: paid\n",
      ["unknown-callback [piad]"],
    ],
    "an id where a callback belongs": [
      "a ~> b: x { id: m }\nb ~> a: y { resolves: m }\n",
      ["unknown-callback [m]"],
    ],
    "a callback where an id belongs": ["a ~> b: x { callback: c }\narrive: c\n", ["unknown-id [c]"]],
    "a second declaration": [
      "a ~> b: x { callback: c }\na ~> b: y { callback: c }\n",
      ["duplicate-name [c]"],
    ],
    "an id that is a callback": ["a ~> b: x { callback: c; id: c }\n", ["duplicate-name [c]"]],
    "a message in a message's map": ["a -> b: x { b -> c: y }\n", ["misplaced-message [b -> c: y]"]],
    "an unknown class": ["a -> b: x { class: slow }\n", ["unknown-class [slow]"]],
    "an unknown participant": ["a ~> b: x { reply-to: hok }\na -> hook: y\n", ["unknown-participant [hok]"]],
    "an attribute of associations": ["a -- b: x { timeout: 5s }\n", ["misplaced-attribute [timeout]"]],
    "a settlement at somebody who settles nothing": [
      "a --> b: x { settle: nack }\n",
      ["misplaced-attribute [nack]"],
    ],
    "a receiver twice": ["bus ~> [a; b; a]: x\n", ["repeated-receiver [a]"]],
    "every mistake of a map": [
      "a -> b: x { timeuot: 5s; latency: fast; id: two words }\n",
      ["unknown-attribute [timeuot]", "wrong-value [fast]", "wrong-value [two words]"],
    ],
    "an execution with an attribute that it cannot have": [
      "api.job -> db\napi.job: { takes: 5s }\n",
      ["misplaced-attribute [takes]"],
    ],
    "a link in Markdown that a picture may not hold": [
      "a -> b: |md [x](javascript:alert) |\n",
      ["wrong-value [|md [x](javascript:alert) |]"],
    ],
    "another way to write one": [
      "a -> b: |md <data:text/html,x> |\n",
      ["wrong-value [|md <data:text/html,x> |]"],
    ],
    "a shape that no arrowhead has": [
      "a -> b: x { source-arrowhead: 1 { shape: diamnd } }\n",
      ["wrong-value [diamnd]"],
    ],
    "an attribute left empty, by the syntax alone": ["a -> b: x { timeout: }\n", ["empty-value [:]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source)).toEqual(expected));

  test("a broken attribute costs itself only", () => {
    const { flow } = compiled("a -> b: x { timeout: 5sec; latency: 2s }\nb --> a: y\n");
    expect(flow.messages.map(({ attributes }) => attributes)).toMatchObject([{ latency: { low: 2000 } }, {}]);
  });
  test("a proposal comes with its edit", () => {
    const { diagnostics } = compiled("a -> b: x { timeout: 5sec }\n");
    expect(diagnostics[0]?.help).toBe("write `5s`");
    expect(diagnostics[0]?.fixes?.[0]?.edits[0]?.text).toBe("5s");
  });
});
