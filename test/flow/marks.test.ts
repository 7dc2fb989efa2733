import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

describe("notes", () => {
  const note = (text: string) => factsOf(text).notes.at(-1);
  test("over, left, right", () => {
    expect(note("a -> b\nnote: x { over: [a; b] }\n")).toMatchObject({ over: ["a", "b"], side: "over" });
    expect(note("a -> b\nnote: x { over: a }\n")).toMatchObject({ over: ["a"], side: "over" });
    expect(note("a -> b\nnote: x { left: a }\n")).toMatchObject({ over: ["a"], side: "left" });
    expect(note("a -> b\nnote: x { right: b }\n")).toMatchObject({ over: ["b"], side: "right" });
  });
  test("without a place, on the message before it", () => {
    expect(note("a -> b\nb -> c\nnote: x\n")).toMatchObject({ over: [], side: "message", message: 1 });
  });
  test("on the message before the fragment, not on one of a sibling operand", () => {
    const text = "a -> b\nalt: x {\n  b -> c\n} else: y {\n  note: z\n}\n";
    expect(note(text)).toMatchObject({ side: "message", message: 0 });
  });
  test("above all messages, over all lifelines", () => {
    expect(note("note: x\na -> b\n")).toMatchObject({ over: ["a", "b"], side: "over" });
  });
  test("Markdown, classes and style", () => {
    const { flow } = compiled(
      "classes: { big: { style.bold: true } }\na -> b\nnote: |md # T | { class: big; style.fill: red }\n",
    );
    expect(flow.body.at(-1)).toMatchObject({
      label: { format: "md" },
      classes: ["big"],
      style: { bold: true, fill: "red" },
    });
  });
});

describe("marks", () => {
  const mark = (text: string) => factsOf(text).marks.at(-1);
  test("divider", () =>
    expect(mark("divider: Next day\n")).toEqual({ kind: "divider", label: "Next day", line: 1 }));
  test("wait, for a duration or a text, for everyone or some", () => {
    expect(mark("wait: 5m\n")).toEqual({
      kind: "wait",
      label: "5m",
      duration: 300_000,
      participants: [],
      line: 1,
    });
    expect(mark("a -> b\nwait: overnight { on: a }\n")).toEqual({
      kind: "wait",
      label: "overnight",
      participants: ["a"],
      line: 2,
    });
    expect(mark("a -> b\nwait: 1h { on: [a; b] }\n")).toMatchObject({ participants: ["a", "b"] });
  });
  test("create and destroy", () => {
    expect(mark("a -> b\ndestroy: b\n")).toEqual({ kind: "destroy", participant: "b", line: 2 });
    expect(mark("create: b\na -> b\n")).toEqual({ kind: "create", participant: "b", line: 1 });
  });
  test("budget", () => {
    expect(mark("a -> b: x { id: m }\nb --> a: y { id: n }\nbudget: 300ms { from: m; to: n }\n")).toEqual({
      kind: "budget",
      limit: 300,
      from: 0,
      to: 1,
      line: 3,
    });
  });
});

describe("arrive", () => {
  const marks = (text: string) => factsOf(text).marks.map(({ messages }) => messages);
  test("a message", () => expect(marks("a ~> b: x { id: m }\nb ~> a: y\narrive: m\n")).toEqual([[0]]));
  test("every receiver, or one and then the others", () => {
    expect(marks("a ~> [b; c; d]: x { id: m }\narrive: m\n")).toEqual([[0, 1, 2]]);
    expect(marks("a ~> [b; c; d]: x { id: m }\narrive: m { at: c }\narrive: m\n")).toEqual([[1], [0, 2]]);
  });

  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "above the send": ["arrive: m\na ~> b: x { id: m }\n", ["misplaced-arrive [m]"]],
    twice: ["a ~> b: x { id: m }\narrive: m\narrive: m\n", ["misplaced-arrive [m]"]],
    "twice at one receiver": [
      "a ~> [b; c]: x { id: m }\narrive: m { at: b }\narrive: m { at: b }\n",
      ["misplaced-arrive [m]"],
    ],
    "at somebody who gets nothing": ["a ~> b: x { id: m }\narrive: m { at: a }\n", ["misplaced-arrive [a]"]],
    "of a call": ["a -> b: x { id: m }\narrive: m\n", ["misplaced-arrive [m]"]],
    "of a lost message": ["a ~> b: x { id: m; lost: true }\narrive: m\n", ["misplaced-arrive [m]"]],
    "in a sibling operand": [
      "alt: x {\n  a ~> b: x { id: m }\n} else: y {\n  arrive: m\n}\n",
      ["misplaced-arrive [m]"],
    ],
    "of nothing": ["a ~> b: x\narrive: m\n", ["unknown-id [m]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(`reports one ${name}`, () => expect(reportsOn(source)).toEqual(expected));
  test("the second of two is the lower one, also across fragments", () => {
    const text = "a ~> b: x { id: m }\nopt: y {\n  arrive: m\n}\narrive: m\n";
    const [report] = compiled(text).diagnostics;
    expect(text.slice(0, report?.span.start).split("\n")).toHaveLength(5);
  });
});

describe("reports", () => {
  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "a note in two places": ["a -> b\nnote: x { left: a; right: b }\n", ["misplaced-attribute [b]"]],
    "a note at nobody": ["a -> b\nnote: x { over: [a; d] }\n", ["unknown-participant [d]"]],
    "a misspelt place": ["a -> b\nnote: x { rihgt: b }\n", ["unknown-attribute [rihgt]"]],
    "a lone note": ["a -> b\nnote\n", ["missing-value [note]"]],
    "a destroyed stranger": ["a -> b\ndestroy: d\n", ["unknown-participant [d]"]],
    "a destroyed boundary": ["z: { kind: boundary; a: A }\na -> b\ndestroy: z\n", ["wrong-value [z]"]],
    "a waiting stranger": ["a -> b\nwait: 5m { on: d }\n", ["unknown-participant [d]"]],
    "a budget that is no time": [
      "a -> b: x { id: m }\nbudget: soon { from: m; to: m }\n",
      ["wrong-value [soon]"],
    ],
    "a budget without ends": ["a -> b\nbudget: 1s\n", ["missing-value [budget]"]],
    "a budget with one end": ["a -> b: x { id: m }\nbudget: 1s { from: m }\n", ["missing-value [budget]"]],
    "a budget with a misspelt end": [
      "a -> b: x { id: m }\nbudget: 1s { form: m; to: m }\n",
      ["unknown-attribute [form]"],
    ],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source)).toEqual(expected));
});
