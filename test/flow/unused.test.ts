// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { expect, test } from "vitest";
import { compiled } from "./flow-of.ts";

const files = {
  "steps.slant": "x -> y: step\n",
  "people.slant": "vars: { from: here }\nann: Ann { tooltip: ${from} }\nbea: Bea\n",
  "looks.slant": "classes: { loud: { style.stroke: red } }\n",
  "all.slant": "...@steps\n",
  "host.slant": "vars: { host: example.org }\n",
  "steps.d2": "x -> y: step\n",
  "people.d2": "ann: Ann\nbea: Bea\n",
  "looks.d2": "classes: { loud: { style.stroke: red } }\n",
};

const unusedIn = (text: string, name = "flow.slant"): readonly string[] =>
  compiled(text, { name, files }).flow.unused.map((each) => `${each.kind} ${each.name}`);

test.each<[string, string, readonly string[]]>([
  ["nothing to use", "a -> b\n", []],
  ["a variable that nothing names", "vars: { host: x; port: 1 }\na -> b: ${host}\n", ["variable port"]],
  ["one that another needs", "vars: { a: 1; b: ${a} }\nx -> y: ${b}\n", []],
  ["one of which a field is named", "vars: { a: { b: 1; c: 2 } }\nx -> y: ${a.b}\n", []],
  ["one in a map", "a: { vars: { x: 1 } }\na -> b\n", ["variable x"]],
  ["an import with messages", "...@steps\n", []],
  ["an import by way of another", "...@all\n", []],
  ["a participant that takes part", "...@people\nann -> b\n", []],
  ["participants that do not", "...@people\na -> b\n", ["import people"]],
  ["a participant by its key, which does not", "ann: @people.ann\na -> b\n", ["import people"]],
  ["a class that is named", "...@looks\na -> b { class: loud }\n", []],
  ["a class that is not", "...@looks\na -> b\n", ["import looks"]],
  ["a variable that is named", "...@host\na -> b: ${host}\n", []],
  ["a variable that is not", "vars: { x: 1 }\n...@host\na -> b\n", ["variable x", "import host"]],
])("%s", (_, text, unused) => {
  expect(unusedIn(text)).toEqual(unused);
  const inD2 = text.replaceAll("@all", "@steps").includes("@host")
    ? undefined
    : text.replaceAll("@all", "@steps");
  if (inD2 !== undefined) expect(unusedIn(`shape: sequence_diagram\n${inD2}`, "flow.d2")).toEqual(unused);
});

test("D2's settings are no variables", () => {
  const text = "shape: sequence_diagram\nvars: { d2-config: { pad: 1 }; x: 2 }\na -> b\n";
  expect(unusedIn(text, "flow.d2")).toEqual(["variable x"]);
});
