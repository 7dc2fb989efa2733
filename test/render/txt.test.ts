import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import type { Scene } from "../../src/layout/scene.ts";
import { renderTxt } from "../../src/render/txt.ts";
import { cellWidth } from "../../src/text/cell-width.ts";
import { flowTexts } from "../generated/flow-text.ts";

const sceneFor = (text: string): Scene => {
  const { flow, sources } = compile({ name: "flow.slant", text });
  return sceneOf(flow, sources);
};

const drawn = (text: string, ascii = false): string => renderTxt(sceneFor(text), { ascii });

/** What a picture shows, without its first rows: the heads of a row, and the lines below them. */
const shown = (text: string): string => {
  const rows = drawn(text).split("\n");
  return rows.slice(rows.findIndex((row) => row.includes("┬")) + 1).join("\n");
};

const gallery = new URL("../../fixtures/gallery/", import.meta.url);
const flows = readdirSync(gallery)
  .filter((name) => name.endsWith(".slant"))
  .map((name) => ({ name, text: readFileSync(new URL(name, gallery), "utf8") }));

test.each(flows)("the gallery's $name", async ({ name, text }) => {
  await expect(drawn(text)).toMatchFileSnapshot(`./golden/txt/${name.replace(".slant", ".txt")}`);
});

test("in seven bits", async () => {
  const text = flows.find(({ name }) => name === "sign-up.slant")?.text ?? "";
  await expect(drawn(text, true)).toMatchFileSnapshot("./golden/txt/sign-up.ascii.txt");
});

describe("what is drawn how", () => {
  test.each([
    ["a call", "a -> b: go", "──▶█"],
    ["a reply", "a -> b: go\na <-- b: ok", "█<╌╌╌"],
    ["an asynchronous message falls", "a ~> b: go", "╲|╲─"],
    ["to the left", "a: A\nb ~> a: go", "╱|─╱|█<"],
    ["an exchange", "a <-> b: both", "█◀───"],
    ["an association", "a -- b: knows", "────"],
    [
      "texts at the ends of a line",
      "a -- b: has { source-arrowhead: 1; target-arrowhead: many }",
      "1 → many",
    ],
    ["a shape at the end of an exchange", "a <-> a: think { target-arrowhead.shape: diamond }", "─╮ think"],
    ["to itself", "a -> a: think", "──╮ think|◀──╯"],
    ["a lost message", "a ~> b: gone { lost: true }", "╳"],
    ["still under way", "a ~> b: news { in-flight: true }\na ~> b: more", "╲─>  │"],
    ["from outside", "() ~> a: order", "●──|>█"],
    ["to the outside", "a ~> (): bill", "█──|>●"],
    [
      "a request, its callback and the wait",
      "a ~> b: do { callback: done }\nb ~> a: ok { resolves: done }\nawait: done",
      "(expects done)|✓|(✓ done arrives)",
    ],
    [
      "a failure",
      "a ~> b: do { callback: done }\nb ~> a: no { rejects: done }\nawait: done",
      "✗|(✗ done fails)",
    ],
    [
      "an await before its arrival",
      "a ~> b: do { callback: done }\nawait: done\nb ~> a: ok { resolves: done }",
      "(awaits done)|▒",
    ],
    [
      "a queue's contents",
      "q: Q { kind: queue }\na ~> q: one\na ~> q: two\nq ~> b: one",
      "│ 1 │|│ 2 │|░░|│ 1 │",
    ],
    [
      "a fragment",
      "alt: paid {\n  a -> b: ship\n} else: broke {\n  a -> b: warn\n}",
      "┌─ alt [paid] ─|├╌ [broke] ╌|└─",
    ],
    [
      "a handler",
      "a ~> b: do { callback: done }\nb ~> a: ok { resolves: done }\non: done {\n  a -> a: next\n}",
      "┌─ on done ─",
    ],
    ["a note", "a -> b: go\nnote: careful", "╮|│ careful │|└─"],
    ["a divider", "a -> b: go\ndivider: Next day", "═ Next day ═"],
    ["a silence", "a -> b: go\nwait: 1h", "┊|1 h"],
    ["an end", "a -> b: go\ndestroy: b", "╳"],
    ["details", "a ~> b: go { latency: 1s..2s }", "1 s – 2 s ╲"],
    ["wide characters", "a: 注文\na -> b: 確認", "確認"],
  ])("%s", (_, text, parts) => {
    const picture = shown(`${text}\n`);
    for (const part of parts.split("|")) expect(picture).toContain(part.trim() === part ? part : part.trim());
  });

  test.each([
    ["person", "│ «person»  │"],
    ["queue", "╭"],
    ["store", "╒"],
    ["external", "╎"],
  ])("the head of a %s", (kind, sign) => {
    const picture = drawn(`one: One { kind: ${kind} }\none ~> two: hi\n`);
    expect(picture).toContain(`«${kind}»`);
    expect(picture).toContain(sign);
  });

  test("a title, and a boundary around its heads", () => {
    const picture = drawn(
      "title: Shop\nbackend: Backend {\n  kind: boundary\n  api: API\n  db: DB\n}\nweb -> api: go\n",
    );
    expect(picture).toMatch(/^Shop\n/);
    expect(picture).toMatch(/┌╌ Backend ╌+┐/);
    expect(picture).toMatch(/└╌.*╌┘\n$/);
  });

  test("one send to several leaves one point, and falls before each receiver", () => {
    const rows = drawn("bus ~> [a; b; c]: news\n").split("\n");
    const sent = rows.find((row) => row.includes("╲")) ?? "";
    expect(sent.match(/╲/g)).toHaveLength(3);
    expect(rows[rows.indexOf(sent) + 1]?.match(/─>█/g)).toHaveLength(3);
  });

  test("a created participant stands where it is made", () => {
    const rows = drawn("a -> b: hi\na -> c: start { creates: true }\na -> c: go\n").split("\n");
    expect(rows[1]).not.toContain("c");
    expect(rows.some((row) => /▶│\s+c\s+│/.test(row))).toBe(true);
  });
});

/** Every line of words, with how often it is shown: numbers in lanes aside, which give way where there is no room. */
const linesOf = ({ groups }: Scene): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { marks } of groups)
    for (const mark of marks)
      if (mark.kind === "text" && mark.paint !== "band-text" && mark.text.trim() !== "")
        counts.set(mark.text, (counts.get(mark.text) ?? 0) + 1);
  return counts;
};

/** Words that are not whole in the picture. */
const missingIn = (picture: string, scene: Scene): readonly string[] =>
  [...linesOf(scene)].filter(([line, count]) => picture.split(line).length - 1 < count).map(([line]) => line);

describe("laws", () => {
  test("every word of every flow is there, whole, however they lie", () => {
    fc.assert(
      fc.property(flowTexts, ({ text }) => {
        const scene = sceneFor(text);
        const missing = missingIn(renderTxt(scene), scene);
        expect(missing.length > 0 ? { text, missing } : undefined).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test("no row ends in a blank, and the same flow is the same text", () => {
    fc.assert(
      fc.property(flowTexts, fc.boolean(), ({ text }, ascii) => {
        const picture = drawn(text, ascii);
        expect(picture).toBe(drawn(text, ascii));
        expect(picture.split("\n").filter((row) => /\s$/.test(row))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("in seven bits everything stands where it stood", () => {
    fc.assert(
      fc.property(flowTexts, ({ text }) => {
        const [plain, seven] = [drawn(text), drawn(text, true)].map((picture) => picture.split("\n"));
        expect(seven?.join("")).toMatch(/^[ -~]*$/);
        expect(seven?.map((row) => row.length)).toEqual(plain?.map(cellWidth));
      }),
      { numRuns: 100 },
    );
  });
});

test("what would steer a terminal or reorder its line is not let through", () => {
  const picture = drawn(
    'a: "x\\u001b[31my"\na -> b: "left\\u202eright"\n'.replace(/\\u(....)/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for.
  expect(picture).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(picture).toContain("leftright");
});
