import type { Explanation } from "../source/explanation.ts";

const explain = <T extends Readonly<Record<string, Omit<Explanation, "code">>>>(rows: T) =>
  Object.fromEntries(
    Object.entries(rows).map(([code, row]) => [
      code,
      Object.defineProperties({ code }, Object.getOwnPropertyDescriptors(row)),
    ]),
  ) as {
    readonly [K in keyof T]: Explanation;
  };

/** Everything that the syntax has to say. */
export const syntaxExplanations = explain({
  "invalid-character": {
    severity: "error",
    summary: "The text holds a character that no text should hold: NUL, or half of a surrogate pair.",
    why:
      "Such characters come from a binary file, from another encoding than UTF-8, or from a tool that cut a text in the " +
      "middle of a character. They are invisible, and no font, terminal or SVG shows them as they were meant.",
    bad: "a -> b: pay\0ment\n",
    good: "a -> b: payment\n",
  },
  "unterminated-string": {
    severity: "error",
    summary: "A quoted text is not closed on its line.",
    why:
      "A quoted text ends on the line that it starts on, so that one forgotten quote cannot swallow the rest of the file. " +
      "What stands before the line's end is taken as the text; later lines are read as they are.",
    bad: 'a -> b: "pay\n',
    good: 'a -> b: "pay"\n',
  },
  "unterminated-block": {
    severity: "error",
    summary: "A block string is not closed.",
    why:
      "A block string ends where its opening marks stand again, in reverse: `|md … |`, `||md … ||`. Without them nothing " +
      "says where the text ends; it is taken to end where the indentation does.",
    bad: "note: |md\n  # Paid\n",
    good: "note: |md\n  # Paid\n|\n",
  },
  "unterminated-comment": {
    severity: "error",
    summary: "A block comment is not closed.",
    why:
      'A comment that starts with `"""` ends with `"""`. Without it nothing says which statements are commented out; it is ' +
      "taken to end at the next blank line.",
    bad: '"""\npayment comes later\n',
    good: '"""\npayment comes later\n"""\n',
  },
  "bad-escape": {
    severity: "error",
    summary: "A backslash in a double-quoted text stands before a character that it cannot escape.",
    why:
      "In double quotes a backslash always starts an escape, so an unknown one is a mistake or means a backslash; guessing " +
      "would change the text silently.",
    bad: 'a -> b: "C:\\data"\n',
    good: 'a -> b: "C:\\\\data"\n',
  },
  "text-after-quote": {
    severity: "error",
    summary: "Text follows a closing quote, or the end of a block string.",
    why:
      "A text that starts with a quote ends with that quote. With more behind it, it is unclear whether the quotes belong " +
      "to the text or are its limits.",
    bad: 'a -> b: "pay" now\n',
    good: "a -> b: '\"pay\" now'\n",
  },
  "broken-substitution": {
    severity: "error",
    summary: "`${` is not followed by the name of a variable and `}`.",
    why: "`${name}` stands for a variable's value. An empty or unclosed one stands for nothing, and is rarely meant as text.",
    bad: "a -> b: ${}\n",
    good: "a -> b: \\${}\n",
  },
  "unknown-operator": {
    severity: "error",
    summary: "An arrow that Slant does not have.",
    why:
      "Slant has `->` for a call, `-->` for a reply, `~>` for an asynchronous message, `<->` for a call with its reply, `--` " +
      "for an association, and the leftward ones. Arrows of other languages look alike and mean something else, so none is guessed.",
    bad: "a ->> b: pay\n",
    good: "a -> b: pay\n",
  },
  bullet: {
    severity: "error",
    summary: "A statement starts with a bullet.",
    why: "Slant has no bulleted lists: statements stand on lines of their own, and lists are written `[a; b]`.",
    bad: "- a\n",
    good: "a\n",
  },
  "comma-in-list": {
    severity: "error",
    summary: "A list's items are separated by `,`.",
    why: "Names and texts may hold commas, so a list's items are separated by `;` or by line ends.",
    bad: "a ~> [b, c]: news\n",
    good: "a ~> [b; c]: news\n",
  },
  "empty-list": {
    severity: "error",
    summary: "A list holds nothing.",
    why: "A list of nobody sends to nobody, and a list of nothing sets nothing: it is a remnant of an edit.",
    bad: "a ~> []: news\n",
    good: "a ~> [b]: news\n",
  },
  "unclosed-brace": {
    severity: "error",
    summary: "A `{` is never closed.",
    why: "Everything down to the end of the file would belong to this map.",
    bad: "alt: paid {\n  a -> b: ship\n",
    good: "alt: paid {\n  a -> b: ship\n}\n",
  },
  "stray-brace": {
    severity: "error",
    summary: "A `}` closes nothing.",
    why: "There are more `}` than `{`: one is left over from an edit, or a `{` is missing further up.",
    bad: "a -> b: ship\n}\n",
    good: "a -> b: ship\n",
  },
  "brace-on-own-line": {
    severity: "error",
    summary: "A `{` stands alone, apart from its key.",
    why: "A statement ends with its line, so a `{` on the next line would belong to nothing.",
    bad: "alt: paid\n{\n  a -> b: ship\n}\n",
    good: "alt: paid {\n  a -> b: ship\n}\n",
  },
  "unclosed-bracket": {
    severity: "error",
    summary: "A `[` is never closed.",
    why: "A list may go over several lines, so nothing else says where it ends.",
    bad: "a ~> [b; c: news\n",
    good: "a ~> [b; c]: news\n",
  },
  "stray-bracket": {
    severity: "error",
    summary: "A `]` closes nothing.",
    why: "Lists stand behind `:` or an arrow, and start with `[`. A `]` in a name must be quoted.",
    bad: "a] -> b: pay\n",
    good: '"a]" -> b: pay\n',
  },
  "missing-separator": {
    severity: "error",
    summary: "Two statements stand on a line with nothing between them.",
    why: "Statements are separated by a line's end or by `;`. Only `else` and `and` follow a `}` directly.",
    bad: "opt: paid { a -> b: ship } b -> c: done\n",
    good: "opt: paid { a -> b: ship }; b -> c: done\n",
  },
  "missing-key": {
    severity: "error",
    summary: "A key is missing before `:`, `.` or `{`.",
    why: "A value, a map or a path belongs to the key before it.",
    bad: "a..b -> c: pay\n",
    good: "a.b -> c: pay\n",
  },
  "missing-end": {
    severity: "error",
    summary: "An arrow has no participant at one end.",
    why: "A message goes from somebody to somebody. `()` says that it comes from, or goes to, somewhere outside the picture.",
    bad: "a ->: pay\n",
    good: "a -> b: pay\n",
  },
  "empty-value": {
    severity: "error",
    summary: "Nothing follows a `:`.",
    why: "A `:` announces a value. Without one the statement sets nothing, and a forgotten label would go unnoticed.",
    bad: "a:\n",
    good: "a: Account service\n",
  },
  "misplaced-list": {
    severity: "error",
    summary: "A list of participants stands where only one participant can.",
    why:
      "Only an asynchronous message has several receivers at once: `bus ~> [a; b]`. Several senders, calls to several " +
      "participants and lists within chains are several messages, each with its own place in time.",
    bad: "a -> [b; c]: pay\n",
    good: "a ~> [b; c]: pay\n",
  },
  "misplaced-outside": {
    severity: "error",
    summary: "`()` stands where a participant is needed.",
    why: "`()` is somewhere outside the picture: the one end of a message whose other end is a participant.",
    bad: "() ~> (): tick\n",
    good: "() ~> a: tick\n",
  },
  "broken-reference": {
    severity: "error",
    summary: "A `(` starts no reference.",
    why:
      "`(a -> b)[0]` refers to the first message from `a` to `b`. A name may hold parentheses, but one that starts with `(` " +
      "must be quoted.",
    bad: "(a -> b).style.stroke: red\n",
    good: "a -> b: pay\n(a -> b)[0].style.stroke: red\n",
  },
  "broken-spread": {
    severity: "error",
    summary: "`...` is followed by something else than one import or one substitution.",
    why:
      "`...@file` takes over the statements of a file, `...${list}` the items of a variable; nothing else can be spread, " +
      "and nothing can be added to it.",
    bad: "...common\n",
    good: "a -> b: pay\n",
  },
  "misplaced-import": {
    severity: "error",
    summary: "A key starts with `@`.",
    why: "`@file` is a value, or stands behind `...`. A name that starts with `@` must be quoted.",
    bad: "@alice -> b: pay\n",
    good: '"@alice" -> b: pay\n',
  },
  "misplaced-else": {
    severity: "error",
    summary: "An `else` continues nothing.",
    why: "`else` belongs to the `alt`, `retry` or `else` that stands just before it; messages in between would belong to neither.",
    bad: "a -> b: pay\nelse: declined {\n  b -> a: no\n}\n",
    good: "alt: paid {\n  a -> b: pay\n} else: declined {\n  b -> a: no\n}\n",
  },
  "misplaced-and": {
    severity: "error",
    summary: "An `and` continues nothing.",
    why: "`and` belongs to the `par` or `and` that stands just before it; messages in between would belong to neither.",
    bad: "a -> b: pay\nand: mail {\n  a -> c: mail\n}\n",
    good: "par: {\n  a -> b: pay\n} and: mail {\n  a -> c: mail\n}\n",
  },
  "misread-statement": {
    severity: "error",
    summary: "A name reads like a statement whose `:` is missing, or whose word is misspelt.",
    why:
      "Every key is a name, so `await paid` would draw a participant called “await paid” instead of waiting. A participant " +
      "that is really called so is written in quotes.",
    bad: "loop 3 times {\n  a -> b: pay\n}\n",
    good: "loop: 3 times {\n  a -> b: pay\n}\n",
  },
  "foreign-statement": {
    severity: "error",
    summary: "A statement of Mermaid or PlantUML.",
    why:
      "Every key is a name, so `participant A as B` would draw a participant called that. Slant says the same in other words; a " +
      "participant that is really called so is written in quotes.",
    bad: "sequenceDiagram\na -> b: pay\n",
    good: "a -> b: pay\n",
  },
  "operator-in-value": {
    severity: "warning",
    summary: "A participant's label holds an arrow.",
    why:
      "`step: a -> b` declares a participant called `step` with the label “a -> b”, and sends nothing. If that is meant, " +
      "quotes say so.",
    bad: "step: a -> b\n",
    good: 'step: "a -> b"\n',
  },
  "source-too-large": {
    severity: "error",
    summary: "The source is larger than the limit.",
    why: "A limit of 10 MiB keeps a generated or broken file from taking all memory. A flow that people read is a thousand times smaller. The setting `limits.sourceBytes` moves it.",
    get bad() {
      return `# ${"slant ".repeat(1_750_000)}\n`;
    },
    good: "# slant\n",
  },
  "too-many-statements": {
    severity: "error",
    summary: "The source holds more statements than the limit.",
    why: "A limit of 200,000 statements keeps a generated file from taking all memory. Nobody can read a picture of a hundredth of that. The setting `limits.statements` moves it.",
    get bad() {
      return "a;".repeat(200_001);
    },
    good: "a;".repeat(2),
  },
  "nested-too-deeply": {
    severity: "error",
    summary: "Maps, lists or paths are nested deeper than the limit.",
    why: "Nobody reads 256 levels: braces are missing or repeated. What lies deeper is not read. The setting `limits.nesting` moves the limit, to 512 at most.",
    bad: `${"a: {".repeat(257)}${"}".repeat(257)}\n`,
    good: `${"a: {".repeat(256)}${"}".repeat(256)}\n`,
  },
  "label-too-long": {
    severity: "error",
    summary: "A text is longer than the limit.",
    why: "A text of thousands of characters is no label: a quote or a line end is missing, or it belongs into a document. The setting `limits.labelLength` moves the limit.",
    bad: `a -> b: ${"x".repeat(4097)}\n`,
    good: `a -> b: ${"x".repeat(4096)}\n`,
  },
});

export type SyntaxCode = keyof typeof syntaxExplanations;
