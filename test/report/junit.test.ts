import { SaxesParser, type SaxesTagPlain } from "saxes";
import { expect, test } from "vitest";
import { junit } from "../../src/report/junit.ts";
import { hardFiles, reportOf } from "./report-of.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML as strictly as its standard does: anything that is not well-formed throws. */
const parse = (xml: string): Element => {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error("There is no root element.");
  return root;
};

/** What Jenkins's schema allows in each element: attributes, those that must be there, and children. */
const allowed: Readonly<Record<string, readonly [attributes: string, required: string, children: string]>> = {
  testsuites: ["name time tests failures disabled errors", "", "testsuite"],
  testsuite: [
    "name tests failures errors time disabled skipped timestamp hostname id package",
    "name tests",
    "testcase",
  ],
  testcase: ["name assertions time classname status", "name classname", "skipped error failure"],
  failure: ["type message", "", ""],
  skipped: ["type message", "", ""],
};

const check = ({ name, attributes, children }: Element): void => {
  const [known, required, inside] = (allowed[name] ?? ["", "", ""]).map((words) =>
    words.split(" ").filter(Boolean),
  );
  expect(Object.keys(attributes).filter((each) => !known?.includes(each))).toEqual([]);
  expect(required?.filter((each) => !(each in attributes))).toEqual([]);
  expect(children.filter((child) => !inside?.includes(child.name))).toEqual([]);
  for (const child of children) check(child);
};

const report = reportOf(hardFiles);
const root = parse(junit(report));
const cases = root.children.flatMap(({ children }) => children);

test("it is XML of the shape that consumers read", () => {
  check(root);
  check(parse(junit({ files: [], diagnostics: [], sources: {} })));
});

test("the numbers are those of its elements", () => {
  const failed = cases.filter(({ children }) => children[0]?.name === "failure");
  expect(root.attributes).toMatchObject({
    tests: `${cases.length}`,
    failures: `${failed.length}`,
    errors: "0",
  });
  for (const { attributes, children } of root.children) {
    const count = (name: string) => children.filter((each) => each.children[0]?.name === name).length;
    expect(attributes).toMatchObject({
      tests: `${children.length}`,
      failures: `${count("failure")}`,
      skipped: `${count("skipped")}`,
    });
  }
});

test("a file is a suite, and passes one case when it is clean", () => {
  expect(root.children.map(({ attributes }) => attributes.name)).toEqual(report.files);
  const clean = root.children.find(({ attributes }) => attributes.name === "./clean.slant");
  expect(clean?.children.map(({ children }) => children)).toEqual([[]]);
});

test("an error fails, a warning does not", () => {
  const outcomes = root.children.map(({ attributes, children }) => [
    attributes.name,
    children.flatMap((each) => each.children.map(({ name }) => name)),
  ]);
  expect(outcomes).toContainEqual(["a.slant", ["failure"]]);
  expect(outcomes).toContainEqual(["unused.slant", ["skipped"]]);
});

test("the author's words come through", () => {
  const found = cases.find(({ attributes }) => attributes.classname?.startsWith("docs/"))?.children[0];
  expect(found?.attributes.message).toBe("Nothing at `𝒜:p,i%` awaits or handles the callback `sent`.");
  expect(found?.text).toContain("docs/ü & <b>, 100%.slant:2: it arrives here");
});

test("what XML cannot hold is replaced", () => {
  const text =
    '"a\\u{1}\\u{ffff}\\u{d800}" ~> b: x { callback: c }\nb ~> "a\\u{1}\\u{ffff}\\u{d800}": y { resolves: c }\n';
  check(parse(junit(reportOf({ "odd\u0002\ud800.slant": text, "b.slant": "\u0003 \u0000 a {\n" }))));
});
