import { describe, expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { outline } from "./outline.ts";

const read = (text: string) => {
  const { value, diagnostics } = parse({ name: "a.d2", text });
  return { mode: value.mode, tree: outline(value), says: diagnostics.map(({ code }) => code) };
};

/** What → a text that D2 compiles → its outline. */
const trees: Readonly<Record<string, readonly [string, string]>> = {
  "a sequence diagram": [
    'shape: sequence_diagram\nalice -> bob: What does it mean\\nto be well-adjusted?\nbob -> alice: "Ah" {\n  style.stroke: "#f00"\n}\n',
    "shape: sequence_diagram; alice -> bob: What does it mean\nto be well-adjusted?; bob -> alice: <Ah> { style.stroke: <#f00> }",
  ],
  "statement words are names": ["alt: x\nawait paid\nelse: y\nend", "alt: x; await paid; else: y; end"],
  "a tilde, a bullet, Unicode arrows and foreign arrows are text": [
    "a ~> b: x; - a; c → d; a -x b; a -) b; => x",
    "a ~> b: x; - a; c → d; a -x b; a -) b; => x",
  ],
  operators: [
    "a -> b; a <- b; a -- b; a <-> b; a --> b; a---b; a<--->b",
    "a -> b; a <- b; a -- b; a <-> b; a --> b; a -- b; a <-> b",
  ],
  "a semicolon, a hash and a brace end any text": [
    "a: x;b: y#why\nc: z{d: e}\nf#g",
    "a: x; b: y; c: z { d: e }; f",
  ],
  "escapes anywhere": ['a\\:b: x\\;y \\{z\\} \\t\\#; c: "\\q\\n"', "a:b: x;y {z} \t#; c: <q\n>"],
  holes: ["vars: { x: 1 }\na: ${x} and ${y.z}", "vars { x: 1 }; a: ${x} and ${y.z}"],
  "every bracket behind a colon is a list": [
    "x: { constraint: [primary_key; unique] }\ny: [a\nb]\nz: []",
    "x { constraint: [primary_key; unique] }; y: [a; b]; z: []",
  ],
  "globs, filters, and the parent": [
    "*.style.fill: red; **: { &shape: circle; !&x: y }; _.a -> b",
    "*.style.fill: red; ** { &shape: circle; !&x: y }; _.a -> b",
  ],
  references: [
    "(a -> b)[0].style.stroke: red; x.(a -> b)[*]: { y }",
    "(a -> b)[0].style.stroke: red; x.(a -> b)[*] { y }",
  ],
  "class fields": [
    "D: {\n  shape: class\n  +f(a int, b int): (x float)\n  -id: int\n  \\#p: string\n}",
    "D { shape: class; +f(a int, b int): (x float); -id: int; #p: string }",
  ],
  "blocks and imports": [
    "a: |md\n  # T\n| { near: top }\n...@x\nb: @y.z",
    "a: <md|# T> { near: top }; ...@x; b: @y . z",
  ],
  comments: ['# one\na # two\n"""\nthree\n"""\nb: c #four', "a; b: c"],
  "a group of messages": ['g: {\n  a -> b\n  a -> a."note"\n}', "g { a -> b; a -> a.<note> }"],
};

describe("D2 files", () => {
  test.each(Object.entries(trees))("%s", (_, [text, tree]) => {
    expect(read(text)).toEqual({ mode: "d2", tree, says: [] });
  });

  test.each([
    ['a: "x" y\nb', "text-after-quote"],
    ["a {", "unclosed-brace"],
    ["a\n}", "stray-brace"],
    ["a -> ", "missing-end"],
    ["a:\nb", "empty-value"],
    ["a: |md x", "unterminated-block"],
    ["a {} b", "missing-separator"],
    ["@x", "misplaced-import"],
  ])("what D2 takes for a mistake is one: %j", (text, code) => {
    expect(read(text).says).toEqual([code]);
  });

  test("the mode may be chosen", () => {
    const text = "a ~> b";
    expect(outline(parse({ name: "-", text }, { mode: "d2" }).value)).toBe("a ~> b");
    expect(parse({ name: "-", text }, { mode: "d2" }).value.body[0]?.kind).toBe("entry");
    expect(parse({ name: "a.d2", text }, { mode: "slant" }).value.body[0]?.kind).toBe("connection");
  });
});
