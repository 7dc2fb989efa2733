import { describe, expect, test } from "vitest";
import { compile, format, type Limits, lint, render, renderSync } from "../src/index.ts";
import { limitFacts } from "../src/source/limits.ts";

const readFile = (path: string): string =>
  path === "long.slant" ? "a -> b: x\n".repeat(20) : `x${path}: X\n`;

/** A text that is over a limit, what it may be at most to pass, and what is said of it. */
const cases: readonly (readonly [
  text: string,
  limits: Partial<Limits>,
  enough: Partial<Limits>,
  code: string,
])[] = [
  ["a -> b: hello\n", { sourceBytes: 13 }, { sourceBytes: 14 }, "source-too-large"],
  ["a -> b: x\nb -> c: y\n", { statements: 1 }, { statements: 2 }, "too-many-statements"],
  ["g: {\n  a -> b: x { id: y }\n}\n", { nesting: 1 }, { nesting: 2 }, "nested-too-deeply"],
  ["a.b.c -> d: x\n", { nesting: 2 }, { nesting: 3 }, "nested-too-deeply"],
  ["a -> b: hello\n", { labelLength: 4 }, { labelLength: 5 }, "label-too-long"],
  ["...@p\n...@q\na -> b: x\n", { importedFiles: 1 }, { importedFiles: 2 }, "too-many-imports"],
  ["...@long\n", { sourceBytes: 199 }, { sourceBytes: 200 }, "unreadable-import"],
  ["...@long\n", { statements: 20 }, { statements: 21 }, "expanded-too-far"],
  [
    `vars: { x: ${"hello ".repeat(5)}}\na -> b: ${"${x}".repeat(5)}\n`,
    { sourceBytes: 120 },
    { sourceBytes: 160 },
    "expanded-too-far",
  ],
  ["a; b; c; d\n*.style.fill: red\n", { statements: 6 }, { statements: 8 }, "expanded-too-far"],
];

describe("a text over a limit", () => {
  test.each(cases)("%j %j", (text, limits, enough, code) => {
    const [found] = compile(text, { limits, readFile }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    expect(found?.code).toBe(code);
    expect(found?.help).toMatch(/raise `limits\.\w+` \(in slant\.config\.json, or among the options\)$/);
    const [name] = /(?<=`limits\.)\w+/.exec(found?.help ?? "") ?? [];
    expect(Object.keys(limits)).toContain(name);
    expect(compile(text, { limits: enough, readFile }).diagnostics.map((each) => each.code)).not.toContain(
      code,
    );
  });

  test("is refused by every function", async () => {
    const [text, limits] = ["a -> b: hello\n", { limits: { labelLength: 4 } }];
    const codes = [
      renderSync(text, limits).diagnostics,
      (await render(text, limits)).diagnostics,
      lint(text, limits).diagnostics,
      format(text, limits).diagnostics,
      compile(text, limits).diagnostics,
    ].map((diagnostics) => diagnostics.map(({ code }) => code));
    expect(codes).toEqual(codes.map(() => ["label-too-long"]));
  });
});

test("D2 is held to the same", () => {
  const text = "shape: sequence_diagram\na; b; c; d\n*.style.fill: red\n*.style.stroke: red\n";
  const codesWith = (limits: Partial<Limits>) =>
    compile({ name: "a.d2", text }, { limits }).diagnostics.map(({ code }) => code);
  expect(codesWith({ statements: 7 })).toEqual(["expanded-too-far"]);
  expect(codesWith({ statements: 8 })).toEqual([]);
});

test("wrong limits are refused", () => {
  const wrong = (limits: unknown) => () => compile("a -> b: x\n", { limits } as never);
  expect(wrong(3)).toThrow(
    "compile: the option `limits` must be an object with a value for each limit, and is `3`.",
  );
  expect(wrong({ nesting: 513 })).toThrow("must be a whole number from 1 to 512 for `nesting`");
  expect(wrong({ statements: "many" })).toThrow("must be a whole number from 1 for `statements`");
  expect(wrong({ statement: 3 })).toThrow("not `statement` (did you mean `statements`?)");
  expect(wrong({ statements: undefined })).not.toThrow();
});

describe("as deep as a limit may be raised, the stack holds", () => {
  const limits = { nesting: limitFacts.nesting.most };
  const depth = limits.nesting;
  test.each([
    [
      "groups",
      `${Array.from({ length: depth }, (_, at) => `g${at}: {\n`).join("")}a -> b: y\n${"}\n".repeat(depth)}`,
    ],
    ["alternatives", `${"alt: x {\n".repeat(depth)}a -> b: y\n${"}\n".repeat(depth)}`],
    ["rounds", `${"loop: x {\n".repeat(depth)}a ~> b: y\n${"}\n".repeat(depth)}`],
    ["maps", `${"x: {".repeat(depth)}${"}".repeat(depth)}\n`],
    ["lists", `a -> b: x { class: ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)} }\n`],
  ])("%s", (_, text) => {
    expect(lint(text, { limits }).diagnostics.map(({ code }) => code)).not.toContain("nested-too-deeply");
    expect(renderSync(text, { limits, force: true, fonts: "system" }).output).toContain("<svg");
    expect(format(text, { limits }).diagnostics.map(({ code }) => code)).not.toContain("nested-too-deeply");
  });
});
