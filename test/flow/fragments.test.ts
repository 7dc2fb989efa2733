import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

const fragments = (text: string) => factsOf(text).fragments;

describe("fragments", () => {
  test("kinds are numbered in written order, operands from 1", () => {
    const text = `alt: yes {
  a -> b: one
  opt: deep { a -> b: two }
} else: no {
  a -> b: three
} else: {
  a -> b: four
}
alt: again { a -> b: five }
a -> b: six
`;
    const facts = factsOf(text);
    expect(
      facts.fragments.map(({ id, label, operands }) => [id, label, operands.map((each) => each.label)]),
    ).toEqual([
      ["alt#1", "yes", ["yes", "no", null]],
      ["opt#1", "deep", ["deep"]],
      ["alt#2", "again", ["again"]],
    ]);
    expect(facts.messages.map(({ fragments: within }) => within)).toEqual([
      ["alt#1/1"],
      ["alt#1/1", "opt#1/1"],
      ["alt#1/2"],
      ["alt#1/3"],
      ["alt#2/1"],
      [],
    ]);
    expect(facts.fragments[0]?.operands).toMatchObject([
      { first: 0, last: 1, line: 1, endLine: 4 },
      { first: 2, last: 2, line: 4, endLine: 6 },
      { first: 3, last: 3, line: 6, endLine: 8 },
    ]);
  });
  test("else and and on a later line", () => {
    expect(fragments("par: x { a -> b }\n\n# then\nand: y { b -> c }\n")[0]?.operands).toHaveLength(2);
  });
  test("every kind", () => {
    const text =
      "opt: x { a -> b }\nloop: x { a -> b }\nretry: x { a -> b } else: gone { b -> a }\npar: { a -> b } and: { b -> a }\ncritical: x { a -> b }\nbreak: x { a -> b }\ngroup: x { a -> b }\nsaga: x { a -> b }\nref: x { over: [a; b]; link: x.slant }\n";
    expect(fragments(text).map(({ id }) => id)).toEqual([
      "opt#1",
      "loop#1",
      "retry#1",
      "par#1",
      "critical#1",
      "break#1",
      "group#1",
      "saga#1",
      "ref#1",
    ]);
  });
  test("attributes stand first, in each operand its own", () => {
    const text =
      "alt: x {\n  decided-by: b\n  style.stroke: red\n  a -> b\n} else: y {\n  failure: true\n  b -> a\n}\n";
    expect(fragments(text)).toMatchObject([
      {
        attributes: { "decided-by": "b" },
        operands: [{ attributes: { "decided-by": "b" } }, { attributes: { failure: true } }],
      },
    ]);
    expect(compiled(text).flow.fragments[0]).toMatchObject({ style: { stroke: "red" } });
  });
  test("a name that is an attribute elsewhere may be used inside", () => {
    expect(factsOf("opt: x {\n  link -> over: y\n  link: Link service\n}\n").participants).toMatchObject([
      { key: "link", label: "Link service" },
      { key: "over" },
    ]);
  });
  test("ref needs no map", () =>
    expect(fragments("a -> b\nref: Log-in\n")).toMatchObject([{ label: "Log-in" }]));
  test("labels keep brackets", () =>
    expect(fragments("alt: [user exists] { a -> b }\n")[0]?.label).toBe("[user exists]"));
});

describe("groups", () => {
  test("an unknown key that holds a message, labelled by its value, else by its key", () => {
    expect(
      fragments("first part: { a -> b }\nsecond: Part two { b -> a }\n").map(({ kind, label }) => [
        kind,
        label,
      ]),
    ).toEqual([
      ["group", "first part"],
      ["group", "Part two"],
    ]);
  });
  test("recursively", () => {
    const facts = factsOf("outer: { inner: { a -> b } }\n");
    expect(facts.fragments.map(({ label }) => label)).toEqual(["outer", "inner"]);
    expect(facts.participants.map(({ key }) => key)).toEqual(["a", "b"]);
  });
  test("of marks, of fragments, of notes on known participants", () => {
    expect(fragments("a -> b\nx1: { note: y }\n")).toHaveLength(1);
    expect(fragments("x1: { opt: y { a -> b } }\n")).toHaveLength(2);
    expect(fragments('a -> b\nx1: { a."is warm" }\n')).toHaveLength(1);
  });
  test("a known participant is none", () => {
    const facts = factsOf('api: API { kind: worker; "is cold" }\napi -> db\n');
    expect(facts.fragments).toEqual([]);
  });
  test("a quoted statement word may be a group", () =>
    expect(fragments('"loop": { a -> b }\n')).toMatchObject([{ kind: "group", label: "loop" }]));
});

describe("rounds", () => {
  const loops: Readonly<Record<string, unknown>> = {
    "3 times": { low: 3, high: 3, until: null },
    "1 time": { low: 1, high: 1, until: null },
    "1..10 times": { low: 1, high: 10, until: null },
    "every 5s": { low: 0, high: null, every: 5000, until: null },
    "until done": { low: 1, high: null, until: "done" },
    "3 times, every 5s": { low: 3, high: 3, every: 5000, until: null },
    "every 5s until done": { low: 0, high: null, every: 5000, until: "done" },
    "while there is work": { low: 0, high: 2, until: null },
    "for each order": { low: 0, high: 2, until: null },
    "until all orders are read": { low: 0, high: 2, until: null },
    "until midnight": { low: 0, high: 2, until: null },
    "every order": { low: 0, high: 2, until: null },
    "3 times a day": { low: 0, high: 2, until: null },
  };
  for (const [label, rounds] of Object.entries(loops))
    test(`loop: ${label}`, () => {
      const text = `a ~> b: x { callback: done }\nloop: ${label} {\n  a -> b\n}\n`;
      expect(fragments(text)).toMatchObject([{ rounds, label }]);
    });
  test("loop without a label", () =>
    expect(fragments("loop: { a -> b }\n")).toMatchObject([{ rounds: { low: 0, high: 2 } }]));

  const retries: Readonly<Record<string, unknown>> = {
    "3 times": { low: 1, high: 3 },
    "2..5 times": { low: 2, high: 5 },
    "until it works": { low: 1, high: null },
    "every 5s": { high: null, every: 5000 },
  };
  for (const [label, rounds] of Object.entries(retries))
    test(`retry: ${label}`, () =>
      expect(fragments(`retry: ${label} { a -> b }\n`)).toMatchObject([{ rounds }]));
  test("other fragments have none", () =>
    expect(fragments("opt: 3 times { a -> b }\n")).toMatchObject([{ rounds: null }]));
});

describe("reports", () => {
  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "a fragment without a map": ["opt: x\na -> b\n", ["missing-map [opt: x]"]],
    "a range of rounds the wrong way": ["loop: 10..1 times { a -> b }\n", ["wrong-value [10..1 times]"]],
    "a callback misspelt after until": [
      "a ~> b: x { callback: done }\nloop: until dune { a -> b }\n",
      ["unknown-callback [dune]"],
    ],
    "an attribute that means nothing there": [
      "opt: x {\n  timeout: 5s\n  a -> b\n}\n",
      ["misplaced-attribute [timeout]"],
    ],
    "a misspelt attribute": [
      "opt: x {\n  decided-bye: a\n  a -> b\n}\n",
      ["unknown-attribute [decided-bye]"],
    ],
    "an attribute behind a message": [
      "opt: x {\n  a -> b\n  decided-by: a\n}\n",
      ["misplaced-attribute [decided-by]"],
    ],
    "a decider that is not there": ["opt: x {\n  decided-by: c\n  a -> b\n}\n", ["unknown-participant [c]"]],
    "who decides a group": [
      "group: x {\n  decided-by: a\n  a -> b\n}\n",
      ["misplaced-attribute [decided-by]"],
    ],
    "a message in a ref": ["ref: x { a -> b }\n", ["misplaced-message [a -> b]"]],
    "a title in a fragment": ["opt: x {\n  title: y\n  a -> b\n}\n", ["misplaced-statement [title]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source)).toEqual(expected));

  test("an else that continues nothing still happens", () => {
    const { flow, diagnostics } = compiled("a -> b: one\nelse: no {\n  b -> a: two\n}\n");
    expect(diagnostics).toHaveLength(1);
    expect(flow.messages.map(({ label, within }) => [label?.text, within])).toEqual([
      ["one", []],
      ["two", []],
    ]);
  });
});
