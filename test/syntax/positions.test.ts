import { describe, expect, test } from "vitest";
import type { Comment, Statement } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";

const bodyOf = (text: string): readonly Statement[] => parse({ name: "a.slant", text }).value.body;

describe("spans", () => {
  const text =
    "\ufeff# x\n  a.'b'  ~> [ c ; d ] :  \"l\\t${v}\"  { class: [1; @f.g] } # y\n...@m\nz.(a -> b)[0].w: 'é😀' \n";
  const words = (span: { readonly start: number; readonly end: number }): string =>
    text.slice(span.start, span.end);
  const all = (node: unknown): readonly string[] => {
    if (typeof node !== "object" || node === null) return [];
    const own = "span" in node ? [words(node.span as { start: number; end: number })] : [];
    return [...own, ...Object.values(node).flatMap(all)];
  };

  test("cover what was written, in every part of the tree", () => {
    const [message, spread, reference] = bodyOf(text);
    expect(message && words(message.span)).toBe("a.'b'  ~> [ c ; d ] :  \"l\\t${v}\"  { class: [1; @f.g] }");
    expect(all(message)).toEqual([
      "a.'b'  ~> [ c ; d ] :  \"l\\t${v}\"  { class: [1; @f.g] }",
      ...["a.'b'", "a.'b'", "a", "'b'", "[ c ; d ]", "c", "c", "d", "d", "~>"],
      ...['"l\\t${v}"', "${v}", "v", "v", "{ class: [1; @f.g] }", "class: [1; @f.g]", "class", "class"],
      ...["[1; @f.g]", "1", "@f.g", "g", "g", "# x", "# y"],
    ]);
    expect(all(spread)).toEqual(["...@m", "@m"]);
    expect(all(reference)).toEqual([
      "z.(a -> b)[0].w: 'é😀'",
      ...["z", "z", "a", "a", "->", "b", "b", "w", "w", "'é😀'"],
    ]);
  });

  test("of a file is its text", () => {
    expect(parse({ name: "a.slant", text }).value.span).toEqual({
      file: "a.slant",
      start: 0,
      end: text.length,
    });
  });

  test("of braces", () => {
    const [a] = bodyOf("a { b }");
    expect(a?.kind === "entry" && a.map).toMatchObject({
      open: { start: 2, end: 3 },
      close: { start: 6, end: 7 },
      span: { start: 2, end: 7 },
    });
    const [b] = bodyOf("a { b");
    expect(b?.kind === "entry" && b.map && "close" in b.map).toBe(false);
  });
});

describe("comments and blank lines", () => {
  const texts = (comments: readonly Comment[]): readonly string[] =>
    comments.map(
      ({ kind, text, blankBefore }) => `${blankBefore ? "⏎" : ""}${kind === "block" ? "«" : ""}${text}`,
    );
  const around = (text: string): readonly string[] =>
    bodyOf(text).map(({ leading, comment, blankBefore, apart }) =>
      [blankBefore ? "⏎" : "", texts(leading).join("|"), apart ? "⏎" : "", "·", comment?.text ?? ""].join(""),
    );

  test.each([
    ["a\nb", ["·", "·"]],
    ["\na\n\n\nb\n \t\nc", ["·", "⏎·", "⏎·"]],
    ["# one\n#two\na # three\nb", [" one|two·three".replace("·three", "· three"), "·"]],
    ["# one\n\n# two\n\na", [" one|⏎ two⏎·"]],
    ["a\n\n# one\nb", ["·", "⏎⏎ one·"]],
    ['"""\nlong\n"""\na; b # x', ["«\nlong\n·", "· x"]],
    ["a; # x\nb", ["· x", "·"]],
    ["a {\n  b\n} # x\nc", ["· x", "·"]],
    ["a: # x\nb: y", ["· x", "·"]],
  ])("%j", (text, expected) => {
    expect(around(text)).toEqual(expected);
  });

  test("behind the last statement they trail", () => {
    const { value } = parse({ name: "a.slant", text: "a { # one\n  # two\n\n  # three\n}\n# four\n" });
    const [a] = value.body;
    expect(a?.kind === "entry" && a.map && texts(a.map.trailing)).toEqual([" one", " two", "⏎ three"]);
    expect(texts(value.trailing)).toEqual([" four"]);
  });

  test("in lists they stay with the list", () => {
    const [a, b] = bodyOf("class: [ # one\n  x # two\n]\nc ~> [d # three\n]");
    expect(a?.kind === "entry" && a.value?.kind === "list" && texts(a.value.comments ?? [])).toEqual([
      " one",
      " two",
    ]);
    const end = b?.kind === "connection" ? b.ends[1] : undefined;
    expect(end?.kind === "list" && texts(end.comments ?? [])).toEqual([" three"]);
  });

  test("a hash in a name or a text is none", () => {
    expect(around("issue #12: see #13\n#note\na {#x\n}\nb;#y")).toEqual(["·", "note·", "·y"]);
  });
});

describe("texts and their holes", () => {
  const partsOf = (text: string): readonly string[] => {
    const [statement] = bodyOf(text);
    const value = statement?.kind === "entry" ? statement.value : undefined;
    return value?.kind !== "text"
      ? []
      : value.parts.map((part) =>
          typeof part === "string" ? part : `‹${part.path.keys.map((key) => key.text).join("/")}›`,
        );
  };

  test.each([
    ["a: x", ["x"]],
    ["a: x ${b.c} y\\n", ["x ", "‹b/c›", " y\n"]],
    ['a: "${b}${c}"', ["‹b›", "‹c›"]],
    ["a: \\${b} ${c}", ["${b} ", "‹c›"]],
    ["a: '${b}'", ["${b}"]],
    ["a: |md\n  x ${b}\n  y\n|", ["x ", "‹b›", "\ny"]],
    ['a: ""', [""]],
  ])("%j", (text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });
});

test("reports come in the order of the source, whatever finds them", () => {
  const { diagnostics } = parse({
    name: "a.slant",
    text: 'lopp: x { a -> b }\n"c\n}\nd\0:\nelse: y { e ->> f }\nawait z\n',
  });
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "misread-statement",
    "unterminated-string",
    "stray-brace",
    "invalid-character",
    "empty-value",
    "misplaced-else",
    "unknown-operator",
    "misread-statement",
  ]);
});
