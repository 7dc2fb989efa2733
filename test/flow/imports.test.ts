// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Compiled, compile } from "../../src/compile.ts";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

type Files = Readonly<Record<string, string>>;
const labels = (text: string, files: Files, name?: string) =>
  factsOf(text, { files, ...(name && { name }) }).messages.map(({ label }) => label);

describe("what an import brings", () => {
  const steps = "a -> b: imported\n";
  const messages: Readonly<
    Record<string, readonly [source: string, files: Files, labels: readonly string[]]>
  > = {
    "statements, where it stands": [
      "a -> b: first\n...@steps\na -> b: last\n",
      { "steps.slant": steps },
      ["first", "imported", "last"],
    ],
    "with its ending": ["...@steps.slant\n", { "steps.slant": steps }, ["imported"]],
    "from a folder": ["...@./lib/steps\n", { "lib/steps.slant": steps }, ["imported"]],
    "relative to the file that it stands in": [
      "...@lib/all\n",
      {
        "lib/all.slant": "...@sub/steps\n...@../more\n",
        "lib/sub/steps.slant": steps,
        "more.slant": "a -> b: more\n",
      },
      ["imported", "more"],
    ],
    "from a quoted path": ['...@"steps.v2"\n', { "steps.v2.slant": steps }, ["imported"]],
    "a key of a quoted path": [
      '...@"steps.v2".ask\n',
      { "steps.v2.slant": "ask: {\n a -> b: asked\n}\n" },
      ["asked"],
    ],
    "a key": ["...@steps.ask.now\n", { "steps.slant": "ask: {\n now: {\n a -> b: now\n }\n}\n" }, ["now"]],
    "a key that is written as a path": [
      "...@steps.ask\n",
      { "steps.slant": "ask.x: X\nask.y: Y\nx -> y: z\n" },
      [],
    ],
    "inside a fragment": ["opt: x {\n  ...@steps\n}\n", { "steps.slant": steps }, ["imported"]],
    "the same file twice": ["...@steps\n...@steps\n", { "steps.slant": steps }, ["imported", "imported"]],
    "variables for the importer": [
      "...@vars\na -> b: GET ${host}\n",
      { "vars.slant": "vars: { host: example.org }\n" },
      ["GET example.org"],
    ],
    "variables of the importer": [
      "vars: { host: example.org }\n...@steps\n",
      { "steps.slant": "a -> b: GET ${host}\n" },
      ["GET example.org"],
    ],
    "variables into variables": [
      "vars: { ...@vars }\na -> b: GET ${host}\n",
      { "vars.slant": "host: example.org\n" },
      ["GET example.org"],
    ],
    "a variable's value": [
      "vars: { host: @vars.host }\na -> b: ${host}\n",
      { "vars.slant": "host: x.org\n" },
      ["x.org"],
    ],
    "a label": ["a -> b: @texts.hello\n", { "texts.slant": "hello: Good day\n" }, ["Good day"]],
    "a key with the variables of its file": [
      "...@steps.ask\n",
      { "steps.slant": "vars: { x: y }\nask: {\n a -> b: ${x}\n}\n" },
      ["y"],
    ],
  };
  for (const [name, [source, files, expected]] of Object.entries(messages))
    test(name, () => expect(labels(source, files)).toEqual(expected));

  test("a participant's label and attributes; its own come after", () => {
    const files = {
      "people.slant": "api: Account API { kind: worker; takes: 1s }\nlook: { style.fill: red }\n",
    };
    const { participants } = factsOf(
      "api: @people.api { takes: 2s }\nweb: @people.look { style.stroke: blue }\nweb -> api\n",
      { files },
    );
    expect(participants).toMatchObject([
      { key: "api", label: "Account API", kind: "worker", attributes: { takes: { low: 2000 } } },
      { key: "web", style: { fill: "red", stroke: "blue" } },
    ]);
  });
  test("a whole file as a map", () => {
    const files = { "api.slant": "label: Account API\nkind: worker\n" };
    expect(factsOf("api: @api\nweb -> api\n", { files }).participants[0]).toMatchObject({
      label: "Account API",
      kind: "worker",
    });
  });
  test("classes", () => {
    const files = { "look.slant": "slow: { style.stroke: red }\n" };
    const { messages: found } = factsOf("classes: @look\na -> b: x { class: slow }\n", { files });
    expect(found[0]).toMatchObject({ style: { stroke: "red" } });
  });
  test("list items, one by one and spread", () => {
    const files = { "who.slant": "first: a\nvars: { others: [b; c] }\n" };
    const { notes } = factsOf("a -> b\na -> c\nnote: x { over: [@who.first; ...@who.vars.others] }\n", {
      files,
    });
    expect(notes[0]).toMatchObject({ over: ["a", "b", "c"] });
  });
  test("spans that point into its own file", () => {
    const files = { "lib/steps.slant": "\n\na ~> b: x { timeout: 5 }\n" };
    const { flow, sources, diagnostics } = compiled("...@lib/steps\nb -> a: y\n", { files });
    expect(flow.messages.map(({ span }) => sources[span.file]?.slice(span.start, span.end))).toEqual([
      "a ~> b: x { timeout: 5 }",
      "b -> a: y",
    ]);
    expect(diagnostics.map(({ code, span }) => [code, span.file])).toEqual([
      ["wrong-value", "lib/steps.slant"],
    ]);
    expect(Object.keys(sources)).toEqual(["flow.slant", "lib/steps.slant"]);
  });
  test("what the syntax says of an imported file, once", () => {
    const files = { "steps.slant": "a -> b: {\n" };
    expect(reportsOn("...@steps\n...@steps\n", { files })).toEqual(["steps.slant: unclosed-brace [{]"]);
  });
});

/** A list by its length. */
const countOf = (value: unknown): unknown => (Array.isArray(value) ? value.length : value);

describe("callbacks and ids of imported files are kept apart", () => {
  const files = {
    "mail.slant":
      "a ~> b: mail { callback: done; id: m }\nb ~> a: sent { resolves: done; of: m }\nawait: done\n",
  };
  test("from those of the importer and of other imports", () => {
    const text =
      "...@mail\na ~> b: pay { callback: done }\nb ~> a: paid { resolves: done }\nawait: done\n...@mail\n";
    const { callbacks, marks } = factsOf(text.replaceAll("of: m", ""), {
      files: { "mail.slant": files["mail.slant"].replace("; of: m", "") },
    });
    expect(callbacks.map(({ name }) => name)).toEqual(["mail.done", "done", "mail.2.done"]);
    expect(callbacks.map(({ arrivals }) => arrivals)).toEqual([
      [expect.objectContaining({ message: 1 })],
      [expect.objectContaining({ message: 3 })],
      [expect.objectContaining({ message: 5 })],
    ]);
    expect(marks.map(({ names }) => names)).toHaveLength(3);
  });
  test("names that nobody else uses stay as they are", () => {
    const alone = { "mail.slant": files["mail.slant"].replace("; of: m", "") };
    expect(factsOf("...@mail\n", { files: alone }).callbacks.map(({ name }) => name)).toEqual(["done"]);
  });
  test.each([
    ["await: [done; other]", "await: [done; other]"],
    ["on: done rejected {\n  a -> a\n}", "on: done rejected"],
    ["loop: every 5s until done {\n  a -> a: poll\n}", "until done"],
    ["arrive: m", "arrive: m"],
    ["budget: 5s { from: m; to: m }", "from: m; to: m"],
  ])("%s", (statement) => {
    const text = `a ~> b: x { id: m; callback: [done; other] }\nb ~> a: y { resolves: [done; other] }\n${statement}\n`;
    const both = compiled(`${text}...@same\n`, { files: { "same.slant": text } });
    expect(both.diagnostics.map(({ message }) => message)).toEqual([]);
    expect(both.flow.callbacks.map(({ settled }) => settled.length)).toEqual(
      compiled(text)
        .flow.callbacks.flatMap(({ settled }) => [settled.length])
        .concat(compiled(text).flow.callbacks.map(({ settled }) => settled.length)),
    );
  });
  test("so are those that a variable of the file names, alone, in a text, in a list", () => {
    const mail = [
      "vars: { cb: done; step: one; all: [${cb}; more] }",
      "a ~> b: mail { callback: [${cb}; more; ${step}-x] }",
      "b ~> a: sent { resolves: ${all} }",
      "await: ${all}",
      "on: ${step}-x { a -> a: late }",
    ].join("\n");
    const text = "a ~> b: pay { callback: [done; more; one-x] }\n...@mail\n";
    const { callbacks } = factsOf(text, { files: { "mail.slant": mail } });
    expect(
      callbacks.map(({ name, arrivals, settledBy }) => [name, arrivals, settledBy].map(countOf)),
    ).toEqual([
      ["done", 0, 0],
      ["more", 0, 0],
      ["one-x", 0, 0],
      ["mail.done", 1, 1],
      ["mail.more", 1, 1],
      ["mail.one-x", 0, 1],
    ]);
  });

  test("but a name that the importing file gives is its own", () => {
    const text = "vars: { cb: done }\na ~> b: pay { callback: done }\n...@mail\nawait: done\n";
    const { callbacks } = factsOf(text, { files: { "mail.slant": "b ~> a: sent { resolves: ${cb} }\n" } });
    expect(callbacks.map(({ name, arrivals }) => [name, arrivals].map(countOf))).toEqual([["done", 1]]);
  });

  test("a callback of another file is unknown", () => {
    expect(
      reportsOn("...@mail\nawait: done\n", { files: { "mail.slant": "a ~> b: x { callback: done }\n" } }),
    ).toEqual(["unknown-callback [done]"]);
  });
});

describe("imports that fail", () => {
  const reports: Readonly<
    Record<string, readonly [source: string, files: Files | undefined, reports: readonly string[]]>
  > = {
    "without a reader": ["...@x\na -> b\n", undefined, ["unreadable-import [@x]"]],
    "of a missing file, each time": [
      "...@x\nopt: y {\n ...@x\n}\n",
      {},
      ["missing-import [@x]", "missing-import [@x]"],
    ],
    "of itself": ["...@flow\n", {}, ["circular-import [@flow]"]],
    "in a circle": [
      "...@one\n",
      { "one.slant": "...@two\n", "two.slant": "...@one\n" },
      ["two.slant: circular-import [@one]"],
    ],
    "in a circle over the main file": [
      "...@one\n",
      { "one.slant": "...@flow\n" },
      ["one.slant: circular-import [@flow]"],
    ],
    "above the root": ["...@../x\n", { "../x.slant": "a -> b\n" }, ["forbidden-import [@../x]"]],
    "above the root by a detour": [
      "...@lib/../../x\n",
      { "../x.slant": "a -> b\n" },
      ["forbidden-import [@lib/../../x]"],
    ],
    "from anywhere": ["...@/etc/passwd\n", { "/etc/passwd.slant": "" }, ["forbidden-import [@/etc/passwd]"]],
    "of a missing key": [
      "a: @x.colour\na -> b\n",
      { "x.slant": "color: red\n" },
      ["unknown-import [colour]"],
    ],
    "of a text as statements": ["...@x.k\na -> b\n", { "x.slant": "k: text\n" }, []],
    "of a map as a list": [
      "a -> b\nnote: x { over: [...@x.k] }\n",
      { "x.slant": "k: { a: b }\n" },
      ["missing-value [[...@x.k]]", "wrong-value [@x.k]"],
    ],
  };
  for (const [name, [source, files, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source, { files })).toEqual(expected));

  test("say which imports led there, the nearest first", () => {
    const files = { "one.slant": "...@two\n", "two.slant": "...@three\n" };
    const { diagnostics, sources } = compiled("...@one\n", { files });
    expect(
      diagnostics.flatMap(({ notes = [] }) =>
        notes.map(({ message, span }) => [
          message,
          span?.file,
          sources[span?.file ?? ""]?.slice(span?.start, span?.end),
        ]),
      ),
    ).toEqual([
      ["`two.slant` is imported here", "one.slant", "@two"],
      ["`one.slant` is imported here", "flow.slant", "@one"],
    ]);
  });
  test("propose the nearest key", () => {
    const { diagnostics } = compiled("a: @x.colour\na -> b\n", { files: { "x.slant": "color: red\n" } });
    expect(diagnostics[0]?.message).toBe("`x` says nothing of `colour`. Did you mean `color`?");
  });
  test.each([
    ["EISDIR", "`x` cannot be imported: `x.slant` is a folder."],
    ["EACCES", "`x` cannot be imported: reading `x.slant` is not permitted."],
    ["OUTSIDE_ROOT", "`x` cannot be imported: `x.slant` leaves the root folder."],
    ["EWHAT", "`x` cannot be imported: reading `x.slant` fails (the disk is on fire)."],
  ])("tell %s in words", (code, message) => {
    const readFile = (): string => {
      throw Object.assign(new Error("the disk\n is on fire"), { code });
    };
    expect(compileWith("...@x\n", readFile)).toEqual([message]);
  });
  test("a reader without an answer has no such file", () => {
    expect(compileWith("...@x\n", (() => undefined) as unknown as () => string)).toEqual([
      "`x` cannot be imported: there is no file `x.slant`.",
    ]);
  });
  test("a file over the limit", () => {
    const { diagnostics } = compile(
      { name: "f.slant", text: "...@x\n" },
      { readFile: () => "a -> b: long\n".repeat(9), limits: { sourceBytes: 100 } },
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "`x` cannot be imported: `x.slant` is too large.",
    ]);
  });
});

describe("the root folder", () => {
  const files = {
    "shared/x.slant": "a -> b: x\n",
    "../far.slant": "a -> b: far\n",
    "docs/y.slant": "a -> b: y\n",
  };
  test.each([
    ["docs/flow.slant", "...@y", undefined, []],
    ["docs/flow.slant", "...@../shared/x", undefined, ["forbidden-import [@../shared/x]"]],
    ["docs/flow.slant", "...@../shared/x", ".", []],
    ["docs/flow.slant", "...@../shared/x", "docs", ["forbidden-import [@../shared/x]"]],
    ["docs/flow.slant", "...@../../far", ".", ["forbidden-import [@../../far]"]],
    ["docs/flow.slant", "...@../../far", "..", []],
    ["<stdin>", "...@shared/x", undefined, []],
    ["./docs/../docs/flow.slant", "...@y", "./docs/", []],
  ] as const)("%s: %s with %s", (name, text, root, expected) => {
    expect(reportsOn(text, { name, files, ...(root && { root }) })).toEqual(expected);
  });
});

describe("limits", () => {
  const chain = (length: number): Files =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [`p${at}.slant`, at + 1 < length ? `...@p${at + 1}\n` : "a -> b\n"]),
    );
  test("a chain up to 32 files deep", () => {
    expect(reportsOn("...@p0\n", { files: chain(32) })).toEqual([]);
    expect(reportsOn("...@p0\n", { files: chain(33) })).toEqual(["p31.slant: too-many-imports [@p32]"]);
    expect(reportsOn("...@p0\n", { files: chain(500) })).toEqual(["p31.slant: too-many-imports [@p32]"]);
  });
  test("64 files", () => {
    const files = Object.fromEntries(
      Array.from({ length: 65 }, (_, at) => [`p${at}.slant`, `a -> b: ${at}\n`]),
    );
    const text = (count: number) => Array.from({ length: count }, (_, at) => `...@p${at}\n`).join("");
    expect(labels(text(64), files)).toHaveLength(64);
    expect(reportsOn(text(65), { files })).toEqual(["too-many-imports [@p64]"]);
  });
  test("files that double one another", () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `p${at}.slant`,
        at < 29 ? `...@p${at + 1}\n...@p${at + 1}\n` : "a -> b\n",
      ]),
    );
    const codes = reportsOn("...@p0\n", { files }).map((report) => report.replace(/^.*: | \[.*/g, ""));
    expect(new Set(codes)).toEqual(new Set(["expanded-too-far"]));
  });
  test("files that nest one another", () => {
    const nested = (inside: string) => `${"opt: x {\n".repeat(100)}${inside}\n${"}\n".repeat(100)}`;
    const files = {
      "one.slant": nested("...@two"),
      "two.slant": nested("...@three"),
      "three.slant": nested("a -> b"),
    };
    expect(reportsOn("...@one\n", { files })).toEqual(["one.slant: expanded-too-far [@two]"]);
  });
});

/** What is said of a text with a reader. */
const compileWith = (text: string, readFile: (path: string) => string): readonly string[] =>
  compile({ name: "flow.slant", text }, { readFile }).diagnostics.map(({ message }) => message);

/** The flow without the places of its parts. */
const withoutSpans = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      /span$/i.test(key) && typeof part === "object"
        ? undefined
        : key === "attributeSpans"
          ? undefined
          : part,
    ),
  );

const statement = fc.constantFrom(
  "a -> b: ask",
  "b --> a: answer",
  "a: Alice { kind: worker }",
  "opt: maybe {\n  a ~> c: news\n}",
  "note: hello { over: [a; b] }",
  "classes: { slow: { style.stroke: red } }",
  "b -> c: x { class: slow }",
  "vars: { x: y }",
  "c -> a: ${x}",
  "title: Hello",
  "z: { kind: boundary; d: D }",
  "a -> d: in",
);
const body = fc.array(statement, { maxLength: 5 }).map((lines) => lines.map((line) => `${line}\n`).join(""));

/** A flow, but for places and for what it says of its imports. */
const meaningOf = ({ flow: { unused: _unused, imports: _imports, ...rest } }: Compiled): unknown =>
  withoutSpans(rest);

test("an import is the same as its statements written by hand, places aside", () => {
  fc.assert(
    fc.property(body, body, body, body, (before, imported, inner, after) => {
      const files = { "lib/x.slant": `${imported}...@y\n`, "lib/y.slant": inner };
      const byImport = compiled(`vars: { x: z }\n${before}...@lib/x\n${after}`, { files });
      const byHand = compiled(`vars: { x: z }\n${before}${imported}${inner}${after}`);
      expect(meaningOf(byImport)).toEqual(meaningOf(byHand));
      expect(byImport.diagnostics.map(({ message }) => message).toSorted()).toEqual(
        byHand.diagnostics.map(({ message }) => message).toSorted(),
      );
    }),
    { numRuns: 300 },
  );
});
