import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

const keys = (text: string) => factsOf(text).participants.map(({ key }) => key);

describe("who is there, from left to right", () => {
  const orders: Readonly<Record<string, readonly [source: string, keys: readonly string[]]>> = {
    "first appearance, declared or used": ["b -> a\nc: C\na -> d\n", ["b", "a", "c", "d"]],
    "a lone name declares": ["a\nb\n", ["a", "b"]],
    "a reply's ends appear as written": ["a <-- b\n", ["a", "b"]],
    "lifelines order, the others behind": ["a -> b -> c\nlifelines: [c; a]\n", ["c", "a", "b"]],
    "one lifeline listed": ["a -> b\nlifelines: b\n", ["b", "a"]],
    "first named inside a fragment": ["opt: x {\n  a -> b\n}\nb -> c\n", ["a", "b", "c"]],
    "receivers of a list": ["bus ~> [a; b]: x\n", ["bus", "a", "b"]],
    "a boundary keeps its own together": [
      "zone: { kind: boundary; a: A; b: B }\na -> c -> b\n",
      ["a", "b", "c"],
    ],
    "a boundary stands at its first one": [
      "x -> y\nzone: { kind: boundary; a: A }\nx -> a\n",
      ["x", "y", "a"],
    ],
    "a boundary listed in lifelines": [
      "x -> a\nzone: { kind: boundary; a: A; b: B }\nx -> b\nlifelines: [zone; x]\n",
      ["a", "b", "x"],
    ],
    "statement words are names at an end": ["note -> loop: x\n", ["note", "loop"]],
    "a quoted statement word is a name": ['"note": Notes API\n', ["note"]],
    "names that are attributes elsewhere": ["order -> key -> store: x\n", ["order", "key", "store"]],
    "a note's participant is not declared by it": ["a -> b\nnote: x { over: [a; b] }\n", ["a", "b"]],
  };
  for (const [name, [source, expected]] of Object.entries(orders))
    test(name, () => expect(keys(source)).toEqual(expected));

  test("lifelines: auto", () => {
    expect(factsOf("a -> b\nlifelines: auto\n").lifelines).toBe("auto");
    expect(factsOf("a -> b\n").lifelines).toBe("written");
  });
});

describe("what a participant is", () => {
  const facts = (text: string, key: string) => factsOf(text).participants.find((each) => each.key === key);

  test("label, kind and attributes", () => {
    expect(
      facts(
        "q: mail jobs { kind: queue; capacity: 10k; retention: 4d; order: fifo; consumers: 1..3 }\n",
        "q",
      ),
    ).toMatchObject({
      label: "mail jobs",
      kind: "queue",
      line: 1,
      attributes: { capacity: 10_000, retention: 345_600_000, order: "fifo", consumers: { low: 1, high: 3 } },
    });
  });
  test("declaring again adds, and the last label wins", () => {
    expect(facts("a: One { takes: 2s }\na -> b\na: Two { kind: worker; takes: 3s }\n", "a")).toMatchObject({
      label: "Two",
      kind: "worker",
      attributes: { takes: { low: 3000, high: 3000 } },
    });
  });
  test("attributes by path", () => {
    expect(facts("a.kind: worker\na.style.fill: red\na.label: Ay\n", "a")).toMatchObject({
      label: "Ay",
      kind: "worker",
      style: { fill: "red" },
    });
  });
  test("style as a map and by path", () => {
    expect(facts("a: { style: { fill: red; stroke-width: 2 }; style.bold: true }\n", "a")).toMatchObject({
      style: { fill: "red", "stroke-width": 2, bold: true },
    });
  });
  test("a shape implies a kind where none is given", () => {
    expect(facts("a: { shape: cylinder }\n", "a")).toMatchObject({ kind: "store", shape: "cylinder" });
    expect(facts("a: { shape: cylinder; kind: cache }\n", "a")).toMatchObject({ kind: "cache" });
    expect(facts("a: { shape: hexagon }\n", "a")).toMatchObject({ kind: "service" });
  });
  test("a participant in an attribute is shown by its key, wherever it is declared", () => {
    expect(facts("q: { kind: queue; dead-letter: d }\na ~> q\nd: { kind: queue }\n", "q")).toMatchObject({
      attributes: { "dead-letter": "d" },
    });
  });
  test("a block label keeps its format", () => {
    const { flow } = compiled("a: |md # Title |\nb: |txt plain |\nc: |ts x() |\n");
    expect(flow.participants.map(({ label }) => label.format)).toEqual(["md", "plain", "ts"]);
  });
});

describe("boundaries", () => {
  const nested = `backend: Backend {
  kind: boundary
  api: API
  inner: Inner { kind: boundary; worker: W { kind: worker } }
}
web -> api: bare
web -> backend.api: path
web -> backend.inner.worker: deep
web -> worker: bare again
`;
  test("hold participants and each other", () => {
    const { boundaries, participants } = factsOf(nested);
    expect(boundaries).toMatchObject([
      { key: "backend", label: "Backend", boundary: null },
      { key: "inner", label: "Inner", boundary: "backend" },
    ]);
    expect(participants.map(({ key, boundary }) => [key, boundary])).toEqual([
      ["api", "backend"],
      ["worker", "inner"],
      ["web", null],
    ]);
  });
  test("a bare end and a path mean the same participant", () => {
    expect(factsOf(nested).messages.map(({ to }) => to)).toEqual(["api", "api", "worker", "worker"]);
  });
  test("a bare name is known before its boundary is declared", () => {
    const { participants } = factsOf("web -> api\nbackend: { kind: boundary; api: API }\n");
    expect(participants.map(({ key, boundary }) => [key, boundary])).toEqual([
      ["web", null],
      ["api", "backend"],
    ]);
  });
  test("a kind by path makes a boundary, and a second declaration adds to it", () => {
    const { participants } = factsOf(
      "backend.kind: boundary\nbackend: Backend { api: API }\nbackend: { db: DB }\napi -> db\n",
    );
    expect(participants.map(({ key, boundary }) => [key, boundary])).toEqual([
      ["api", "backend"],
      ["db", "backend"],
    ]);
  });
  test("a path through a boundary declares", () => {
    expect(factsOf("zone: { kind: boundary; a: A }\na -> zone.b: x\n").participants).toMatchObject([
      { key: "a", boundary: "zone" },
      { key: "b", boundary: "zone" },
    ]);
  });
  test("a key that is not unique is shown as a path", () => {
    const source = "x: { kind: boundary; api: A }\ny: { kind: boundary; api: B }\nx.api -> y.api: hello\n";
    expect(keys(source)).toEqual(["x.api", "y.api"]);
  });
  test("inside a boundary its own come first", () => {
    const source =
      "x: { kind: boundary; q: { kind: queue; dead-letter: dead }; dead: { kind: queue } }\ny: { kind: boundary; dead: { kind: queue } }\na ~> q: x\n";
    expect(factsOf(source).participants[0]).toMatchObject({ attributes: { "dead-letter": "x.dead" } });
  });
  test("a class or style on the frame", () => {
    expect(factsOf("zone: { kind: boundary; style.stroke: red; a: A }\na -> b\n").boundaries).toMatchObject([
      { key: "zone" },
    ]);
  });
});

describe("reports", () => {
  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "an ambiguous bare end, once": [
      "a: { kind: boundary; api: A }\nb: { kind: boundary; api: B }\nweb -> api: x\nweb -> api: y\n",
      ["ambiguous-name [api]"],
    ],
    "a message to a boundary, once": [
      "z: { kind: boundary; a: A }\nw -> z: x\nw -> z: y\n",
      ["boundary-with-messages [z]"],
    ],
    "a message in a boundary": [
      "z: { kind: boundary; a: A; b: B; a -> b: x }\n",
      ["boundary-with-messages [a -> b: x]"],
    ],
    "a fragment in a boundary": [
      "z: { kind: boundary; a: A\n  opt: x { a -> b }\n}\n",
      ["boundary-with-messages [opt]"],
    ],
    "a misspelt attribute": ["a: { capcity: 10 }\na -> b\n", ["unknown-attribute [capcity]"]],
    "a misspelt attribute by path": ["a -> b\na.lable: x\n", ["unknown-attribute [lable]"]],
    "an attribute of messages": ["a: { timeout: 5s }\n", ["misplaced-attribute [timeout]"]],
    "an attribute of queues": ["a: { capacity: 5 }\n", ["misplaced-attribute [capacity]"]],
    "an attribute that a boundary cannot have": [
      "z.kind: boundary\nz: { a: A }\nz: { kind: boundary; style: red }\na -> b\n",
      ["wrong-value [red]"],
    ],
    "a kind that is none": ["a: { kind: sevice }\n", ["wrong-value [sevice]"]],
    "a message in a participant's map": ["a -> b\na: { a -> b }\n", ["misplaced-message [a -> b]"]],
    "a group in a participant's map": ["a -> b\na: { x1: { a -> b } }\n", ["misplaced-message [x1]"]],
    "a note on a participant with a place of its own": [
      'a -> b\na."is cold": { over: b }\n',
      ["misplaced-attribute [over]"],
    ],
    "a dead letter queue that is not there": [
      "q: { kind: queue; dead-letter: ded }\ndead: { kind: queue }\na ~> q\n",
      ["unknown-participant [ded]"],
    ],
    "a boundary as a dead letter queue": [
      "q: { kind: queue; dead-letter: z }\nz: { kind: boundary; a: A }\na ~> q\n",
      ["wrong-value [z]"],
    ],
    "a name in lifelines that is not there": ["a -> b\nlifelines: [a; c]\n", ["unknown-participant [c]"]],
    "keys that differ in case": ["Api -> db: x\napi -> db: y\n", ["case-differs [api]"]],
    "a stranger among a boundary's participants": [
      "z: { kind: boundary; a: A; b: B }\na -> c -> b\nlifelines: [a; c; b]\n",
      ["split-boundary [b]"],
    ],
    "an empty value is reported once": ["a: { takes: }\n", ["empty-value [:]"]],
    "an attribute without a value": ["a: { takes }\n", ["missing-value [takes]"]],
    "a map where a value belongs": ["a: { takes: { low: 1s } }\n", ["wrong-value [{]"]],
    "something below an attribute": ["a: { takes.low: 1s }\n", ["unknown-attribute [low]"]],
    "a style that is none": ["a: { style.fil: red }\n", ["unknown-attribute [fil]"]],
    "a colour that is none": ["a: { style.fill: rad }\n", ["wrong-value [rad]"]],
    "a number outside its range": ["a: { style.opacity: 2 }\n", ["wrong-value [2]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source)).toEqual(expected));

  test("several candidates are listed", () => {
    const { diagnostics } = compiled(
      "a: { kind: boundary; api: A }\nb: { kind: boundary; api: B }\nweb -> api: x\n",
    );
    expect(diagnostics[0]?.message).toBe("`api` may be `a.api` or `b.api`.");
    expect(diagnostics[0]?.notes).toHaveLength(2);
  });
  test("the nearest name is proposed", () => {
    const { diagnostics } = compiled("q: { kind: queue; capcity: 5 }\na ~> q\n");
    expect(diagnostics[0]?.message).toBe("`capcity` is no attribute of `q`. Did you mean `capacity`?");
  });
});

describe("a lone name behind a `;`", () => {
  const sources: Readonly<Record<string, readonly string[]>> = {
    "a -> b: x; y\n": ["cut-label [y]"],
    "a: Label; rest of it\n": ["cut-label [rest of it]"],
    "a -> b: x; y\ny -> a\n": [],
    "a; b; c\n": [],
    "a -> b; c\n": [],
    'a -> b: "x"; c\n': [],
    "a -> b: x; c: C\n": [],
    "a -> b: x;\nc\n": [],
    "a -> b: x\nc\n": [],
    "c\na -> b: x; c\n": [],
  };
  for (const [source, expected] of Object.entries(sources))
    test(JSON.stringify(source), () => expect(reportsOn(source)).toEqual(expected));
  test("the proposal quotes all of it", () => {
    const text = "a -> b: x; y\n";
    const edit = compiled(text).diagnostics[0]?.fixes?.[0]?.edits[0];
    expect(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe(
      'a -> b: "x; y"\n',
    );
  });
});

describe("an attribute in no map", () => {
  const sources: Readonly<Record<string, readonly string[]>> = {
    "timeout: 5s\na -> b\n": ["stray-attribute [timeout]"],
    "theme: dark\na -> b\n": ["stray-attribute [theme]"],
    "order: fifo\na -> b\n": ["stray-attribute [order]"],
    "opt: x {\n  a -> b\n  lost: true\n}\n": ["stray-attribute [lost]"],
    "order: Orders\na -> b\n": [],
    "key: Keys\nlabel: Printer\na -> b\n": [],
    "time: linear\na -> time\n": [],
    'time: "linear"\na -> b\n': [],
    "timeout: 5s { kind: worker }\na -> b\n": [],
  };
  for (const [source, expected] of Object.entries(sources))
    test(JSON.stringify(source), () => expect(reportsOn(source)).toEqual(expected));
});
