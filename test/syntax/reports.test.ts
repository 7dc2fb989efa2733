import { describe, expect, test } from "vitest";
import type { SyntaxCode } from "../../src/syntax/explanations.ts";
import { parse } from "../../src/syntax/parse.ts";
import { outline } from "./outline.ts";

/** What is reported, as the code and the words under it; then the outline of what was understood. */
interface Row {
  readonly source: string;
  readonly says: readonly (readonly [SyntaxCode, string])[];
  readonly tree: string;
}

const row = (source: string, tree: string, ...says: Row["says"]): Row => ({ source, says, tree });

const reports: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  characters: {
    "NUL, once a line": row(
      "a\0\0b\0: x\nc\0",
      "a\0\0b\0: x; c\0",
      ["invalid-character", "\0\0"],
      ["invalid-character", "\0"],
    ),
    "half a surrogate pair": row("a: x\ud83d\nb: \u{1F600}", "a: x\ud83d; b: \u{1F600}", [
      "invalid-character",
      "\ud83d",
    ]),
  },
  "strings and blocks": {
    double: row('a: "x # y\nb: z', "a: <x # y>; b: z", ["unterminated-string", '"x # y']),
    single: row("a -> b: 'tis\nc", "a -> b: <tis>; c", ["unterminated-string", "'tis"]),
    "a key": row('"a b: x\nc', "<a b: x>; c", ["unterminated-string", '"a b: x']),
    "before braces of its own line": row(
      'a { b: "x }\nc { d: { e: "y; } }\nf: x { class: ["a; b] }',
      "a { b: <x> }; c { d { e: <y;> } }; f: x { class: [<a; b>] }",
      ["unterminated-string", '"x'],
      ["unterminated-string", '"y;'],
      ["unterminated-string", '"a; b'],
    ),
    "a block ends with its indentation": row("a: |md\n  # T\n\n  x\nb -> c", "a: <md|# T\n\nx>; b -> c", [
      "unterminated-block",
      "|",
    ]),
    "a block on one line": row("a: ||md x | y\nb", "a: <md|x | y>; b", ["unterminated-block", "||"]),
    "a block ends before a brace": row("a: x { b: |md\n  y\n  }\nc", "a: x { b: <md|y> }; c", [
      "unterminated-block",
      "|",
    ]),
    "a block ends before the next one": row("a: |md\n  y\nb: |md z |\nc", "a: <md|y>; b: <md|z>; c", [
      "unterminated-block",
      "|",
    ]),
    "a comment ends with its paragraph": row('"""\na -> b\n\nc', "c", ["unterminated-comment", '"""']),
    "an escape": row('a: "\\q\\x"', "a: <qx>", ["bad-escape", "\\q"], ["bad-escape", "\\x"]),
    "a character that is none": row(
      'a: "\\u{110000}\\u{d800}"',
      "a: <u{110000}u{d800}>",
      ["bad-escape", "\\u{110000}"],
      ["bad-escape", "\\u{d800}"],
    ),
    "text behind a quoted value": row('a: "x" y { b }\nc', 'a: "x" y { b }; c', [
      "text-after-quote",
      '"x" y',
    ]),
    "text between two quotes": row('a: "x" and "y"\nc', 'a: "x" and "y"; c', [
      "text-after-quote",
      '"x" and "y"',
    ]),
    "a list's item": row('class: ["a" b; c]', 'class: ["a" b; c]', ["text-after-quote", '"a" b']),
    "text behind a quoted key": row('"a" b: x\nc', "<a>; b: x; c", ["text-after-quote", "b"]),
    "text behind a block": row("a: |md x | y |\nc", "a: <md|x>; y |; c", ["text-after-quote", "y |"]),
    "a hole without a name": row(
      "a: x${} ${ \nb: ${a",
      "a: x${} ${; b: ${a",
      ["broken-substitution", "${}"],
      ["broken-substitution", "${"],
      ["broken-substitution", "${a"],
    ),
  },
  operators: {
    "Mermaid's": row(
      "a->>b: x\na-->>b\na-)b\na--)b\na -x b: x\na --x b\na<<->>b",
      "a -> b: x; a --> b; a ~> b; a ~> b; a ~> b: x; a ~> b; a <-> b",
      ["unknown-operator", "->>"],
      ["unknown-operator", "-->>"],
      ["unknown-operator", "-)"],
      ["unknown-operator", "--)"],
      ["unknown-operator", "-x"],
      ["unknown-operator", "--x"],
      ["unknown-operator", "<<->>"],
    ),
    others: row(
      "a => b\na ~~> b\na ~ b\na ->| b\na ->- b\na <~> b\na <<- b",
      "a -> b; a ~> b; a ~> b; a -> b; a -> b; a ~> b; a <- b",
      ["unknown-operator", "=>"],
      ["unknown-operator", "~~>"],
      ["unknown-operator", "~"],
      ["unknown-operator", "->|"],
      ["unknown-operator", "->-"],
      ["unknown-operator", "<~>"],
      ["unknown-operator", "<<-"],
    ),
    Unicode: row(
      "a → b\na ← b\na ⇢ b\na ↔ b\na —> b",
      "a -> b; a <- b; a --> b; a <-> b; a --> b",
      ["unknown-operator", "→"],
      ["unknown-operator", "←"],
      ["unknown-operator", "⇢"],
      ["unknown-operator", "↔"],
      ["unknown-operator", "—>"],
    ),
    "none in names and texts": row(
      "a-x: b ~ c → d\norder-xml -> 'a ~ b': x => y",
      "a-x: b ~ c → d; order-xml -> <a ~ b>: x => y",
    ),
    "in a reference": row("(a ->> b)[0]: x", "(a -> b)[0]: x", ["unknown-operator", "->>"]),
  },
  ends: {
    missing: row(
      "a ->\n-> b\na -> -> b: x\n<-> { a: b }\nc",
      "c",
      ["missing-end", "->"],
      ["missing-end", "->"],
      ["missing-end", "->"],
      ["missing-end", "<->"],
    ),
    "outside, twice or in between": row(
      "() ~> ()\na -> () -> b\n() -> a\nx ~> [(); b]",
      "() ~> (); a -> () -> b; () -> a; x ~> [b]",
      ["misplaced-outside", "()"],
      ["misplaced-outside", "()"],
      ["misplaced-outside", "()"],
    ),
    "outside, alone": row("(): x\na", "a", ["misplaced-outside", "()"]),
    lists: row(
      "[a; b] ~> c\na -> [b; c]\na ~> b ~> [c]\n[a] <~ b\na ~> [[b]; c]\n[a; b]: x",
      "[a; b] ~> c; a -> [b; c]; a ~> b ~> [c]; [a] <~ b; a ~> [c]",
      ["misplaced-list", "[a; b]"],
      ["misplaced-list", "[b; c]"],
      ["misplaced-list", "[c]"],
      ["misplaced-list", "[b]"],
      ["misplaced-list", "[a; b]"],
    ),
    "an unknown arrow to a list": row("a -) [b; c]", "a ~> [b; c]", ["unknown-operator", "-)"]),
  },
  lists: {
    "commas, once": row(
      "a ~> [b, c, d]\nclass: [a, b, 'c,d']",
      "a ~> [b; c; d]; class: [a; b; <c,d>]",
      ["comma-in-list", ","],
      ["comma-in-list", ","],
    ),
    empty: row(
      "a ~> []\nclass: [ # none\n]",
      "a ~> []; class: []",
      ["empty-list", "[]"],
      ["empty-list", "[ # none\n]"],
    ),
    "not closed before a brace": row("a: x { callback: [b; c }\nd", "a: x { callback: [b; c] }; d", [
      "unclosed-bracket",
      "[",
    ]),
    "not closed before a map": row("await: [a; b { any: true }\nd", "await: [a; b] { any: true }; d", [
      "unclosed-bracket",
      "[",
    ]),
    "not closed before a label": row("a ~> [b; c: x\nd", "a ~> [b; c]: x; d", ["unclosed-bracket", "["]),
    "not closed before a statement": row(
      "await: [a\nb -> c: x\nx ~> [y\nd: e",
      "await: [a]; b -> c: x; x ~> [y]; d: e",
      ["unclosed-bracket", "["],
      ["unclosed-bracket", "["],
    ),
    "not closed at all": row("class: [a; b", "class: [a; b]", ["unclosed-bracket", "["]),
    "side by side": row("class: [[a] [b]]", "class: [[a]; [b]]", ["missing-separator", "[b]"]),
    "a bracket too many": row(
      "a] -> b\nc: x {\n  d ]\n}\ne",
      "a; c: x { d }; e",
      ["stray-bracket", "]"],
      ["stray-bracket", "]"],
    ),
  },
  braces: {
    "not closed": row("opt: x {\n  a -> b", "opt: x { a -> b }", ["unclosed-brace", "{"]),
    "not closed, before a statement of the same indentation": row(
      "alt: x {\n  a -> b\nalt: y {\n  c -> d\n} else: z {\n  e -> f\n}",
      "alt: x { a -> b }; alt: y { c -> d }; else: z { e -> f }",
      ["unclosed-brace", "{"],
    ),
    "not closed, inside one that is": row(
      "alt: x {\n  a -> b: y { timeout: 5s\n  c -> d\n}\ne",
      "alt: x { a -> b: y { timeout: 5s }; c -> d }; e",
      ["unclosed-brace", "{"],
    ),
    "not closed, before the brace of an outer one": row(
      "alt: x {\n  opt: y {\n    a -> b\n}\ne",
      "alt: x { opt: y { a -> b } }; e",
      ["unclosed-brace", "{"],
    ),
    "not closed, without indentation": row(
      "alt: x {\na -> b\nopt: y {\nb -> c\n}\nd -> e",
      "alt: x { a -> b; opt: y { b -> c }; d -> e }",
      ["unclosed-brace", "{"],
    ),
    "too many": row("a {\n}\n}\nb", "a {}; b", ["stray-brace", "}"]),
    "alone on a line": row("alt: x\n\n# why\n{\n  a -> b\n}\nc", "alt: x { a -> b }; c", [
      "brace-on-own-line",
      "{",
    ]),
    "of nothing": row(
      "{\n  a -> b\n}\nc {}\n{ d }",
      "a -> b; c {}; d",
      ["brace-on-own-line", "{"],
      ["brace-on-own-line", "{"],
    ),
    "a second one": row("a { b } { c }", "a { b }; c", ["missing-key", "{"]),
  },
  separators: {
    "behind a map": row("a { b } c -> d: x", "a { b }; c -> d: x", ["missing-separator", "c"]),
    "behind a list": row("class: [a] b", "class: [a]; b", ["missing-separator", "b"]),
    "before a continuation of another name": row(
      "alt: x { a -> b } elsewhere { c: d }",
      "alt: x { a -> b }; elsewhere { c: d }",
      ["missing-separator", "elsewhere"],
    ),
    "behind a reference": row("(a -> b)[0] c", "(a -> b)[0]; c", ["missing-separator", "c"]),
  },
  keys: {
    missing: row(
      "a..b: x\n.c: y\n: z\nd",
      "a.b: x; c: y; d",
      ["missing-key", ".."],
      ["missing-key", "."],
      ["missing-key", ":"],
    ),
    empty: row("\"\": x\na -> ''", "<>: x; a -> <>", ["missing-key", '""'], ["missing-key", "''"]),
    bullets: row(
      "- a\n- b -> c\n-\nd -> -",
      "a; b -> c; -; d -> -",
      ["bullet", "-"],
      ["bullet", "-"],
      ["bullet", "-"],
      ["bullet", "-"],
    ),
    "an import": row(
      "@file\n@alice -> b",
      "@file; @alice -> b",
      ["misplaced-import", "@file"],
      ["misplaced-import", "@alice"],
    ),
  },
  values: {
    empty: row(
      "a:\nb: # why\na -> b:\nc:; d { e: }",
      "a; b; a -> b; c; d { e }",
      ["empty-value", ":"],
      ["empty-value", ":"],
      ["empty-value", ":"],
      ["empty-value", ":"],
      ["empty-value", ":"],
    ),
    "a spread with a map": row("...@x { a }\nb", "...@x; b", ["broken-spread", "{ a }"]),
    "a spread of text": row(
      "...x y\na { ... }",
      "a {}",
      ["broken-spread", "...x y"],
      ["broken-spread", "..."],
    ),
  },
  references: {
    "without a number": row(
      "(a -> b).style: x\n(a -> b): x\nc",
      "c",
      ["broken-reference", "(a -> b)"],
      ["broken-reference", "(a -> b)"],
    ),
    "to a name": row("(a -> b)[x].y: z\nc", "c", ["broken-reference", "(a -> b)"]),
    "not closed": row("(a -> b[0]: x\nc", "c", ["broken-reference", "(a -> b"]),
    "of names": row("(optional) step\nc", "c", ["broken-reference", "(optional)"]),
    "of nothing": row("(", "", ["broken-reference", "("]),
  },
  continuations: {
    "an else of nothing": row("a -> b\nelse: x { c -> d }", "a -> b; else: x { c -> d }", [
      "misplaced-else",
      "else",
    ]),
    "an else behind something else": row(
      "alt: x { a -> b }\nc -> d\nelse { e -> f }",
      "alt: x { a -> b }; c -> d; else { e -> f }",
      ["misplaced-else", "else"],
    ),
    "an and of an alt, an else of a par": row(
      "alt: x { a -> b } and: y { a -> b }\npar: { a -> b }\nelse: z { a -> b }",
      "alt: x { a -> b }; and: y { a -> b }; par { a -> b }; else: z { a -> b }",
      ["misplaced-and", "and"],
      ["misplaced-else", "else"],
    ),
    "in a group": row("g { a -> b; else: x { a -> b } }", "g { a -> b; else: x { a -> b } }", [
      "misplaced-else",
      "else",
    ]),
    "names elsewhere": row('"else": x; a { else: b }; a.else: c', "<else>: x; a { else: b }; a.else: c"),
  },
};

for (const [what, rows] of Object.entries(reports)) {
  describe(what, () => {
    test.each(Object.entries(rows))("%s", (_, { source, says, tree }) => {
      const { value, diagnostics } = parse({ name: "a.slant", text: source });
      expect(diagnostics.map(({ code, span }) => [code, source.slice(span.start, span.end)])).toEqual(says);
      expect(outline(value)).toBe(tree);
    });
  });
}

test("a message quotes the author's words, and a way out is given", () => {
  const sources = Object.values(reports).flatMap((rows) => Object.values(rows).map(({ source }) => source));
  const found = sources.flatMap((text) => parse({ name: "a.slant", text }).diagnostics);
  expect(found.length).toBeGreaterThan(100);
  for (const { message, help } of found) {
    expect(message).toMatch(/^[^\n]+\.$/);
    expect(help).toMatch(/^[^\n]+[^.\n]$/);
  }
});

test("every fix of the table mends what it was offered for", () => {
  const sources = Object.values(reports).flatMap((rows) => Object.values(rows).map(({ source }) => source));
  for (const text of sources) {
    for (const { code, fixes = [], span } of parse({ name: "a.slant", text }).diagnostics) {
      for (const { edits } of fixes) {
        const mended = edits
          .toReversed()
          .reduce(
            (before, edit) => before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end),
            text,
          );
        const left = parse({ name: "a.slant", text: mended }).diagnostics;
        expect(
          left.filter((it) => it.code === code && it.span.start === span.start),
          `${code} in ${mended}`,
        ).toEqual([]);
      }
    }
  }
});
