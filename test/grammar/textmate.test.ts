// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type TextMateGrammar, textMateFences, textMateGrammar } from "../../grammar/make/textmate.ts";
import { parse } from "../../src/syntax/parse.ts";
import { scribble } from "../format/scribble.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { type Coloured, textMateEngine } from "./textmate-engine.ts";
import { type Mark, marksOf } from "./tree-marks.ts";

const json = (grammar: TextMateGrammar): string => `${JSON.stringify(grammar, null, 2)}\n`;

test.each([
  ["slant.tmLanguage.json", textMateGrammar],
  ["slant.markdown.tmLanguage.json", textMateFences],
])("grammar/%s is up to date (`npm run grammar` writes it)", async (file, grammar) => {
  await expect(json(grammar)).toMatchFileSnapshot(`../../grammar/${file}`);
});

let colour: (text: string) => readonly Coloured[] = () => [];
let colourMarkdown: typeof colour = () => [];
beforeAll(async () => {
  const load = await textMateEngine({
    "source.slant": json(textMateGrammar),
    "markdown.slant.codeblock": json(textMateFences),
  });
  colour = await load("source.slant");
  colourMarkdown = await load("text.html.markdown");
});

/** The scopes of what each mark stands for, and of nothing else. */
const scopes: Readonly<Record<Exclude<Mark["what"], "name" | "text">, RegExp>> = {
  operator: /^keyword\.operator\.(?:call|reply|send|exchange|association)\./,
  word: /^keyword\.(?:control\.(?:fragment|callback)|other\.statement)\./,
  comment: /^comment\./,
  quoted: /^string\.quoted\./,
  block: /^string\.unquoted\.block\.|^meta\.block-string\./,
};

/** Where the engine and the parser see different things. */
const differences = (text: string): readonly string[] => {
  const { value: ast, diagnostics } = parse({ name: "a.slant", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const marks = marksOf(ast);
  const coloured = colour(text);
  const found: string[] = [];
  const at = new Map<number, Coloured>();
  for (const token of coloured)
    for (let place = token.start; place < token.end; place++) at.set(place, token);
  const say = (what: string, start: number, end: number): void => {
    const line = text.slice(0, start).split("\n").length;
    const seen = [
      ...new Set(
        text
          .slice(start, end)
          .split("")
          .map((_, index) =>
            at
              .get(start + index)
              ?.scopes.slice(1)
              .join(" "),
          ),
      ),
    ];
    found.push(`line ${line}: ${what} \`${text.slice(start, end)}\` is ${seen.join(", ")}`);
  };
  const owner = new Map<number, Mark>();
  for (const mark of marks) for (let place = mark.start; place < mark.end; place++) owner.set(place, mark);
  const has = (place: number, pattern: RegExp): boolean =>
    at.get(place)?.scopes.some((scope) => pattern.test(scope)) ?? true;
  const isInk = (place: number): boolean => /\S/.test(text.charAt(place));

  for (const mark of marks) {
    const places = Array.from({ length: mark.end - mark.start }, (_, index) => mark.start + index).filter(
      isInk,
    );
    const { what } = mark;
    const isRight =
      what === "name"
        ? places.every((place) =>
            has(place, /^(?:entity|variable|support|keyword\.operator\.glob|constant\.language\.outside)\b/),
          )
        : what === "text"
          ? places.every((place) =>
              has(place, /^(?:string|constant|support|variable|meta|keyword\.other\.(?!statement))\b/),
            )
          : places.every((place) => has(place, scopes[what]));
    const isOfKind =
      mark.kind === undefined ||
      places.every((place) => has(place, new RegExp(`^keyword\\.operator\\.${mark.kind}\\.`)));
    if (!isRight || !isOfKind) say(what, mark.start, mark.end);
  }
  for (const token of coloured) {
    for (const [what, pattern] of Object.entries(scopes)) {
      if (!token.scopes.some((scope) => pattern.test(scope))) continue;
      for (let place = token.start; place < token.end; place++) {
        if (!isInk(place) || owner.get(place)?.what === what) continue;
        say(`not ${what} but ${owner.get(place)?.what}`, place, token.end);
        break;
      }
    }
  }
  return found;
};

describe("colours agree with the parser", () => {
  test.each(readdirSync("fixtures/gallery"))("in %s", (name) => {
    expect(differences(readFileSync(`fixtures/gallery/${name}`, "utf8"))).toEqual([]);
  });

  test("in generated flows, however they are spaced", () => {
    fc.assert(
      fc.property(
        flowTexts,
        fc.array(fc.nat({ max: 5039 }), { minLength: 1, maxLength: 200 }),
        ({ text }, numbers) => {
          let at = 0;
          const chance = (count: number): number => (numbers[at++ % numbers.length] ?? 0) % count;
          expect(differences(text)).toEqual([]);
          const { value } = parse({ name: "a.slant", text });
          expect(differences(scribble(value, text, chance, { lines: true }).text)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each<[string, string]>([
    [
      "names with marks",
      "it's a: customer's shop\nmy-api -> order/service (v2): call\na<b -> c>d\nx y.z -> b.1.2\n",
    ],
    ["names in quotes", "\"a: b\" -> 'it''s': x\n\"note\": Notes\n"],
    [
      "texts that look like something else",
      "a -> b: x -> y # not text\nc: see #12; fine\nd: a;b\ne: [x] {\n  f: g\n}\n",
    ],
    ["braces in texts", "a -> b: GET /users/{id} { timeout: 5s }\nc: d{e;f}\ng: h\n"],
    ["operators of any length", "a ---> b\na <---- b\na <--> b\na --- b\na <~ b\n"],
    [
      "chains and lists of ends",
      'a -> b -> c: x\na ~> [b; c.d # one\n  "e"]: y\n[a; b] <~ c\n() ~> a\na ~> ( ): z\n',
    ],
    ["comments", '#a\n# b\nc: d # e\nf {#g\n  h: i#j\n}\n""" k -> l\nm: n """\no: p;#q\n'],
    [
      "blocks",
      "a: |md\n  # Hi\n|\nb: |txt x -> y |\nc: |`ts\n  a | b -> c\n`|\nd: ||md\n  a | b\n|| { kind: queue }\ne -> f: |md\n  *x*\n|\ng -> h\n",
    ],
    ["joined lines", "a -> b: one \\\n  two -> three\nc \\\n  -> d\n"],
    ["statement words as names", 'note -> loop: x\n"on": y\na.note: z\nalt.b -> c\nloops: L\n'],
    [
      "statement words in maps",
      "a -> b { retry: 3 backoff 1s..2s; timeout: 5s }\nwait: 5m { on: a }\na: A { shape: person }\n",
    ],
    [
      "words one behind another",
      "alt: x { a -> b } else: y { b -> a }\npar: { a -> b } and: { b -> a }; loop: 3 times { a -> a }\n",
    ],
    [
      "settings",
      'config: { time: linear; numbering: true }\nvars: { host: example.org; l: [1; "2"; ${x}] }\nclasses: { slow: { style.stroke: red } }\n',
    ],
    [
      "reuse",
      "...@ids\na: @file.key\nb: ${host}\nc -> d: at ${host}, \\${x}\n(a -> b)[0].style.stroke: red\nx.(a ~> b)[*]: null\n*.style.fill: red\n",
    ],
    ["lists", 'lifelines: [\n  a; b # two\n  # three\n  "c: d"\n]\nawait: [x; y] { any: true }\n'],
  ])("on %s", (_, text) => {
    expect(differences(text)).toEqual([]);
  });
});

/** What a stretch of a text is coloured as: its innermost scope. */
const scopeOf = (text: string, words: string): string | undefined => {
  const found = colour(text).find((token) => token.text.trim() === words);
  return found?.scopes.at(-1)?.replace(/\.slant$/, "");
};

describe("colours tell apart", () => {
  test.each([
    ["a -> b { timeout: 1h30m }", "1h30m", "constant.numeric.duration"],
    ["a -> b { latency: 50ms..3s }", "50ms..3s", "constant.numeric.duration"],
    ["a -> b { rate: 120/s }", "120/s", "constant.numeric.rate"],
    ["a: A { capacity: 10k }", "10k", "constant.numeric.count"],
    ["a -> b { effect: true }", "true", "constant.language.boolean"],
    ["a: A { kind: queue }", "queue", "support.constant.choice"],
    ["a: A { kind: queue }", "kind", "support.type.property-name"],
    ["a -> b { style.stroke: #ff0000 }", "#ff0000", "constant.other.color"],
    ["a -> b { style.stroke: red }", "stroke", "support.type.property-name.style"],
    ["a -> b { retry: 3 backoff 1s..60s }", "backoff", "keyword.other.backoff"],
    ["a -> b { callback: paid }", "paid", "variable.other.callback"],
    ["a -> b { callback: [paid; sent] }", "sent", "variable.other.callback"],
    ["await: paid", "paid", "variable.other.callback"],
    ["on: paid rejected {", "rejected", "keyword.other.arrival"],
    ["loop: every 5s {", "5s", "constant.numeric.duration"],
    ["retry: 3 times {", "times", "keyword.other.rounds"],
    ["note: x { over: [a; b] }", "b", "variable.other.participant"],
    ["a: ${host}", "host", "variable.other.substitution"],
    ["a: @x.slant", "x.slant", "string.other.path"],
    ['a: "x \\u{1F600}"', "\\u{1F600}", "constant.character.escape"],
    ['a: "\\q"', "\\q", "invalid.illegal.escape"],
    ["# slant-ignore missing-reply: a log", "slant-ignore", "keyword.other.suppression"],
    ["# slant-ignore missing-reply: a log", "missing-reply", "constant.other.rule"],
    ["a ->> b", "->>", "invalid.illegal.operator"],
    ["a => b", "=>", "invalid.illegal.operator"],
    ["lifelines: [a, b]", ",", "invalid.illegal.separator"],
  ])("%s: %s is %s", (text, words, scope) => {
    expect(scopeOf(text, words)).toBe(scope);
  });

  test("Markdown in a block, where an editor knows Markdown", () => {
    const scope = colour("a: |md\n  *x* -> y\n|\n").find(({ text }) => text.includes("*x*"))?.scopes;
    expect(scope).toContain("meta.embedded.block.markdown");
  });
});

test("fences in Markdown are coloured, and only Slant's", () => {
  const page =
    "text a -> b\n\n```slant title=x\na -> b\n```\n\n~~~slant\na -> b\n~~~\n\n```js\na -> b\n```\n";
  const arrowsAt = colourMarkdown(page).filter(({ scopes: all }) =>
    all.includes("keyword.operator.call.slant"),
  );
  expect(arrowsAt.map(({ start }) => page.slice(0, start).split("\n").length)).toEqual([4, 8]);
});

test("a long line is coloured in linear time", () => {
  const text = `a -> b: ${"x y ".repeat(20_000)}`;
  expect(colour(text).at(-1)?.end).toBe(text.length);
});
