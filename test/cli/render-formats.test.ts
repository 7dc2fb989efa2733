import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const flow = "a ~> b: hello\n";
const bad = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

describe("the format of a picture", () => {
  test.each([
    [["a.slant", "x.svg"], "x.svg", /^<svg /],
    [["a.slant", "x.txt"], "x.txt", /^┌/],
    [["a.slant", "X.PNG"], "X.PNG", /^.PNG\r\n/],
    [["a.slant", "x.pdf"], "x.pdf", /^%PDF-/],
    [["a.slant", "--format", "txt"], "a.txt", /^┌/],
    [["render", ".", "--format", "png", "--out-dir", "out"], "out/a.png", /^.PNG/],
    [["a.slant", "x", "--format", "pdf"], "x", /^%PDF-/],
  ])("%j", async (args, out, begins) => {
    const { code, files } = await runIn({ files: { "a.slant": flow } }, ...args);
    expect(code).toBe(0);
    expect(files.get(out)).toMatch(begins);
  });

  test("goes to standard output whole, bytes too", async () => {
    const files = { "a.slant": flow };
    expect((await runIn({ files }, "a.slant", "-", "--format", "txt")).out).toContain("╲──>");
    expect((await runIn({ files }, "a.slant", "-", "--format", "png")).out).toMatch(/^.PNG[\s\S]*IEND/);
  });

  test("is refused where there is no such format", async () => {
    const { code, err } = await runIn({ files: { "a.slant": flow } }, "a.slant", "x.gif");
    expect(code).toBe(2);
    expect(err).toBe(
      "slant: `x.gif`: this version does not write `.gif` files\n  It writes `.svg`, `.txt`, `.png`, `.pdf`.\n",
    );
  });
});

test("--ascii draws with 7 bits", async () => {
  const { out } = await runIn({ files: { "a.slant": flow } }, "a.slant", "-", "--format", "txt", "--ascii");
  expect(out).toMatch(/^[\n -~]+$/);
  expect(out).toContain("\\-");
});

test("--scale makes a larger picture, and must be a factor", async () => {
  const files = { "a.slant": flow };
  const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1]);
  const one = widthOf((await runIn({ files }, "a.slant", "-")).out);
  expect(widthOf((await runIn({ files }, "a.slant", "-", "--scale", "3")).out)).toBe(one * 3);
  for (const wrong of ["0", "x", "99"]) {
    const { code, err } = await runIn({ files }, "a.slant", "-", "--scale", wrong);
    expect(code).toBe(2);
    expect(err).toContain("It must be a number from 0.1 to 20.");
  }
});

test("a picture that would be too large is no bug of ours", async () => {
  const files = { "a.slant": "a -> a: x\n".repeat(1500) };
  const { code, err } = await runIn({ files }, "a.slant", "a.png");
  expect(code).toBe(2);
  expect(err).toMatch(
    /^slant: cannot draw `a.slant`: a PNG of \d+ × \d+ px would be too large\n {2}Take a scale of 0\.\d+ or less/,
  );
});

test("a map is not drawn as text", async () => {
  const { code, err } = await runIn({ files: { "a.slant": flow } }, "a.slant", "a.txt", "--view", "map");
  expect(code).toBe(2);
  expect(err).toBe(
    "slant: cannot draw `a.slant`: `txt` shows no maps\n  Draw the sequence, or another format.\n",
  );
});

test("what a format cannot show is a warning, and the picture is written", async () => {
  const { code, err, files } = await runIn({ files: { "a.slant": "a ~> b: 注文\n" } }, "a.slant", "a.png");
  expect(code).toBe(0);
  expect(err).toContain("a.slant:1:9 warning unshown-character");
  expect(files.has("a.png")).toBe(true);
});

describe("--lint", () => {
  test("shows findings on the picture and changes no exit code", async () => {
    const { code, out } = await runIn({ files: { "a.slant": bad } }, "a.slant", "-", "--lint");
    expect(code).toBe(0);
    expect(out).toContain("slant-finding-error");
    expect(out).toContain("unawaited-callback");
  });

  test("goes by the rules of a configuration", async () => {
    const files = { "a.slant": bad, "slant.config.json": '{ "rules": { "unawaited-callback": "off" } }' };
    const { out } = await runIn({ files }, "a.slant", "-", "--lint");
    expect(out).not.toContain("slant-finding");
  });

  test("lists findings below a text picture", async () => {
    const { out } = await runIn({ files: { "a.slant": bad } }, "a.slant", "-", "--format", "txt", "--lint");
    expect(out).toMatch(/\n1\. error, line 1: .*\(unawaited-callback\)\n$/);
  });
});
