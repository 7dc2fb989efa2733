import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ast } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { outline } from "./outline.ts";

/** Pieces of the language, and what is none. */
const pieces = [
  ..."{}[]():;.,#\"'|\\@$*&-~<>=!?/_".split(""),
  ...["a", "b", "order api", "価格", "😀", "\u0301", "\ud800", "\0", "\ufeff", "\u2028", "12", "x"],
  ...[
    "->",
    "-->",
    "~>",
    "<-",
    "<->",
    "--",
    "->>",
    "-)",
    "→",
    "...",
    "()",
    "${",
    "${a}",
    "@f",
    '"""',
    "|md",
    "||",
  ],
  ...[
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\n  ",
    "\\\n",
    "# c",
    "alt",
    "else",
    "and",
    "vars",
    "class",
    "await",
    "end",
  ],
  ...["participant A as B", "note over a", "[0]", "[*]", "5s", "null"],
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));
const mode = fc.constantFrom("slant", "d2");

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Every span in a tree or report, with the span of what holds it. */
const spansIn = function* (
  node: unknown,
  outer?: Extent,
): Generator<{ span: Extent; outer: Extent | undefined }> {
  if (typeof node !== "object" || node === null) return;
  const own = "span" in node ? (node.span as Extent) : undefined;
  if (own !== undefined) yield { span: own, outer };
  for (const [name, value] of Object.entries(node)) {
    // Comments stand around their statement.
    const isAround = name === "leading" || name === "comment" || name === "trailing";
    if (name !== "span") yield* spansIn(value, isAround ? undefined : (own ?? outer));
  }
};

const checkSpans = (text: string, { value, diagnostics }: ReturnType<typeof parse>): void => {
  const whole = { start: 0, end: text.length };
  const isInside = ({ start, end }: Extent, outer: Extent): boolean =>
    outer.start <= start && start <= end && end <= outer.end;
  const lost = [
    ...[...spansIn(diagnostics)].filter(({ span }) => !isInside(span, whole)),
    ...[...spansIn(value)].filter(({ span, outer = whole }) => !isInside(span, outer)),
  ];
  expect(lost).toEqual([]);
};

test("any sequence of pieces is read, inside its bounds, twice alike", () => {
  fc.assert(
    fc.property(soup, mode, (text, ending) => {
      const source = { name: `a.${ending}`, text };
      const once = parse(source);
      checkSpans(text, once);
      expect(JSON.stringify(parse(source))).toBe(JSON.stringify(once));
      const starts = once.diagnostics.map(({ span }) => span.start);
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    }),
    { numRuns: 4000 },
  );
});

test("no mistake is reported twice", () => {
  fc.assert(
    fc.property(soup, (text) => {
      const found = parse({ name: "a.slant", text }).diagnostics.map(
        ({ code, span }) => `${code} ${span.start}`,
      );
      expect(new Set(found).size).toBe(found.length);
    }),
    { numRuns: 2000 },
  );
});

test("any bytes are read", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), mode, (bytes, ending) => {
      const text = new TextDecoder().decode(bytes);
      checkSpans(text, parse({ name: `a.${ending}`, text }));
    }),
    { numRuns: 1000 },
  );
});

test("any units of UTF-16 are read", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }), (units) => {
      const text = String.fromCharCode(...units);
      checkSpans(text, parse({ name: "a.slant", text }));
    }),
    { numRuns: 1000 },
  );
});

/** Statements that are whole, each on a line of its own or a few. */
const good = fc.constantFrom(
  ...[
    "web -> api: POST /signup { timeout: 5s }",
    "api --> web: 201 # created",
    "bus ~> [a; b]: news",
    "jobs: Mail jobs { kind: queue }",
  ],
  ...[
    "note: |md\n  # T\n|",
    "alt: paid {\n  a -> b: ship\n} else: not paid {\n  b -> a\n}",
    "class: [a; b]",
    "(a -> b)[0].label: x",
    "...@common",
  ],
);
/** Statements with one mistake that shows within its lines. */
const broken = fc.constantFrom(
  ...[
    "a ->> b: x",
    "a -> : x",
    "-> b",
    'a: "x',
    "a: 'x { b }",
    "b:",
    "a ~> [b, c]",
    "a ~> [b; c: x",
    "a] -> b",
    "a { b } c",
    "(a -> b): x",
    "(a",
  ],
  ...[
    '"a" b: c',
    "...x",
    "a..b: c",
    "- a",
    "@x -> y",
    "await paid",
    "participant A as B",
    "end",
    "class: [x; y { z }",
    "a: ${}",
    'a: "\\q"',
    "a\0: b",
  ],
  ...[
    "alt: x {\n  a -> b",
    "a -> b: x { timeout: 5s",
    "a: |md\n  x",
    "opt: x\n{\n  a -> b\n}",
    "a -) [b; c]",
    "[a] -> b",
    "() ~> ()",
  ],
);

test("a broken statement costs itself: the good ones around it are read as they are alone", () => {
  const linesOf = (ast: Ast): readonly string[] =>
    ast.body.map((statement) => outline({ ...ast, body: [statement] }));
  const alone = (text: string): readonly string[] => linesOf(parse({ name: "a.slant", text }).value);
  fc.assert(
    fc.property(
      fc.array(good, { maxLength: 4 }),
      broken,
      fc.array(good, { minLength: 1, maxLength: 4 }),
      (above, wrong, below) => {
        const { value, diagnostics } = parse({
          name: "a.slant",
          text: [...above, wrong, ...below, ""].join("\n"),
        });
        const read = linesOf(value);
        expect(read.slice(0, above.flatMap(alone).length)).toEqual(above.flatMap(alone));
        expect(read.slice(read.length - below.flatMap(alone).length)).toEqual(below.flatMap(alone));
        expect(diagnostics.length).toBe(1);
      },
    ),
    { numRuns: 1000 },
  );
});

test("several broken statements are each reported once", () => {
  const countOf = (text: string): number => parse({ name: "a.slant", text }).diagnostics.length;
  fc.assert(
    fc.property(fc.array(fc.oneof(good, broken), { maxLength: 8 }), (lines) => {
      expect(countOf(`${lines.join("\n")}\n`)).toBe(
        lines.reduce((sum, line) => sum + countOf(`${line}\n`), 0),
      );
    }),
    { numRuns: 1000 },
  );
});

test("what one statement lacks or has too much changes no report on others", () => {
  // Neither braces, brackets, quotes and block marks, which may reach further, nor words that others depend on.
  const token = fc.constantFrom(
    "->",
    "~>",
    "->>",
    ":",
    ";",
    ",",
    ".",
    "~",
    "→",
    "x",
    " y ",
    "5s",
    "()",
    "(",
    ")",
    "-",
    "...",
    "@f",
    "$",
    "*",
  );
  const line = fc.constantFrom(
    ...[
      "web -> api: POST { timeout: 5s }",
      "bus ~> [a; b]: news",
      "jobs: Mail jobs { kind: queue }",
      "a -> b",
      "(a -> b)[0].label: x",
    ],
    ...[
      "a ->> b: x",
      "a -> : x",
      "b:",
      "x: a { b } c",
      "await paid",
      "lopp: x { a -> b }",
      "- a",
      "a..b: c",
      "participant A as B",
    ],
  );
  const reportsBeside = (lines: readonly string[], changed: number): readonly string[] => {
    const text = lines.join("\n");
    return parse({ name: "a.slant", text }).diagnostics.flatMap(({ code, message, span }) => {
      const at = text.slice(0, span.start).split("\n").length - 1;
      const words = text.slice(span.start, span.end);
      return at === changed ? [] : [`${at} ${code} ${message} ${words}`];
    });
  };
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 2, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      token,
      fc.boolean(),
      (lines, which, where, extra, inserts) => {
        const at = which % lines.length;
        const old = lines[at] ?? "";
        const words = old.split(/(?<=[\s.:])|(?=[\s.:])/);
        const cut = where % (words.length + 1);
        const isFixed = /^[{}[\]]|[{}[\]]$/.test(words[cut] ?? "");
        const changed =
          inserts || isFixed
            ? words.toSpliced(cut, 0, ` ${extra} `).join("")
            : words.toSpliced(cut, 1).join("");
        const others = lines.with(at, changed);
        expect(reportsBeside(others, at)).toEqual(reportsBeside(lines, at));
      },
    ),
    { numRuns: 2000 },
  );
});
