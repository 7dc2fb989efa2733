import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

const asked = "api ~> worker: resize { callback: done }\n";

describe("callbacks", () => {
  test("who owns, asks, answers and settles", () => {
    const text = `${asked}worker ~> hook: x { carries: done }\nhook ~> api: y { resolves: done }\nhook ~> api: z { rejects: done }\nawait: done\non: done late {\n  api -> api: note it\n}\ncancel: done\ndetach: done { reason: nightly }\n`;
    expect(factsOf(text).callbacks).toEqual([
      {
        name: "done",
        owner: "api",
        asked: [{ message: 0, line: 1 }],
        arrivals: [
          { message: 2, how: "resolves", line: 3 },
          { message: 3, how: "rejects", line: 4 },
        ],
        carried: [{ message: 1, line: 2 }],
        settledBy: [
          { how: "await", line: 5 },
          { how: "on", line: 6 },
          { how: "cancel", line: 9 },
          { how: "detach", line: 10 },
        ],
        stream: false,
      },
    ]);
  });
  test("each receiver of a list is asked", () => {
    expect(
      factsOf("bus ~> [a; b]: x { callback: c }\na ~> bus: y { resolves: c }\n").callbacks,
    ).toMatchObject([{ asked: [{ message: 0 }, { message: 1 }] }]);
  });
  test("sibling operands may declare the same name", () => {
    const text = "alt: x {\n  a ~> b: x { callback: c }\n} else: y {\n  a ~> d: y { callback: c }\n}\n";
    expect(factsOf(text).callbacks).toMatchObject([{ name: "c", asked: [{ message: 0 }, { message: 1 }] }]);
  });
  test("operands of different fragments may not", () => {
    const text = "opt: x {\n  a ~> b: x { callback: c }\n}\nopt: y {\n  a ~> d: y { callback: c }\n}\n";
    expect(reportsOn(text)).toEqual(["duplicate-name [c]"]);
  });
  test("an id in a sibling operand is out of sight", () => {
    const text =
      "alt: x {\n  a ~> b: x { id: m }\n  arrive: m\n} else: y {\n  a ~> b: y { id: m }\n  arrive: m\n}\n";
    expect(factsOf(text).marks).toMatchObject([{ messages: [0] }, { messages: [1] }]);
  });
  test("a stream", () => {
    expect(factsOf("a ~> b: x { callback: [p; q]; stream: p }\n").callbacks).toMatchObject([
      { name: "p", stream: true },
      { name: "q", stream: false },
    ]);
  });
  test("asked by somebody outside", () => {
    expect(factsOf("() ~> a: x { callback: c }\na ~> (): y { resolves: c }\n").callbacks).toMatchObject([
      { owner: null },
    ]);
  });
  test("equal names are equal whatever their normal form", () => {
    expect(factsOf("a ~> b: x { callback: caf\u00e9 }\nawait: cafe\u0301\n").callbacks).toMatchObject([
      { settledBy: [{ how: "await" }] },
    ]);
  });
});

describe("await, cancel, detach, stored", () => {
  const marks = (text: string) => factsOf(text).marks;
  test("the owner waits", () => {
    expect(marks(`${asked}await: done\n`)).toEqual([
      { kind: "await", names: ["done"], any: false, by: "api", line: 2 },
    ]);
  });
  test("all options", () => {
    expect(
      marks("a ~> b: x { callback: [p; q] }\nawait: [p; q] { any: true; timeout: 30s; by: b }\n"),
    ).toEqual([{ kind: "await", names: ["p", "q"], any: true, timeout: 30_000, by: "b", line: 2 }]);
  });
  test("cancel, stored and detach", () => {
    const rest = 'stored: done\ncancel: [done]\ndetach: done { reason: "reconciled nightly" }\n';
    expect(marks(`${asked}${rest}`)).toEqual([
      { kind: "stored", names: ["done"], line: 2 },
      { kind: "cancel", names: ["done"], line: 3 },
      { kind: "detach", names: ["done"], reason: "reconciled nightly", line: 4 },
    ]);
  });

  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "an await of nobody's callback": [`${asked}await: doen\n`, ["unknown-callback [doen]"]],
    "one of several": [`${asked}await: [done; dune]\n`, ["unknown-callback [dune]"]],
    "an await without a name": [`${asked}await: { any: true }\n`, ["missing-value [await]"]],
    "a misspelt option": [`${asked}await: done { timeuot: 3s }\n`, ["unknown-attribute [timeuot]"]],
    "a waiter that is not there": [`${asked}await: done { by: wroker }\n`, ["unknown-participant [wroker]"]],
    "a detach without a reason": [`${asked}detach: done\n`, ["missing-reason [detach]"]],
    "a detach with an empty reason": [`${asked}detach: done { reason: "" }\n`, ['missing-reason [""]']],
    "an attribute where none is taken": [
      `${asked}cancel: done { reason: late }\n`,
      ["misplaced-attribute [reason]"],
    ],
    "two names in one text": [`${asked}await: done soon\n`, ["wrong-value [done soon]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source)).toEqual(expected));

  test("what is known of a broken statement is kept", () => {
    const { flow } = compiled(`${asked}await: [done; dune]\n`);
    expect(flow.body.at(-1)).toMatchObject({ kind: "await", names: [{ text: "done" }] });
  });
});

describe("on", () => {
  const arms: Readonly<Record<string, string>> = {
    done: "arrival",
    "done rejected": "rejected",
    "done timeout": "timeout",
    "done  late": "late",
  };
  for (const [written, arm] of Object.entries(arms))
    test(`on: ${written}`, () => {
      const { fragments } = factsOf(`${asked}on: ${written} {\n  api -> db: save\n}\n`);
      expect(fragments).toMatchObject([{ kind: "on", label: null, handles: { callback: "done", arm } }]);
    });
  test("a handler may be empty", () => expect(factsOf(`${asked}on: done { }\n`).fragments).toHaveLength(1));
  test("an arm that is none", () => {
    const { diagnostics } = compiled(`${asked}on: done rejceted {\n  api -> db\n}\n`);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "`on` takes the name of a callback, and perhaps `rejected`, `timeout` or `late` behind it, not `done rejceted`. Did you mean `done rejected`?",
    ]);
  });
  test("a callback that is not there is named at its word", () => {
    expect(reportsOn(`${asked}on: doen late { api -> db }\n`)).toEqual(["unknown-callback [doen]"]);
  });
  test("no name", () => expect(reportsOn("on: { api -> db }\n")).toEqual(["missing-value [on]"]));
});
