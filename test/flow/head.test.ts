import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

describe("what a file says of itself", () => {
  test("title, description, lang", () => {
    expect(factsOf("title: Sign-up\ndescription: Who signs up.\nlang: de\n")).toMatchObject({
      title: "Sign-up",
      description: "Who signs up.",
      lang: "de",
    });
    expect(factsOf("a -> b\n")).toMatchObject({ title: null, description: null, lang: "en" });
  });
  test("the last title wins", () => expect(factsOf("title: One\ntitle: Two\n").title).toBe("Two"));
  test("config, in one map or several", () => {
    const text =
      "config: { theme: dark; dark-theme: mono; time: log; numbering: true; activations: off }\nconfig: { view: map; handled: reactive; implicit-replies: false; time: linear }\n";
    expect(factsOf(text).config).toEqual({
      theme: "dark",
      "dark-theme": "mono",
      time: "linear",
      numbering: true,
      activations: "off",
      view: "map",
      handled: "reactive",
      "implicit-replies": false,
    });
  });
  test("a file that says nothing", () => {
    const { flow, diagnostics } = compiled("");
    expect(diagnostics).toEqual([]);
    expect(flow).toMatchObject({ participants: [], messages: [], body: [], config: {} });
  });
  test("a root shape and direction of D2 are accepted", () => {
    expect(factsOf("shape: sequence_diagram\ndirection: right\na -> b\n").participants).toHaveLength(2);
  });

  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "a misspelt setting": ["config: { numbring: true }\n", ["unknown-attribute [numbring]"]],
    "a theme that is none": ["config: { theme: dakr }\n", ["wrong-value [dakr]"]],
    "a setting's value": ["config: { time: logarithmic }\n", ["wrong-value [logarithmic]"]],
    "an attribute of something else": ["config: { timeout: 5s }\n", ["misplaced-attribute [timeout]"]],
    "a config that is no map": ["config: dark\n", ["wrong-value [dark]"]],
    "a lone config": ["config\n", ["missing-value [config]"]],
    "an empty title, by the syntax alone": ["title:\n", ["empty-value [:]"]],
    "a language that is none": ["lang: in German\n", ["wrong-value [in German]"]],
    "another shape": ["shape: oval\na -> b\n", ["wrong-value [oval]"]],
    "classes that are no map": ["classes: slow\n", ["missing-value [classes: slow]"]],
    "a class's attribute": ["classes: { slow: { timeout: 5s } }\n", ["misplaced-attribute [timeout]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(name, () => expect(reportsOn(source)).toEqual(expected));
});
