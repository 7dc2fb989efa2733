import { describe, expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { outline } from "./outline.ts";

/** What → source → its outline, without a word of complaint. */
const trees: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  "statements and separators": {
    lines: ["a\nb\r\nc\rd", "a; b; c; d"],
    "semicolons between keys need no blank": ["a;b; c ;d", "a; b; c; d"],
    "empty statements": [";;a;\n;b;", "a; b"],
    "a byte order mark": ["\ufeffa: b", "a: b"],
    "a joined line": ["a -> \\\n  b: one \\\r\n  two", "a -> b: one two"],
    "a joined line in a key": ["one \\\n  two: x", "one two: x"],
    "an empty text": ["", ""],
    "blank lines": ["\n\n  \n", ""],
  },
  keys: {
    "names with blanks, scripts and marks": [
      "order api: x; naïve café; 価格; 🚀 x; a/b + c? (d), e's & f!",
      "order api: x; naïve café; 価格; 🚀 x; a/b + c? (d), e's & f!",
    ],
    "dashes within": ["order-api: x; a-b -> c-d; -id; a - b", "order-api: x; a-b -> c-d; -id; a - b"],
    paths: ["a.b . c: x; b.1.2; 2007", "a.b.c: x; b.1.2; 2007"],
    "a dot at the end": ["a.: x; b.c.", "a: x; b.c"],
    quoted: [`"a.b: c" -> 'it''s'.x; "note": Notes`, "<a.b: c> -> <it's>.x; <note>: Notes"],
    escapes: ["a\\.b\\: c: x", "a.b: c: x"],
    "combining marks become one": ["cafe\u0301: x", "caf\u00e9: x"],
    "a block": ["|md # T |: x", "<# T>: x"],
    globs: ["*.style.fill: red; &kind: queue; **: x", "*.style.fill: red; &kind: queue; **: x"],
    "a hash within": ["issue #12: x; a#b", "issue #12: x; a#b"],
  },
  connections: {
    "every operator": [
      "a -> b; a <- b; a --> b; a <-- b; a ~> b; a <~ b; a <-> b; a -- b",
      "a -> b; a <- b; a --> b; a <-- b; a ~> b; a <~ b; a <-> b; a -- b",
    ],
    "longer dashes": ["a ---> b; a <---- b; a <--> b; a ---- b", "a --> b; a <-- b; a <-> b; a -- b"],
    "without blanks": [
      "a->b: x; a~>b; a<-b; a->x; x->a; a--x",
      "a -> b: x; a ~> b; a <- b; a -> x; x -> a; a -- x",
    ],
    "a chain": ["a -> b ~> c.d: x { timeout: 5s }", "a -> b ~> c.d: x { timeout: 5s }"],
    outside: ["() ~> a: x; a ~> ( ): y; () -> a -> b", "() ~> a: x; a ~> (): y; () -> a -> b"],
    "a list of ends": [
      "bus ~> [a; b.c\n\n  d # last\n]: x; [a;b] <~ bus",
      "bus ~> [a; b.c; d]: x; [a; b] <~ bus",
    ],
    "without a label": ["a -> b { id: x }", "a -> b { id: x }"],
    "to itself": ["a -> a: x", "a -> a: x"],
    "a statement word as an end": ["note -> await: end", "note -> await: end"],
  },
  values: {
    "plain text": [
      "a -> b: @alice please look; c: $5; d: a:b; e: GET /users/{id}; f: x;y; g: (1) [2], 3",
      "a -> b: @alice please look; c: $5; d: a:b; e: GET /users/{id}; f: x;y; g: (1) [2], 3",
    ],
    "a bracket where no list is taken": ["alt: [user exists] { a -> b }", "alt: [user exists] { a -> b }"],
    "a bracket in a message's label": ["a -> class: [x y]", "a -> class: [x y]"],
    "a hash": ["a: issue #12; b: #f00; c: x\\# y # comment", "a: issue #12; b: #f00; c: x# y"],
    "a hash alone at the line's end": ["a: x #\nb", "a: x; b"],
    "a semicolon ends before a blank, a brace, a comment": [
      "a: x; b { c: y;} ; d: z;# e",
      "a: x; b { c: y }; d: z",
    ],
    "braces that balance": ["a: {b}", "a { b }"],
    "a brace in text": ["a: f(x){y} z; b: x{1{2}3}", "a: f(x){y} z; b: x{1{2}3}"],
    "a brace as the line's last character": ["a: x{\n  b\n}", "a: x { b }"],
    "escapes in plain text": [
      "a: one\\ntwo \\; \\{x\\} \\# \\\\ C:\\dir \\$\\{",
      "a: one\ntwo ; {x} # \\ C:\\dir ${",
    ],
    "double quotes": ['a: "x\\ty \\"q\\" \\u{1F600} \\$" { b }', 'a: <x\ty "q" 😀 $> { b }'],
    "single quotes": ["a: 'it''s \\n raw ${x}'", "a: <it's \\n raw ${x}>"],
    "an empty text in quotes": ['a: ""', "a: <>"],
    operators: ["a -> b: x -> y", "a -> b: x -> y"],
    "null and numbers are texts": ["a: null; b: 1.5", "a: null; b: 1.5"],
  },
  blocks: {
    markdown: ["a: |md\n    # T\n      x\n\n    y\n  | { b }", "a: <md|# T\n  x\n\ny> { b }"],
    "with other marks": ["a: ||txt a | b ||; b: |`js x || y `|", "a: <txt|a | b>; b: <js|x || y>"],
    "without a tag": ["a: | x |", "a: <x>"],
    "line ends": ["a: |md\r\n  x\r\n  y\r\n|", "a: <md|x\ny>"],
    "text on the first line": ["a: |md one\n  two\n|", "a: <md|one\ntwo>"],
    "in a list": ["vars: { a: [|md x |; y] }", "vars { a: [<md|x>; y] }"],
  },
  lists: {
    separators: ["class: [a; b\n  c;\n\n  d # x\n]", "class: [a; b; c; d]"],
    "glued semicolons separate": ["await: [a;b]", "await: [a; b]"],
    "quoted items": [`over: ["a, b"; 'c;d']`, "over: [<a, b>; <c;d>]"],
    "in vars, every value": [
      "vars: { a: [1; 2]; b: { c: [x] }; d { e: [y] } }",
      "vars { a: [1; 2]; b { c: [x] }; d { e: [y] } }",
    ],
    "in lists": ["class: [[a; b]; c]", "class: [[a; b]; c]"],
    spreads: ["class: [...${x}; a; ...@f.g]", "class: [...${x}; a; ...@f . g]"],
    "a following map": ["await: [a; b] { any: true }", "await: [a; b] { any: true }"],
    "brackets in an item": ["class: [a[0]; b]", "class: [a[0]; b]"],
    "by the last key of a path": [
      "a.class: [x; y]; (a -> b)[0].class: [x]",
      "a.class: [x; y]; (a -> b)[0].class: [x]",
    ],
    "as a participant's label, text": ["web: [Web]; vars.x: [y]", "web: [Web]; vars.x: [y]"],
  },
  "substitutions and imports": {
    "alone and in text": ["a: ${x.y}; b: -${x}- {c}", "a: ${x.y}; b: -${x}- { c }"],
    "quoted keys": [`a: \${"x.y".z}`, "a: ${<x.y>.z}"],
    paths: [
      `a: @f; b: @../x/f.slant; c: @./f.slant.k.l; d: @"x.v2".k; e: @x.d2; f: @x.y; g: @../../a.b`,
      "a: @f; b: @../x/f.slant; c: @./f.slant . k.l; d: @x.v2 . k; e: @x.d2; f: @x . y; g: @../../a . b",
    ],
    spreads: ["...@f\n...${x.y}\na {\n  ...@g\n}", "...@f; ...${x.y}; a { ...@g }"],
    "not in single quotes": ["a: '${x}'", "a: <${x}>"],
  },
  references: {
    "by number": ["(a -> b)[0].style.stroke: red", "(a -> b)[0].style.stroke: red"],
    all: [
      "(* ~> *)[*].style.stroke: red; (a <- b.c)[ 12 ] { x }",
      "(* ~> *)[*].style.stroke: red; (a <- b.c)[12] { x }",
    ],
    "with parentheses in a name": ["(pay (eu) -> b)[0]: x", "(pay (eu) -> b)[0]: x"],
    "inside a container": ["x.y.(a -> b)[0].label: z", "x.y.(a -> b)[0].label: z"],
  },
  maps: {
    "after a key, a colon, a value": [
      "a { x: 1 }; b: { x: 1 }; c: d { x: 1 }; e {}",
      "a { x: 1 }; b { x: 1 }; c: d { x: 1 }; e {}",
    ],
    "continuations on the brace's line and below": [
      "alt: x { a -> b } else: y { b -> a } else { c -> d }\npar { a -> b }\n# why\n\nand: z { c -> d }\nretry: 3 times { a -> b }\nelse: w { b -> a }",
      "alt: x { a -> b }; else: y { b -> a }; else { c -> d }; par { a -> b }; and: z { c -> d }; retry: 3 times { a -> b }; else: w { b -> a }",
    ],
  },
};

for (const [what, rows] of Object.entries(trees)) {
  describe(what, () => {
    test.each(Object.entries(rows))("%s", (_, [source, expected]) => {
      const { value, diagnostics } = parse({ name: "a.slant", text: source });
      expect(diagnostics).toEqual([]);
      expect(outline(value)).toBe(expected);
    });
  });
}
