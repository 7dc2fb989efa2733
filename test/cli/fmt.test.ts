import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const loose = "a->b:hi\n";
const tidy = "a -> b: hi\n";
const broken = 'a -> b\nnote: "open\n';

describe("files", () => {
  test("are written in their canonical form, and only those that change", async () => {
    const files = { "b/loose.slant": loose, "tidy.slant": tidy, "b/notes.txt": loose };
    const run = await runIn({ files }, "fmt");
    expect(run).toMatchObject({ code: 0, out: "", err: "Formatted 1 of 2 files.\n" });
    expect([...run.files]).toEqual([
      ["b/loose.slant", tidy],
      ["tidy.slant", tidy],
      ["b/notes.txt", loose],
    ]);
  });

  test("that are fine leave nothing to say, nor does --quiet", async () => {
    expect(await runIn({ files: { "a.slant": tidy } }, "fmt")).toMatchObject({ code: 0, out: "", err: "" });
    const quiet = await runIn({ files: { "a.slant": loose } }, "fmt", "--quiet");
    expect(quiet).toMatchObject({ code: 0, out: "", err: "" });
    expect(quiet.files.get("a.slant")).toBe(tidy);
  });

  test("of D2 are formatted as D2 when they are named", async () => {
    const text = "alt: {\n  a->b\n}\nelse: x\n";
    const { code, files } = await runIn({ files: { "a.d2": text } }, "fmt", "a.d2");
    expect([code, files.get("a.d2")]).toEqual([0, "alt: {\n  a -> b\n}\nelse: x\n"]);
  });

  test("keep a byte order mark and their line ends", async () => {
    const { files } = await runIn({ files: { "a.slant": "\ufeffa->b\r\nb->c" } }, "fmt", "a.slant");
    expect(files.get("a.slant")).toBe("\ufeffa -> b\r\nb -> c\r\n");
  });

  test("with syntax errors stay as they are, and the others are formatted", async () => {
    const run = await runIn({ files: { "a.slant": broken, "b.slant": loose } }, "fmt");
    expect([run.code, run.out]).toEqual([1, ""]);
    expect(run.err).toMatch(/^a\.slant:2:7 error unterminated-string\n[\s\S]*\nFormatted 1 of 2 files\.\n$/);
    expect([run.files.get("a.slant"), run.files.get("b.slant")]).toEqual([broken, tidy]);
  });

  test("none of which can be read leave all as they are", async () => {
    const files = { "a.slant": loose, "b.slant": loose };
    const run = await runIn({ files, broken: { "b.slant": "EACCES" } }, "fmt");
    expect(run).toMatchObject({ code: 2, out: "", err: "slant: cannot read `b.slant`: permission denied\n" });
    expect(run.files.get("a.slant")).toBe(loose);
  });

  test("of Markdown are refused before anything is written", async () => {
    const run = await runIn({ files: { "a.slant": loose, "b.md": "- a" } }, "fmt", "a.slant", "b.md");
    expect(run).toMatchObject({ code: 2, out: "" });
    expect(run.err).toBe(
      "slant: cannot format `b.md`: it is Markdown\n  Only .slant and .d2 files are formatted.\n",
    );
    expect(run.files.get("a.slant")).toBe(loose);
  });

  test.each([
    [["missing.slant"], 2, "slant: cannot read `missing.slant`: no such file or folder\n"],
    [["--allow-empty"], 0, ""],
    [[], 2, "slant: there are no `.slant` or `.d2` files in `.`\n"],
  ])("that are not there: %j", async (args, code, err) => {
    expect(await runIn({}, "fmt", ...args)).toMatchObject({ code, out: "", err });
  });
});

test("a folder's D2 files are formatted as such", async () => {
  const files = {
    "docs/a.slant": loose,
    "docs/b.d2": "x:{shape:sequence_diagram}\nx.a->x.b:hi\n",
    "docs/c.md": loose,
  };
  const run = await runIn({ files }, "fmt", "docs");
  expect(run).toMatchObject({ code: 0, err: "Formatted 2 of 2 files.\n" });
  expect(run.files.get("docs/b.d2")).toContain("x.a -> x.b: hi\n");
  expect(run.files.get("docs/c.md")).toBe(loose);
});

describe("--check", () => {
  test("names the files that would change, and writes none", async () => {
    const files = { "a.slant": loose, "b.slant": tidy, "c.slant": loose };
    const run = await runIn({ files }, "fmt", "--check");
    expect(run).toMatchObject({ code: 1, out: "a.slant\nc.slant\n", err: "Would format 2 of 3 files.\n" });
    expect([...run.files]).toEqual(Object.entries(files));
  });

  test("is content with what is tidy", async () => {
    expect(await runIn({ files: { "b.slant": tidy } }, "fmt", "--check")).toMatchObject({
      code: 0,
      out: "",
      err: "",
    });
  });

  test("names standard input as well", async () => {
    const args = ["fmt", "--check", "-", "--stdin-filename", "x.slant"];
    expect(await runIn({ stdin: loose }, ...args)).toMatchObject({ code: 1, out: "x.slant\n" });
  });
});

describe("standard input", () => {
  test("goes to standard output, changed or not", async () => {
    expect(await runIn({ stdin: loose }, "fmt", "-")).toMatchObject({ code: 0, out: tidy, err: "" });
    expect(await runIn({ stdin: tidy }, "fmt", "-")).toMatchObject({ code: 0, out: tidy, err: "" });
  });

  test("is read as its name says", async () => {
    const stdin = "par: {\n  a->b\n}\nand: x\n";
    const { out } = await runIn({ stdin }, "fmt", "-", "--stdin-filename", "x.d2");
    expect(out).toBe("par: {\n  a -> b\n}\nand: x\n");
  });

  test("with syntax errors gives no output", async () => {
    const { code, out, err } = await runIn({ stdin: broken }, "fmt", "-");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^<stdin>:2:7 error unterminated-string\n/);
  });
});
