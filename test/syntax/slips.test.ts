import { describe, expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { outline } from "./outline.ts";

const found = (text: string, name = "a.slant") => {
  const { value, diagnostics } = parse({ name, text });
  return {
    tree: outline(value),
    says: diagnostics.map(({ code, span, help }) => [code, text.slice(span.start, span.end), help]),
  };
};

/** A statement of Mermaid or PlantUML → the words under the report → what is proposed, all or a part of it. */
const foreign: readonly (readonly [string, string, string])[] = [
  ["sequenceDiagram", "sequenceDiagram", "remove it"],
  ["@startuml", "@startuml", "remove it"],
  ["@enduml", "@enduml", "remove it"],
  ["participant A as Alice B", "participant A as Alice B", "write `A: Alice B`"],
  ['participant "Alice B" as A', 'participant "Alice B" as A', "write `A: Alice B`"],
  ["participant Alice", "participant Alice", "write `Alice`"],
  ["create participant Alice", "create participant Alice", "write `Alice`"],
  ["actor Bob", "actor Bob", "write `Bob { kind: person }`"],
  ["database Orders as db", "database Orders as db", "write `db: Orders { kind: store }`"],
  ["actor U as Visitor", "actor U as Visitor", "write `U: Visitor { kind: person }`"],
  ["activate A", "activate A", "remove it"],
  ["deactivate A", "deactivate A", "remove it"],
  ["end", "end", "write `}`"],
  ["end note", "end note", "write `}`"],
  ["autonumber 10", "autonumber 10", "write `config: { numbering: true }`"],
  ["Note over A,B: hi there", "Note over A,B", "write `note: hi there { over: [A; B] }`"],
  ["note left of A: hi", "note left of A", "write `note: hi { left: A }`"],
  ["note right: hi", "note right", "write `note: hi`"],
  ["note over A", "note over A", "write `note: …"],
  ["ref over A, B: see there", "ref over A, B", "write `ref: see there { over: [A; B] }`"],
  ["== Second day ==", "== Second day ==", "write `divider: Second day`"],
  ["return 200 OK", "return 200 OK", "write `callee --> caller: 200 OK`"],
  ["%% a remark: x", "%%", "start a comment with `#`"],
  ["// a -> b", "//", "start a comment with `#`"],
  ["skinparam monochrome true", "skinparam monochrome true", "remove it"],
  ["!include common.puml", "!include common.puml", "write `...@file`"],
  ["newpage", "newpage", "remove it"],
  ["rect rgb(0, 0, 255)", "rect rgb(0, 0, 255)", "write `group: …"],
  ['links x: {"Runbook": "https://a.org/x"}', "links x", 'write `x: { link: "https://a.org/x" }`: a'],
  ['links y: {"A": "https://a.org", "B": "b.org"}', "links y", 'write `y: { link: "https://a.org" }`'],
  ["links x: {}", "links x", "write `x: { link: … }`"],
  ["link x: Board @ https://a.org/?q=1#b", "link x", 'write `x: { link: "https://a.org/?q=1#b" }`'],
  ["Link x: docs/x.html", "Link x", 'write `x: { link: "docs/x.html" }`'],
  ["link x: Board", "link x", "write `x: { link: … }`"],
  ['properties x: {"class": "internal"}', "properties x", "remove it"],
  ["details x: elem", "details x", "remove it"],
  ['box "Backend" #LightBlue', 'box "Backend" #LightBlue', "write `Backend: { kind: boundary; … }`"],
];

describe("statements of Mermaid and PlantUML", () => {
  test.each(foreign)("%s", (source, words, help) => {
    expect(found(`x -> y\n${source}\ny -> x\n`)).toEqual({
      tree: "x -> y; y -> x",
      says: [["foreign-statement", words, expect.stringContaining(help)]],
    });
  });

  test("a word that names kinds counts where a participant of that name is used", () => {
    expect(found("queue jobs\na ~> jobs: x").says).toEqual([
      ["foreign-statement", "queue jobs", "write `jobs { kind: queue }`"],
    ]);
    expect(found("queue jobs\na ~> queue jobs: x").says).toEqual([]);
  });

  test("a menu's words are no statements, and count where a participant has such a menu", () => {
    expect(found('links x: {"A": "b"}\nlink x: y/z\na -> b').says).toEqual([]);
    expect(found('links: {"A": "b"}\na -> link x').says).toEqual([]);
    expect(found("link x: y/z\na -> link x\na -> x").says).toEqual([]);
  });

  test("of a menu that is no map of Slant, one thing is said, and nothing is taken back beside it", () => {
    const text = 'note: "a" b\nlinks x: {"A": "https://a.org", "B": "https://b.org"}\nx -> y: "a" b';
    expect(found(text).says.map(([code]) => code)).toEqual([
      "text-after-quote",
      "foreign-statement",
      "text-after-quote",
    ]);
  });

  test("they are found inside fragments and groups", () => {
    expect(
      found("opt: x {\n  a -> b\n  end\n}\ng {\n  b -> a\n  activate b\n}").says.map(([code]) => code),
    ).toEqual(["foreign-statement", "foreign-statement"]);
  });
});

/** Source → words → help → tree. */
const misread: readonly (readonly [string, string, string, string])[] = [
  ["await paid", "await paid", 'write `await: paid`, or `"await paid"` if it is a name', "await: paid"],
  ["loop 3 times { a -> b }", "loop 3 times", "write `loop: 3 times`", "loop: 3 times { a -> b }"],
  ["lopp: 3 times { a -> b }", "lopp", "write `loop:`", "loop: 3 times { a -> b }"],
  ["opt { a -> b } ; atl { a -> b }", "atl", "write `alt:`", "opt { a -> b }; alt { a -> b }"],
  ["awiat paid", "awiat paid", "write `await: paid`", "await: paid"],
  ["divder", "divder", "write `divider:`", "divider"],
  [
    "alt: x { a -> b } else declined { b -> a } else: y { a -> b }",
    "else declined",
    "write `else: declined`",
    "alt: x { a -> b }; else: declined { b -> a }; else: y { a -> b }",
  ],
  ["alt is sick", "alt is sick", "write `alt: is sick`", ""],
  [
    "par { a -> b } and also { a -> c }",
    "and also",
    "write `and: also`",
    "par { a -> b }; and: also { a -> c }",
  ],
  ["loop 3 times {}", "loop 3 times", "write `loop: 3 times`", "loop: 3 times {}"],
];

describe("names that read like statements", () => {
  test.each(misread)("%s", (source, words, help, tree) => {
    expect(found(source)).toEqual({
      tree,
      says: [["misread-statement", words, expect.stringContaining(help)]],
    });
  });
});

const silent: Readonly<Record<string, string>> = {
  "labels and values":
    "a -> b: end\nb -> a: sequenceDiagram\nnote: participant A as B { over: a }\nalt: loop 3 times { a -> b: await paid }",
  "quoted names": '"await paid"\n"end"\n"actor Bob"\n"lopp" { a -> b }',
  "declared participants":
    "end: The end\nlopp: A loop\nactor bob: Bob\nwait list: Waiting list\nnote service { kind: store }",
  "names in use": "end -> a\nnode pool -> a: x\nnode pool\nend\nlifelines: [loop back; a]\nloop back",
  "ordinary names of the language": "store\norder\nkey\nid\nqueue\nworker",
  "names that are near no word": "web\napi gateway\ncheckout { web -> api }",
  "short names": "car\nbar code\nin\nor",
  "the map of a participant, a message, a setting":
    "a { end; await b }\na -> b { end }\nconfig: { end }\nvars: { actor Bob }",
};

describe("no slips", () => {
  test.each(Object.entries(silent))("%s", (_, source) => {
    expect(found(source).says).toEqual([]);
  });

  test("in D2 files", () => {
    const source = "sequenceDiagram\nawait paid\nlopp: x {\n  a -> b\n}\nelse: y\nstep: a -> b\n";
    expect(found(source, "a.d2").says).toEqual([]);
  });
});

describe("arrows in values", () => {
  test("of a participant are a warning", () => {
    const { diagnostics } = parse({
      name: "a.slant",
      text: "step: a -> b { kind: worker }\ng { x: y ~> z; a -> b }",
    });
    expect(diagnostics.map(({ code, severity, help }) => [code, severity, help])).toEqual([
      [
        "operator-in-value",
        "warning",
        'write the message on a line of its own, or quote the label: `"a -> b"`',
      ],
      [
        "operator-in-value",
        "warning",
        'write the message on a line of its own, or quote the label: `"y ~> z"`',
      ],
    ]);
  });

  test("of anything else are text", () => {
    const source =
      'title: a -> b\nnote: a -> b\nalt: a -> b { c -> d: e -> f }\na: "b -> c"\nd: b->c\ne: { label: a -> b }\nf.label: a -> b';
    expect(found(source).says).toEqual([]);
  });
});
