// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { describe, expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";

/** What is written, and how it is printed; one that stands alone is printed as it is. */
type Row = string | readonly [written: string, printed: string];

const long = "x".repeat(90);

const tables: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  spacing: {
    "one space around operators": ["a->b:hi\n", "a -> b: hi\n"],
    "none around dots and before colons": ["a . b  :  x\n", "a.b: x\n"],
    "none inside `()`": ["( ) ~>a\n", "() ~> a\n"],
    "inside braces and behind semicolons": [
      "a: x {timeout : 5s ; id:m; }\n",
      "a: x { timeout: 5s; id: m }\n",
    ],
    "a dot behind the last key": ["a.b. -> c\n", "a.b -> c\n"],
    "references and spreads": [
      "(a->b) [ * ] .style.stroke:red\n...@ids\n",
      "(a -> b)[*].style.stroke: red\n...@ids\n",
    ],
    "references in containers": ["x . (a->b)[0]:null\n", "x.(a -> b)[0]: null\n"],
    "the colon before a map": ["a -> b {\n  timeout: 5s\n}\n", "a -> b: {\n  timeout: 5s\n}\n"],
    levels: [
      "loop:{\na->b\n      opt: x {\nb->c\n}\n}\n",
      "loop: {\n  a -> b\n  opt: x {\n    b -> c\n  }\n}\n",
    ],
    "separators to spare": [";;a;;\n;b\n", "a\nb\n"],
    "no line end behind the last statement": ["a -> b", "a -> b\n"],
  },
  operators: {
    "the shortest of each kind": [
      "a ---> b\na <---- b\na <--> b\na ---- b\n",
      "a --> b\na <-- b\na <-> b\na -- b\n",
    ],
  },
  words: {
    "spaces inside a label": "a -> b: two  spaces\n",
    "quotes, needed or not": "'a' -> \"b\": 'it''s' { note: \"x\" }\n",
    escapes: "a: 50\\% \\{ok\\} \\# {}\n",
    "text that looks like a comment": "a -> b: see #12\n",
    "a `#` that only a missing space keeps from being a comment": ["a:# 1\nb ->#\n", "a: \\# 1\nb -> \\#\n"],
    "a backslash that would join the next line": ["a: C:\\ ; b: x\n", "a: C:\\\\\nb: x\n"],
    "a backslash and a space at the end of a key": ["a\\ \n", "a\\\\\n"],
    "a `{` that would open a map": ["a: f{; b: x\n", "a: f\\{\nb: x\n"],
    "a `;` that would end the text": ["a: b;;\nc\n", "a: b\\;\nc\n"],
    "what would be read as an import": ["a: @{; b: x\n", "a: '@{'\nb: x\n"],
    "a value that would take the brace behind it": ["a: { b: f{x; }\n", "a: {\n  b: f{x\n}\n"],
    "joined lines": ["loop: {\na: one \\\n         two\n}\n", "loop: {\n  a: one \\\n    two\n}\n"],
    "joined lines in quotes": ['a: "one \\\n      two"\n', 'a: "one \\\n  two"\n'],
    "lines joined between words": ["a ->\\\n b\n", "a -> b\n"],
  },
  "block strings": {
    "on one line": "note: |md *hi* |\n",
    "get the indentation of their place": [
      "loop: {\nnote: |md\n      # Hi\n        there\n\n      - x\n   |\n}\n",
      "loop: {\n  note: |md\n    # Hi\n      there\n\n    - x\n  |\n}\n",
    ],
    "keep their marks": "note: |`ts\n  a | b\n`|\n",
    "keep words behind the marks, with the spaces of a line break": "note: |md one  \n  two |\n",
    "keep white space that is theirs": "note: |txt\n  a\n    \n  b\n|\n",
    "as keys": ["a.|md\n x\n|: y\n", "a.|md\n  x\n|: y\n"],
  },
  maps: {
    "on one line stay there": "a: x { kind: queue; style: { fill: red } }\n",
    "on one line that is too long": [
      `a: ${long} { kind: queue; capacity: 1000 }\n`,
      `a: ${long} {\n  kind: queue\n  capacity: 1000\n}\n`,
    ],
    "break from the outside": [
      `a: { b: { c: ${long} }; style: { fill: red; stroke: blue } }\n`,
      `a: {\n  b: { c: ${long} }\n  style: { fill: red; stroke: blue }\n}\n`,
    ],
    "on several lines stay so": "a: x {\n  kind: queue\n}\n",
    "begun on the line of the brace": ["a: { b\n  c }\n", "a: {\n  b\n  c\n}\n"],
    empty: ["a: {\n\n}\nb { }\n", "a: {}\nb: {}\n"],
  },
  lists: {
    "on one line": ["lifelines: [a;b ; c;]\n", "lifelines: [a; b; c]\n"],
    "of receivers": ["a ~>[b;c]:x\n", "a ~> [b; c]: x\n"],
    "too long for a line": [`lifelines: [${long}; ${long}]\n`, `lifelines: [\n  ${long}\n  ${long}\n]\n`],
    "on several lines, with comments and empty lines": [
      "lifelines: [a; b # two\n\n\n# three\n  c\n]\n",
      "lifelines: [\n  a\n  b # two\n\n  # three\n  c\n]\n",
    ],
    "a comment behind the bracket": ["a ~> [ # all\n b; c]: x\n", "a ~> [ # all\n  b\n  c\n]: x\n"],
    "within lists": ["vars: { l: [1;[2;3]] }\n", "vars: { l: [1; [2; 3]] }\n"],
    "within lists, on several lines": [
      "vars: {\n  l: [1; [2\n3]]\n}\n",
      "vars: {\n  l: [\n    1\n    [\n      2\n      3\n    ]\n  ]\n}\n",
    ],
    "items that would read as statements": [
      "lifelines: [\n  a; b: c\n  d\n]\n",
      "lifelines: [\n  a; b: c\n  d\n]\n",
    ],
    "an item that ends like a key": ["lifelines: [\n  a:]\n", "lifelines: [\n  a:;\n]\n"],
    "with spreads": ["vars: { a: [...${b};c] }\n", "vars: { a: [...${b}; c] }\n"],
  },
  comments: {
    "stay with their statement": ["# above\na->b # behind\n", "# above\na -> b # behind\n"],
    "get a space, but for rulers and such": ["#a\n###\n#!x\n# b\n", "# a\n###\n#!x\n# b\n"],
    "behind a semicolon": ["a: b;#c\n", "a: b # c\n"],
    "behind an opening brace": "a: x { # why\n  b: c\n}\n",
    "behind an opening brace, alone": "a: x { # why\n}\n",
    "behind a closing brace": "a: {\n  b: c\n} # done\n",
    "at the end of a map and of the file": "a: {\n  b: c\n  # end\n}\n# end\n",
    "in blocks move as they are": [
      'loop: {\n""" one\n      two\n"""\na -> b\n}\n',
      'loop: {\n  """ one\n        two\n  """\n  a -> b\n}\n',
    ],
  },
  "empty lines": {
    "one at most": ["a\n\n\n\nb\n", "a\n\nb\n"],
    "none at the edges": ["\n\na: {\n\n  b: c\n\n}\n\n", "a: {\n  b: c\n}\n"],
    "between comments and what they stand above": "# one\n\n# two\n\na -> b\n",
  },
  operands: {
    "on the line of the brace": [
      "alt: x {\n  a -> b\n}\n\nelse: {\n  b -> a\n}\n",
      "alt: x {\n  a -> b\n} else: {\n  b -> a\n}\n",
    ],
    "behind a semicolon": [
      "par: {\n a -> b\n}; and: {\n b -> a\n}\n",
      "par: {\n  a -> b\n} and: {\n  b -> a\n}\n",
    ],
    "below a comment": "alt: x {\n  a -> b\n} # one\nelse: {\n  b -> a\n}\n",
    "above a comment of their own": "retry: 3 times {\n  a -> b\n}\n# give up\nelse: {\n  b -> a\n}\n",
    "below an operand on one line": [
      "alt: x { a -> b } else: { b -> a }\n",
      "alt: x { a -> b }\nelse: { b -> a }\n",
    ],
    "within one line": "group: g { alt: x { a -> b } else: { b -> a } }\n",
  },
  "lone names": {
    "behind a semicolon stay there": ["a;b;  c\n", "a; b; c\n"],
    "fill lines": [`${"name; ".repeat(30)}`, `${"name; ".repeat(19)}name\n${"name; ".repeat(9)}name\n`],
    "behind the rest of a label": "a -> b: save; done\n",
    "in a map that is too long for a line": [
      `a: { x: ${long}${long}; y; z: 1 }\n`,
      `a: {\n  x: ${long}${long}; y\n  z: 1\n}\n`,
    ],
  },
};

describe.each(Object.entries(tables))("%s", (_, rows) => {
  test.each(Object.entries(rows))("%s", (_name, row) => {
    const [written, printed] = typeof row === "string" ? [row, row] : row;
    const source = { name: "flow.slant", text: written };
    const { value, diagnostics } = parse(source);
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual(
      [],
    );
    expect(print(value, source)).toBe(printed);
    const again = { name: "flow.slant", text: printed };
    expect(print(parse(again).value, again)).toBe(printed);
  });
});
