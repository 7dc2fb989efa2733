import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";

test("one parser serves all calls: none leaves a trace in the next", () => {
  const sources = [
    { name: "a.slant", text: "alt: x {\n  a -> b: [y] { class: [z; w] }\n}\n" },
    { name: "b.d2", text: "alt: [x; y]\na ~> b: {\n" },
    { name: "c.slant", text: "a: |md\n(a -> b\nclass: [x {\n{{{" },
    { name: "d.slant", text: `${"a {".repeat(300)}` },
    { name: "e.slant", text: "vars: { a: [1] }\nb: [1]\n}\n" },
  ];
  const alone = sources.map((source) => parse(source));
  const orders = [
    sources.toReversed(),
    [...sources, ...sources],
    sources.flatMap((one) => sources.flatMap((other) => [one, other])),
  ];
  for (const order of orders) {
    for (const source of order) {
      expect(parse(source)).toEqual(alone[sources.indexOf(source)]);
      parse(source, { mode: "d2", limits: { nesting: 1, statements: 2 } });
    }
  }
});
