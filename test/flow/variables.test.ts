// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { describe, expect, test } from "vitest";
import { compiled, factsOf, reportsOn } from "./flow-of.ts";

const labels = (text: string) => factsOf(text).messages.map(({ label }) => label);

describe("variables", () => {
  const texts: Readonly<Record<string, readonly [source: string, labels: readonly string[]]>> = {
    "in a text": ["vars: { host: example.org }\na -> b: GET ${host}/users\n", ["GET example.org/users"]],
    "as a whole value": ["vars: { host: example.org }\na -> b: ${host}\n", ["example.org"]],
    "in double quotes": ['vars: { x: one }\na -> b: "${x}: two"\n', ["one: two"]],
    "not in single quotes": ["vars: { x: one }\na -> b: '${x}'\n", ["${x}"]],
    "not behind a backslash": ["vars: { x: one }\na -> b: \\${x}\n", ["${x}"]],
    "by a path": ["vars: { a: { b: { c: deep } }; a.d: flat }\na -> b: ${a.b.c} ${a.d}\n", ["deep flat"]],
    "from below": ["a -> b: ${x}\nvars: { x: late }\n", ["late"]],
    "of variables": ["vars: { x: one; y: ${x} two; z: ${y} three }\na -> b: ${z}\n", ["one two three"]],
    "the nearest wins": [
      "vars: { x: out; y: far }\nopt: z {\n  vars: { x: in }\n  a -> b: ${x} ${y}\n}\na -> b: ${x}\n",
      ["in far", "out"],
    ],
    "the last wins": ["vars: { x: one }\nvars: { x: two }\na -> b: ${x}\n", ["two"]],
    "keep the scope in which they are written": [
      "vars: { x: out; y: ${x} }\nopt: z {\n  vars: { x: in }\n  a -> b: ${y}\n}\n",
      ["out"],
    ],
  };
  for (const [name, [source, expected]] of Object.entries(texts))
    test(name, () => expect(labels(source)).toEqual(expected));

  test("with their type", () => {
    const source =
      "vars: { slow: 5s; span: 1s..3s; who: [a; b]; all: [...${who}; c] }\na ~> b: x { timeout: ${slow}; latency: ${span} }\na -> c\nnote: y { over: ${who} }\nnote: z { over: [...${all}] }\n";
    const facts = factsOf(source);
    expect(facts.messages[0]).toMatchObject({
      attributes: { timeout: 5000, latency: { low: 1000, high: 3000 } },
    });
    expect(facts.notes.map(({ over }) => over)).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
  });
  test("a map as a value, and spread among statements", () => {
    const source =
      "vars: { look: { style.fill: red; kind: worker }; more: { takes: 2s } }\na: A\na -> b\nb: ${look}\nc: { ...${more}; kind: worker }\n";
    expect(factsOf(source).participants).toMatchObject([
      { key: "a", kind: "service" },
      { key: "b", kind: "worker", style: { fill: "red" } },
      { key: "c", kind: "worker", attributes: { takes: { low: 2000, high: 2000 } } },
    ]);
  });
  test("statements that a variable brings stand where it is spread", () => {
    const source =
      "vars: { ping: { a -> b: ping\n b --> a: pong } }\nb -> a: first\n...${ping}\nb -> a: last\n";
    expect(labels(source)).toEqual(["first", "ping", "pong", "last"]);
  });
  test("the tree without variables is not copied", () => {
    const { flow } = compiled("a -> b: x\n");
    expect(flow.messages).toHaveLength(1);
  });

  const reports: Readonly<Record<string, readonly [source: string, reports: readonly string[]]>> = {
    "an unknown name": ["vars: { host: x }\na -> b: ${hots}\n", ["unknown-variable [${hots}]"]],
    "an unknown path": [
      "vars: { a: { host: x } }\na -> b: GET ${a.hots}\n",
      ["unknown-variable [${a.hots}]"],
    ],
    "a circle": ["vars: { x: ${y}; y: ${x} }\na -> b: ${x}\n", ["circular-variable [${x}]"]],
    "a circle of maps": ["vars: { m: { ...${m} } }\n...${m}\na -> b\n", ["circular-variable [${m}]"]],
    "a map in a text": ["vars: { m: { x: y } }\na -> b: the ${m}\n", ["wrong-value [${m}]"]],
    "a list in a text": ["vars: { l: [x; y] }\na -> b: the ${l}\n", ["wrong-value [${l}]"]],
    "a text as a map": ["vars: { x: y }\n...${x}\na -> b\n", ["wrong-value [${x}]"]],
    "a wrong type, where it is used": [
      "vars: { x: soon }\na -> b: y { timeout: ${x} }\n",
      ["wrong-value [${x}]"],
    ],
    "vars without a map": ["vars: x\na -> b\n", ["missing-value [x]"]],
  };
  for (const [name, [source, expected]] of Object.entries(reports))
    test(`report ${name}`, () => expect(reportsOn(source)).toEqual(expected));
  test("the nearest name is proposed", () => {
    expect(compiled("vars: { host: x }\na -> b: ${hots}\n").diagnostics[0]?.message).toBe(
      "No variable is called `hots`. Did you mean `${host}`?",
    );
  });
});
