import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const flow = "a ~> b: hello\n";
const warned = "a ~> b: hello\nA ~> b: hello\n";
const broken = "a ~> b: hello\nc -> d {\n";

describe("where pictures go", () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["beside the flow", ["a.slant"], ["a.slant"], ["a.svg"]],
    ["where they are asked to go", ["a.slant"], ["a.slant", "-o", "x.svg"], ["x.svg"]],
    ["under a name without an ending", ["a.slant"], ["a.slant", "-o", "x"], ["x"]],
    [
      "under another ending, when the format is named",
      ["a.slant"],
      ["a.slant", "-o", "x.txt", "--format", "svg"],
      ["x.txt"],
    ],
    ["several beside their flows", ["a.slant", "b/c.slant"], ["a.slant", "b/c.slant"], ["a.svg", "b/c.svg"]],
    ["a folder's in place", ["b/c.slant", "b/d/e.slant"], ["b"], ["b/c.svg", "b/d/e.svg"]],
    [
      "a folder's below another",
      ["b/c.slant", "b/d/e.slant"],
      ["b/", "--out-dir", "out/"],
      ["out/c.svg", "out/d/e.svg"],
    ],
    ["a glob's below its fixed part", ["b/d/e.slant"], ["b/**/*.slant", "--out-dir", "out"], ["out/d/e.svg"]],
    ["a file's by its own name", ["b/d/e.slant"], ["b/d/e.slant", "--out-dir", "out"], ["out/e.svg"]],
    ["of other endings, behind the whole name", ["a.txt"], ["a.txt"], ["a.txt.svg"]],
  ])("%s", async (_, inputs, args, outputs) => {
    const files = Object.fromEntries(inputs.map((name) => [name, flow]));
    const { code, out, files: left } = await runIn({ files }, "render", ...args);
    expect([code, out]).toEqual([0, ""]);
    expect([...left.keys()].filter((name) => !inputs.includes(name))).toEqual(outputs);
  });

  test.each<[string, readonly string[], string]>([
    [
      "two into one",
      ["a.slant", "b/a.slant", "--out-dir", "out"],
      "`a.slant` and `b/a.slant` would both become `out/a.svg`",
    ],
    ["several into one file", ["a.slant", "b", "-o", "x.svg"], "2 flows cannot all become `x.svg`"],
    ["a flow over itself", ["a.slant", "-o", "a.slant"], "`a.slant`"],
    ["standard input without a name", ["-", "--out-dir", "out"], "standard input has no name"],
  ])("never %s", async (_, args, words) => {
    const files = { "a.slant": flow, "b/a.slant": flow };
    const { code, err, files: left } = await runIn({ files }, "render", ...args);
    expect([code, left.size]).toEqual([2, 2]);
    expect(err).toContain(words);
  });
});

describe("a flow with faults", () => {
  test("costs no other its picture", async () => {
    const files = { "a.slant": broken, "b.slant": flow };
    const { code, out, err, files: left } = await runIn({ files }, "render", ".");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^a\.slant:2:\d+ error [\s\S]*\nslant: wrote 1 picture, 1 failed\n$/);
    expect([...left.keys()]).toEqual(["a.slant", "b.slant", "b.svg"]);
  });

  test("is drawn by force, and still fails", async () => {
    const { code, err, files } = await runIn({ files: { "a.slant": broken } }, "a.slant", "--force");
    expect(code).toBe(1);
    expect(err).toContain("error");
    expect(files.get("a.svg")).toContain("hello");
  });

  test("is drawn with warnings, but not when they are taken seriously", async () => {
    const files = { "a.slant": warned };
    const lenient = await runIn({ files }, "a.slant");
    expect([lenient.code, lenient.files.has("a.svg")]).toEqual([0, true]);
    expect(lenient.err).toMatch(/^a\.slant:2:1 warning case-differs\n/);
    const strict = await runIn({ files }, "a.slant", "--strict");
    expect([strict.code, strict.files.has("a.svg")]).toEqual([1, false]);
    expect((await runIn({ files }, "a.slant", "--quiet")).err).toBe("");
  });

  test("is drawn when only a check would complain", async () => {
    const asked = "a ~> b: go { callback: done }\nb ~> a: went { resolves: done }\n";
    expect(await runIn({ files: { "a.slant": asked } }, "a.slant", "-")).toMatchObject({ code: 0, err: "" });
  });
});

describe("options reach the picture", () => {
  test.each<[readonly string[], RegExp]>([
    [["--title", "Tea & <biscuits>"], /Tea &amp; &lt;biscuits&gt;/],
    [["--id-prefix", "mine"], /\bmine\b/],
    [["--background", "#abcdef"], /#abcdef/],
    [["--pad", "100"], /<svg [^>]*width="[2-9]\d\d/],
  ])("%j", async (args, found) => {
    const files = { "a.slant": flow };
    const bare = await runIn({ files }, "a.slant", "-");
    const { code, out } = await runIn({ files }, "a.slant", "-", ...args);
    expect(code).toBe(0);
    expect(out).not.toBe(bare.out);
    expect(out).toMatch(found);
  });

  test.each([
    ["--theme", "dark"],
    ["--theme", "mono"],
    ["--theme", "light", "--dark-theme", "contrast"],
    ["--fonts", "system"],
  ])("%s %s", async (...args) => {
    const files = { "a.slant": flow };
    const { code, out } = await runIn({ files }, "a.slant", "-", ...args);
    expect(code).toBe(0);
    expect(out).not.toBe((await runIn({ files }, "a.slant", "-")).out);
  });
});

test("many pictures are counted, one is named", async () => {
  const files = { "a.slant": flow, "b.slant": flow };
  expect((await runIn({ files }, "render", ".")).err).toBe("slant: wrote 2 pictures\n");
  expect((await runIn({ files }, "render", "a.slant")).err).toBe("slant: wrote a.svg\n");
  expect((await runIn({ files }, "render", ".", "--quiet")).err).toBe("");
});

test("D2 files are drawn where they are named, themselves or by a glob, and lose their ending", async () => {
  const d2 = "shape: sequence_diagram\na -> b: hello\n";
  const files = { "docs/a.d2": d2, "docs/b.d2": d2, "docs/C.SLANT": flow };
  const named = await runIn({ files }, "docs/a.d2");
  expect([named.code, named.files.get("docs/a.svg")?.slice(0, 5)]).toEqual([0, "<svg "]);
  const globbed = await runIn({ files }, "render", "docs/*.d2", "--out-dir", "out");
  expect([...globbed.files.keys()].filter((name) => name.startsWith("out/"))).toEqual([
    "out/a.svg",
    "out/b.svg",
  ]);
  expect((await runIn({ files }, "docs/C.SLANT")).err).toBe("slant: wrote docs/C.svg\n");
});
