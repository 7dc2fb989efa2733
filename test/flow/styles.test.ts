import { describe, expect, test } from "vitest";
import { type StyleFacts, styles } from "../../src/language/styles.ts";
import { compiled, reportsOn } from "./flow-of.ts";

const rows: readonly (readonly [string, StyleFacts])[] = Object.entries(styles);

/** A value that is right, and one that is wrong. */
const samples: Readonly<
  Record<StyleFacts["type"], (facts: StyleFacts) => readonly [right: string, wrong: string]>
> = {
  colour: () => ["red", "url(javascript:x)"],
  number: ({ high = 0 }) => [String(high), String(high + 1)],
  boolean: () => ["true", "maybe"],
  choice: ({ choices = [] }) => [choices[0] ?? "", "something"],
};

const typed = (text: string): unknown => {
  if (text === "true") return true;
  return Number.isNaN(Number(text)) ? text : Number(text);
};

const noteIn = (text: string) => compiled(text).flow.body.find((step) => step.kind === "note");

/** Where a style may stand, and where it is found in the flow. */
const places: Readonly<
  Record<string, readonly [source: (style: string) => string, found: (text: string) => unknown]>
> = {
  "a participant": [
    (style) => `a: { ${style} }\na -> b\n`,
    (text) => compiled(text).flow.participants[0]?.style,
  ],
  "a message": [(style) => `a -> b: x { ${style} }\n`, (text) => compiled(text).flow.messages[0]?.style],
  "a link of a chain": [
    (style) => `a -> b -> c: x { ${style} }\n`,
    (text) => compiled(text).flow.messages[1]?.style,
  ],
  "a fragment": [
    (style) => `opt: x {\n  ${style}\n  a -> b\n}\n`,
    (text) => compiled(text).flow.fragments[0]?.style,
  ],
  "a group": [
    (style) => `g: {\n  ${style}\n  a -> b\n}\n`,
    (text) => compiled(text).flow.fragments[0]?.style,
  ],
  "a note": [(style) => `a -> b\nnote: x { ${style} }\n`, (text) => noteIn(text)?.style],
  "a note on a participant": [(style) => `a -> b\na."x": { ${style} }\n`, (text) => noteIn(text)?.style],
  "a class": [
    (style) => `classes: { k: { ${style} } }\na -> b: x { class: k }\n`,
    (text) => compiled(text).flow.messages[0]?.style,
  ],
  "a reference": [
    (style) => `a -> b\n(a -> b)[0]: { ${style} }\n`,
    (text) => compiled(text).flow.messages[0]?.style,
  ],
  "a pattern": [(style) => `a -> b\n*: { ${style} }\n`, (text) => compiled(text).flow.participants[1]?.style],
};

describe.each(Object.entries(places))("%s", (_, [source, found]) => {
  test.each(rows)("takes style.%s", (name, facts) => {
    const [right, wrong] = samples[facts.type](facts);
    expect(found(source(`style.${name}: ${right}`))).toEqual({ [name]: typed(right) });
    expect(found(source(`style: { ${name}: ${right} }`))).toEqual({ [name]: typed(right) });
    expect(reportsOn(source(`style.${name}: ${wrong}`))).toEqual([`wrong-value [${wrong}]`]);
    expect(found(source(`style.${name}: ${right}; style.${name}: null`))).toEqual({});
  });
  test("refuses other keys", () => {
    expect(reportsOn(source("style.colour: red"))).toEqual(["unknown-attribute [colour]"]);
  });
});
