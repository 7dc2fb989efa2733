// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the language.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Flow, Step } from "../../src/flow/flow.ts";
import { arrows } from "../../src/language/arrows.ts";
import { attributes } from "../../src/language/attributes.ts";
import { literals } from "../../src/language/literals.ts";
import { statementWords } from "../../src/language/statement-words.ts";
import { compiled } from "./flow-of.ts";

/** Anything that the language is made of, in any order. */
const token = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("a", "b", "api", "z.a", 'a."x"', "a.b.c", "()", "[a; b]", "Api", "paid"),
  },
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(arrows)) },
  { weight: 3, arbitrary: fc.constantFrom(...statementWords) },
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(attributes), "style.fill", "style") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Object.values(literals).map(({ example }) => example), "boundary", "null"),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ": ",
      " { ",
      " }",
      "\n",
      "\n",
      "; ",
      " ",
      ".",
      ", ",
      "[",
      "]",
      '"',
      "'",
      "|",
      "#",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "${x}",
      "...@f",
      "@f.k",
      "(a -> b)[0]",
      "*",
      "**",
      "&k",
      "_",
      "...${x}",
      "|md x |",
      "__proto__",
      "constructor",
    ),
  },
);
const soup = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(""));

/** Statements that are nearly right, so that most of a text gets far. */
const name = fc.constantFrom("a", "b", "api", "db", "z.a", "q", "order");
const arrow = fc.constantFrom(...Object.keys(arrows));
const attribute = fc
  .tuple(
    fc.constantFrom(...Object.keys(attributes)),
    fc.constantFrom(...Object.values(literals).map(({ example }) => example), "paid", "m", "a"),
  )
  .map(([key, value]) => `${key}: ${value}`);
const map = fc
  .array(attribute, { maxLength: 3 })
  .map((all) => (all.length === 0 ? "" : ` { ${all.join("; ")} }`));
const message = fc
  .tuple(name, arrow, name, map)
  .map(([from, by, to, more]) => `${from} ${by} ${to}: x${more}`);
const declaration = fc.tuple(name, map).map(([key, more]) => `${key}: Label${more}`);
const mark = fc
  .tuple(
    fc.constantFrom(
      "note",
      "wait",
      "await",
      "cancel",
      "detach",
      "stored",
      "arrive",
      "create",
      "destroy",
      "budget",
      "divider",
    ),
    fc.constantFrom("paid", "m", "a", "5m", "[paid; m]"),
    map,
  )
  .map(([word, value, more]) => `${word}: ${value}${more}`);
const { statement } = fc.letrec<{ statement: string; fragment: string }>((tie) => ({
  statement: fc.oneof({ depthSize: "small" }, message, declaration, mark, tie("fragment")),
  fragment: fc
    .tuple(
      fc.constantFrom("alt", "opt", "loop", "par", "on", "group", "ref", "z", "retry"),
      fc.constantFrom("x", "paid", "3 times"),
      fc.array(tie("statement"), { maxLength: 4 }),
      fc.constantFrom("", " else: y { a -> b }", " and: y { a -> b }"),
    )
    .map(([word, label, body, more]) => `${word}: ${label} {\n${body.join("\n")}\n}${more}`),
}));
const text = fc.array(statement, { maxLength: 12 }).map((all) => all.join("\n"));

/** ms: the laws run thousands of texts, perhaps on a busy machine. */
const slow = { timeout: 120_000 };

test("resolving never throws, and never points outside of the flow", slow, () => {
  fc.assert(
    fc.property(fc.oneof(soup, text), (source) => {
      const { flow, diagnostics } = compiled(source);
      expect(danglingIn(flow)).toEqual([]);
      for (const { span, message: said } of diagnostics) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
        expect(said).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(JSON.parse(JSON.stringify(flow))).toEqual(flow);
    }),
    { numRuns: 3000 },
  );
});

test("the same text gives the same flow", slow, () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(compiled(source)).toEqual(compiled(source));
    }),
    { numRuns: 100 },
  );
});

test("nothing is said twice of one place", slow, () => {
  fc.assert(
    fc.property(text, (source) => {
      const said = compiled(source).diagnostics.map(({ code, span }) => `${code} ${span.start} ${span.end}`);
      expect(said).toHaveLength(new Set(said).size);
    }),
    { numRuns: 500 },
  );
});

const gallery = readdirSync("fixtures/gallery").filter((file) => file.endsWith(".slant"));
test.each(gallery)("gallery: %s has nothing wrong", (file) => {
  const source = readFileSync(`fixtures/gallery/${file}`, "utf8");
  expect(
    compiled(source, { name: file }).diagnostics.map(({ code, message: said }) => `${code}: ${said}`),
  ).toEqual([]);
});

test("ten thousand statements of each kind, and as many mistakes", slow, () => {
  const many = (line: (index: number) => string): string =>
    Array.from({ length: 10_000 }, (_, index) => line(index)).join("\n");
  expect(
    compiled(many((index) => `p${index % 50} -> p${(index * 7) % 50}: call ${index}`)).flow.messages,
  ).toHaveLength(10_000);
  expect(compiled(many((index) => `p${index}: Label { kind: worker }`)).flow.participants).toHaveLength(
    10_000,
  );
  expect(
    compiled(many((index) => `a ~> b: x { id: i${index}; callback: c${index} }`)).flow.callbacks,
  ).toHaveLength(10_000);
  expect(compiled(many((index) => `opt: x { a -> b: ${index} }`)).flow.fragments).toHaveLength(10_000);
  expect(compiled(many((index) => `await: c${index}`)).diagnostics).toHaveLength(10_000);
});

/** Every index in a flow that has nothing behind it, and every operand that does not hold what it is said to. */
const danglingIn = (flow: Flow): readonly string[] => {
  const found: string[] = [];
  const check = (what: string, index: number | null | undefined, length: number): void => {
    if (index !== null && index !== undefined && !(index >= 0 && index < length))
      found.push(`${what} ${index}`);
  };
  const participants = flow.participants.length;
  const messages = flow.messages.length;
  for (const { from, to, of, compensates, send, within, attributes: written } of flow.messages) {
    for (const end of [from, to, written["reply-to"]]) check("participant", end, participants);
    for (const other of [of, compensates, send]) check("message", other, messages);
    for (const { fragment, operand } of within)
      check("operand", operand, flow.fragments[fragment]?.operands.length ?? 0);
  }
  for (const { boundary, attributes: written } of flow.participants) {
    check("boundary", boundary, flow.boundaries.length);
    check("participant", written["dead-letter"], participants);
  }
  for (const { parent } of flow.boundaries) check("boundary", parent, flow.boundaries.length);
  for (const callback of flow.callbacks) {
    check("participant", callback.owner, participants);
    for (const { message: index } of [...callback.asked, ...callback.arrivals, ...callback.carried])
      check("message", index, messages);
  }
  const seen = { messages: new Set<number>(), fragments: new Set<number>() };
  const visit = (body: readonly Step[]): void => {
    for (const step of body) {
      if ("messages" in step) for (const index of step.messages) check("message", index, messages);
      if ("participants" in step)
        for (const index of step.participants) check("participant", index, participants);
      if ("participant" in step) check("participant", step.participant, participants);
      if (step.kind === "message") for (const index of step.messages) seen.messages.add(index);
      if (step.kind === "await") check("participant", step.by, participants);
      if (step.kind === "note") check("message", step.message, messages);
      if (step.kind !== "fragment") continue;
      check("fragment", step.fragment, flow.fragments.length);
      seen.fragments.add(step.fragment);
      for (const { body: inner } of flow.fragments[step.fragment]?.operands ?? []) visit(inner);
    }
  };
  visit(flow.body);
  if (seen.messages.size !== messages) found.push("a message outside of the course");
  if (seen.fragments.size !== flow.fragments.length) found.push("a fragment outside of the course");
  return found;
};
