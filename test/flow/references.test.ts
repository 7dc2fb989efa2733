// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expand } from "../../src/flow/expand/expand.ts";
import { parse } from "../../src/syntax/parse.ts";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

/** What each message says: its label and what it looks like. */
const looks = (text: string): readonly unknown[] =>
  factsOf(text).messages.map(({ label, style }) => [
    label,
    (style as { readonly stroke?: string }).stroke ?? null,
  ]);
const fills = (text: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    factsOf(text).participants.map(({ key, style }) => [
      key,
      (style as { readonly fill?: string }).fill ?? null,
    ]),
  );

describe("references to messages", () => {
  const table: Readonly<Record<string, readonly [source: string, looks: readonly unknown[]]>> = {
    "by number, the first is 0": [
      "a -> b: 0\na -> b: 1\na -> b: 2\n(a -> b)[1].style.stroke: red\n",
      [
        ["0", null],
        ["1", "red"],
        ["2", null],
      ],
    ],
    "by operator": [
      "a ~> b: send\na -> b: call\nb --> a: reply\n(a -> b)[0].style.stroke: red\n(b --> a)[0].style.stroke: blue\n",
      [
        ["send", null],
        ["call", "red"],
        ["reply", "blue"],
      ],
    ],
    "written from the other side": ["b <- a: x\n(a -> b)[0].style.stroke: red\n", [["x", "red"]]],
    "from the other side in the reference": ["a ~> b: x\n(b <~ a)[0].style.stroke: red\n", [["x", "red"]]],
    "with longer dashes": [
      "a -> b: x\n(a ----> b)[0].style.stroke: red\n".replace("---->", "->"),
      [["x", "red"]],
    ],
    "of exchanges from either end": ["a <-> b: x\n(b <-> a)[0].style.stroke: red\n", [["x", "red"]]],
    "all of them, above and below": [
      "a -> b: 0\n(a -> b)[*].style.stroke: red\na -> b: 1\nb -> a: 2\n",
      [
        ["0", "red"],
        ["1", "red"],
        ["2", null],
      ],
    ],
    "with a map": ["a -> b: x\n(a -> b)[0]: { style.stroke: red }\n", [["x", "red"]]],
    "with a label": ["a -> b: x\n(a -> b)[0]: y { style.stroke: red }\n", [["y", "red"]]],
    "the last word counts": [
      "a -> b: x { style.stroke: red }\n(a -> b)[0].style.stroke: blue\n(a -> b)[0].style.stroke: green\n",
      [["x", "green"]],
    ],
    "what is written below a general word counts more": [
      "(a -> b)[*].style.stroke: red\na -> b: x { style.stroke: blue }\na -> b: y\n",
      [
        ["x", "blue"],
        ["y", "red"],
      ],
    ],
    "one link of a chain": [
      "a -> b -> c: x\n(b -> c)[0].style.stroke: red\n",
      [
        ["x", null],
        ["x", "red"],
      ],
    ],
    "messages in fragments": ["opt: y {\n  a -> b: x\n}\n(a -> b)[0].style.stroke: red\n", [["x", "red"]]],
    "only those of their own fragment": [
      "a -> b: out\nopt: y {\n  a -> b: in\n  (a -> b)[0].style.stroke: red\n}\n",
      [
        ["out", null],
        ["in", "red"],
      ],
    ],
    "those of a group": [
      "a -> b: out\ng: {\n  a -> b: in\n}\ng.(a -> b)[0].style.stroke: red\n",
      [
        ["out", null],
        ["in", "red"],
      ],
    ],
    "by a bare name or a whole path": [
      "z: { kind: boundary; b: B }\na -> b: x\na -> z.b: y\n(a -> z.b)[0].style.stroke: red\n(a -> b)[1].style.stroke: blue\n",
      [
        ["x", "red"],
        ["y", "blue"],
      ],
    ],
    "executions are ends of their own": [
      "a -> b.job: x\na -> b: y\n(a -> b)[0].style.stroke: red\n(a -> b.job)[0].style.stroke: blue\n",
      [
        ["x", "blue"],
        ["y", "red"],
      ],
    ],
    "by patterns": [
      "a ~> b: x\nb ~> c: y\na -> c: z\n(* ~> *)[*].style.stroke: red\n",
      [
        ["x", "red"],
        ["y", "red"],
        ["z", null],
      ],
    ],
    "by half a pattern": [
      "a -> b: x\nb -> a: y\n(* -> b)[*].style.stroke: red\n",
      [
        ["x", "red"],
        ["y", null],
      ],
    ],
    "by a part of a name": [
      "a -> mail-db: x\na -> b: y\n(a -> *-DB)[*].style.stroke: red\n",
      [
        ["x", "red"],
        ["y", null],
      ],
    ],
    "by a filter": [
      "q: { kind: queue }\na ~> q: x\na ~> b: y\n(* ~> *)[*]: { &dst.kind: queue; style.stroke: red }\n",
      [
        ["x", "red"],
        ["y", null],
      ],
    ],
    "by a filter of what they say": [
      'a -> b: x { timeout: 5s }\na -> b: y\n(* -> *)[*]: { &timeout: "*"; style.stroke: red }\n(* -> *)[*]: { !&timeout: 5s; style.stroke: blue }\n',
      [
        ["x", "red"],
        ["y", "blue"],
      ],
    ],
    "by sender": [
      "a -> b: x\nb -> a: y\n(* -> *)[*]: { &src: b; style.stroke: red }\n",
      [
        ["x", null],
        ["y", "red"],
      ],
    ],
    "null takes a message away": ["a -> b: x\na -> b: y\n(a -> b)[0]: null\n", [["y", null]]],
    "null takes all of a kind away": ["a -> b: x\n(a -> b)[*]: null\na ~> b: y\na -> b: z\n", [["y", null]]],
    "null takes a link away": ["a -> b -> c: x\n(a -> b)[0]: null\n", [["x", null]]],
    "null takes a style away": [
      "a -> b: x { style.stroke: red }\n(a -> b)[0].style.stroke: null\n",
      [["x", null]],
    ],
    "null takes the label away": ["a -> b: x\n(a -> b)[0].label: null\n", [[null, null]]],
  };
  for (const [name, [source, expected]] of Object.entries(table))
    test(name, () => expect(looks(source)).toEqual(expected));

  test("a receiver of several", () => {
    const text = "s ~> [a; b; c]: x\n(s ~> b)[0]: null\n(s ~> a)[0].style.stroke: red\n";
    const { messages } = factsOf(text);
    expect(messages.map(({ to, style }) => [to, style])).toEqual([
      ["a", { stroke: "red" }],
      ["c", { stroke: "red" }],
    ]);
  });
  test("callbacks, ids and classes reach the message", () => {
    const text =
      "classes: { slow: { style.stroke: red } }\na ~> b: x\n(a ~> b)[0]: { class: slow; callback: done }\nb ~> a: y { resolves: done }\nawait: done\n";
    expect(factsOf(text).messages[0]).toMatchObject({ callback: "done", style: { stroke: "red" } });
  });
});

describe("patterns for participants", () => {
  const table: Readonly<Record<string, readonly [source: string, fills: Readonly<Record<string, unknown>>]>> =
    {
      "all, above and below": ["a -> b\n*.style.fill: red\nb -> c\n", { a: "red", b: "red", c: "red" }],
      "by a part of a name, whatever its case": [
        "Mail-DB -> b\n*-db.style.fill: red\n",
        { "Mail-DB": "red", b: null },
      ],
      "with a map": [
        "a -> b\n*: { style.fill: red; class: x }\nclasses: { x: { style.bold: true } }\n",
        { a: "red", b: "red" },
      ],
      "by kind": [
        "q: { kind: queue }\na ~> q\n*: { &kind: queue; style.fill: red }\n",
        { q: "red", a: null },
      ],
      "by the kind that a shape implies": [
        "q: { shape: queue }\na ~> q\n*: { &kind: queue; style.fill: red }\n",
        { q: "red", a: null },
      ],
      "not by kind": [
        "q: { kind: queue }\na ~> q\n*: { !&kind: queue; style.fill: red }\n",
        { q: null, a: "red" },
      ],
      "by several filters": [
        "q: Q { kind: queue; capacity: 5 }\nr: R { kind: queue }\na ~> q\na ~> r\n*: { &kind: queue; &capacity: 5; style.fill: red }\n",
        { q: "red", r: null, a: null },
      ],
      "by a class, and by what a class gives": [
        "classes: { x: { shape: cloud }; y: { style.bold: true } }\na: { class: [x; y] }\na -> b\n*: { &class: x; style.fill: red }\n*: { &shape: cloud; style.stroke: blue }\n",
        { a: "red", b: null },
      ],
      "by whether anybody speaks to them": [
        "a -> b\nc: C\n*: { &connected: false; style.fill: red }\n",
        { a: null, b: null, c: "red" },
      ],
      "the last word counts": [
        "a: { style.fill: red }\n*.style.fill: blue\nb: { style.fill: green }\na -> b\n",
        { a: "blue", b: "green" },
      ],
      "of the outermost names": [
        "z: { kind: boundary; b: B }\na -> b\n*.style.fill: red\n",
        { a: "red", b: null },
      ],
      "of all names": ["z: { kind: boundary; b: B }\na -> b\n**.style.fill: red\n", { a: "red", b: "red" }],
      "of a boundary": ["z: { kind: boundary; b: B }\na -> b\nz.*.style.fill: red\n", { a: null, b: "red" }],
      "inside a boundary": [
        "z: {\n  kind: boundary\n  b: B\n  *.style.fill: red\n}\na -> b\n",
        { a: null, b: "red" },
      ],
      "patterns in patterns": [
        "z: { kind: boundary; b: B }\na -> b\n*: { *.style.fill: red }\n",
        { a: null, b: "red" },
      ],
      "of a fragment": [
        "a -> b\nopt: x {\n  b -> c\n  *.style.fill: red\n}\n",
        { a: null, b: "red", c: "red" },
      ],
      "a style taken away": ["a: { style.fill: red }\na -> b\n*.style.fill: null\n", { a: null, b: null }],
    };
  for (const [name, [source, expected]] of Object.entries(table))
    test(name, () => expect(fills(source)).toEqual(expected));

  test("their order and their places stay", () => {
    const text = "*.style.fill: red\nb -> c\na -> b\nz: { kind: boundary; y: Y }\n**.style.stroke: blue\n";
    const { participants } = compiled(text).flow;
    expect(
      participants.map(({ key, declared, span }) => [key, declared, text.slice(span.start, span.end)]),
    ).toEqual([
      ["b", false, "b"],
      ["c", false, "c"],
      ["a", false, "a"],
      ["y", true, "y"],
    ]);
  });
  test("a label for all", () => {
    expect(factsOf("a -> b\n*: Someone\n").participants.map(({ label }) => label)).toEqual([
      "Someone",
      "Someone",
    ]);
  });
  test("messages from each, none to itself", () => {
    const ends = (text: string) => factsOf(text).messages.map(({ from, to }) => `${from} ${to}`);
    expect(ends("a: A\nb: B\nc: C\n* ~> b: x\n")).toEqual(["a b", "c b"]);
    expect(ends("a: A\nb: B\n* -> *: x\n")).toEqual(["a b", "b a"]);
    expect(ends("a: A\nb: B\nbus: Bus { kind: topic }\nbus ~> [*]: x\n")).toEqual(["bus a", "bus b"]);
  });
});

describe("null", () => {
  const keys = (text: string) => factsOf(text).participants.map(({ key }) => key);
  const labels = (text: string) => factsOf(text).messages.map(({ label }) => label);
  test("takes a participant with its messages", () => {
    const text = "a -> b: x\nb -> c: y\na -> c: z\nb: null\n";
    expect([keys(text), labels(text)]).toEqual([["a", "c"], ["z"]]);
  });
  test("takes what is above; what comes below is new", () => {
    const text = "b: Old\na -> b: x\nb: null\na -> b: y\n";
    expect([factsOf(text).participants.map(({ label }) => label), labels(text)]).toEqual([["a", "b"], ["y"]]);
  });
  test("takes a boundary with all in it", () => {
    expect(keys("z: { kind: boundary; b: B }\na -> b\na -> c\nz: null\n")).toEqual(["a", "c"]);
  });
  test("takes a participant out of lists, and what speaks of it alone", () => {
    const text =
      "lifelines: [b; a; c]\na -> b\na -> c\nnote: x { over: [a; b] }\nnote: y { over: b }\ndestroy: b\nb: null\n";
    const facts = factsOf(text);
    expect(facts.participants.map(({ key }) => key)).toEqual(["a", "c"]);
    expect(facts.notes).toMatchObject([{ over: ["a"] }]);
    expect(facts.marks).toEqual([]);
  });
  test("takes links out of chains and receivers out of lists", () => {
    expect(labels("a -> b -> c -> d: x\nb: null\n")).toEqual(["x"]);
    expect(factsOf("s ~> [a; b]: x\nb: null\n").messages.map(({ to }) => to)).toEqual(["a"]);
  });
  test("takes a group", () => {
    expect(labels("g: {\n  a -> b: x\n}\na -> b: y\ng: null\n")).toEqual(["y"]);
  });
  test("takes all that a pattern fits, above and below", () => {
    expect(
      keys("q: { kind: queue }\na ~> q\na -> b\n*: null { &kind: queue }\nr: { kind: queue }\na ~> r\n"),
    ).toEqual(["a", "b"]);
  });
  test("takes attributes, also those of a class", () => {
    const text =
      "classes: { x: { style.fill: red; style.bold: true; shape: cloud } }\na: A { class: x; kind: worker; style.fill: null; shape: null }\na.kind: null\na -> b\n";
    expect(factsOf(text).participants[0]).toMatchObject({
      kind: "service",
      shape: null,
      style: { bold: true },
    });
    expect(factsOf("a: A\na.label: null\na -> b\n").participants[0]).toMatchObject({ label: "a" });
    expect(factsOf("a -> b: x { timeout: 5s; timeout: null }\n").messages[0]?.attributes).toEqual({});
    expect(factsOf("config: { numbering: true }\nconfig: { numbering: null }\na -> b\n").config).toEqual({});
  });
  test("takes a callback away", () => {
    expect(factsOf("a ~> b: x { callback: done; callback: null }\n").callbacks).toEqual([]);
  });
});

describe("reports", () => {
  const table: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "a number past the end": ["a -> b\n(a -> b)[1].style.stroke: red\n", ["unknown-reference [b]"]],
    "an operator that is not there": [
      "a ~> b\n(a -> b)[0].style.stroke: red\n",
      ["unknown-reference [(a -> b]"],
    ],
    "a name that is not there": ["a -> b\n(a -> c)[*].style.stroke: red\n", ["unknown-reference [(a -> c]"]],
    "a reference above its message": ["(a -> b)[0].style.stroke: red\na -> b\n", ["unknown-reference [b]"]],
    "a scope that is not there": ["a -> b\ng.(a -> b)[0].style.stroke: red\n", ["unknown-reference [g]"]],
    "a removed name that is not there": ["a -> b\nc: null\n", ["unknown-reference [c]"]],
    "a name removed above all that speaks of it": ["b: null\na -> b\n", ["unknown-reference [b]"]],
    "patterns that fit nothing": [
      "a -> b\nx*: y\n*-z.style.fill: red\n(*-z -> *)[*].style.stroke: red\n",
      [],
    ],
    "a filter without a pattern": ["a -> b\na: { &kind: queue }\n", ["misplaced-attribute [&kind]"]],
    "a wrong value for all, once": ["a -> b\nb -> c\n*.style.fill: rod\n", ["wrong-value [rod]"]],
    "a wrong key by reference": ["a -> b\n(a -> b)[0].timeot: 5s\n", ["unknown-attribute [timeot]"]],
    "a message that is nothing": ["a -> b: null\n", ["wrong-value [null]"]],
    "a message in the map of a pattern": ["a -> b\n*: { c -> d }\n", ["misplaced-message [c -> d]"]],
  };
  for (const [name, [source, expected]] of Object.entries(table))
    test(name, () => expect(reportsOn(source)).toEqual(expected));
  test.each([
    [
      "a ~> b\n(a -> b)[0].style.stroke: red\n",
      "No message is written `(a -> b)`. Did you mean `(a ~> b)[0]`?",
    ],
    [
      "web -> api\n(web -> app)[0].style.stroke: red\n",
      "No message is written `(web -> app)`. Did you mean `(web -> api)[0]`?",
    ],
    [
      "a -> b\na -> b\n(a -> b)[2].style.stroke: red\n",
      "There is no `(a -> b)[2]`: 2 such messages stand above it.",
    ],
    [
      "worker -> api\nworkr: null\n",
      "`null` removes `workr`, but nothing is called so. Did you mean `worker`?",
    ],
  ])("%j", (text, message) => expect(compiled(text).diagnostics[0]?.message).toBe(message));
});

test("ten thousand references, and patterns over ten thousand messages", { timeout: 120_000 }, () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `p${at % 50} -> p${(at * 7) % 50}: ${at}\n`).join(
    "",
  );
  const references = Array.from(
    { length: 10_000 },
    (_, at) => `(p${at % 50} -> p${(at * 7) % 50})[0].style.stroke: red\n`,
  ).join("");
  expect(compiled(many + references).diagnostics).toEqual([]);
  expect(
    compiled(`${many}(* -> *)[*].style.stroke: red\n`).flow.messages.every(
      ({ style }) => style.stroke === "red",
    ),
  ).toBe(true);
});

test("patterns that bring too much", () => {
  const names = Array.from({ length: 500 }, (_, at) => `p${at}: P\n`).join("");
  expect(reportsOn(`${names}* -> *: x\n`)).toEqual(["expanded-too-far [* -> *: x]"]);
});

test("a tree without reuse is not touched, and no tree is changed", () => {
  const statement = fc.constantFrom(
    "a -> b: x",
    "b: B { kind: worker }",
    "opt: y {\n a ~> [b; c]\n}",
    "a: { style.fill: red }",
    "note: n { over: [a; b] }",
  );
  const reuse = fc.constantFrom(
    "(a -> b)[*].style.stroke: red",
    "*.style.fill: red",
    "b: null",
    "vars: { x: y }",
    "* ~> c: z",
  );
  const lines = (of: fc.Arbitrary<string>) =>
    fc.array(of, { maxLength: 8 }).map((all) => all.map((line) => `${line}\n`).join(""));
  fc.assert(
    fc.property(lines(statement), lines(fc.oneof(statement, reuse)), (plain, mixed) => {
      const { value: tree } = parse({ name: "f.slant", text: plain });
      expect(expand(tree, {}, () => {}).ast).toBe(tree);
      const { value: other } = parse({ name: "f.slant", text: mixed });
      const before = structuredClone(other);
      expand(other, {}, () => {});
      expect(other).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

describe("nothing grows without bounds", () => {
  const nested = (levels: number, inside: string) =>
    `${"opt: x {\n".repeat(levels)}${inside}\n${"}\n".repeat(levels)}`;
  test.each([
    [
      "variables that nest one another",
      `${Array.from({ length: 60 }, (_, at) => `vars: { m${at}: {\n${nested(200, at < 59 ? `...\${m${at + 1}}` : "a -> b")} } }\n`).join("")}...\${m0}\n`,
    ],
    [
      "a chain of variables",
      `vars: {\n${Array.from({ length: 20_000 }, (_, at) => `v${at}: \${v${at + 1}}\n`).join("")}v20000: x\n}\na -> b: \${v0}\n`,
    ],
  ])("%s", (_, text) => {
    expect(compiled(text).diagnostics.map(({ code }) => code)).toEqual(["expanded-too-far"]);
  });
  test("patterns in patterns, and patterns of many stars", () => {
    const stars = "*a".repeat(2000);
    const text = `a -> b\n${"*: { ".repeat(200)}style.fill: red${" }".repeat(200)}\n(${stars} -> *)[*].style.stroke: red\n${"**.".repeat(100)}a.style.fill: red\n(${Array(60).fill("**").join(".")} -> *)[*].style.stroke: red\n`;
    expect(compiled(text).flow.messages).toHaveLength(1);
  });
  test("names that objects have anyway", () => {
    const text =
      "vars: { constructor: x }\n__proto__ -> constructor: ${constructor}\n(__proto__ -> constructor)[0].style.stroke: red\n*.style.fill: red\n";
    expect(factsOf(text).messages).toMatchObject([
      { from: "__proto__", to: "constructor", label: "x", style: { stroke: "red" } },
    ]);
  });
});
