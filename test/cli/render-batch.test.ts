import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/node/sha256.ts";
import { type MemoryWorldOptions, runIn } from "./memory-world.ts";

const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`flows/f${index}.slant`, `a${index} ~> b: hello\n`]),
);

const drawAll = (options: MemoryWorldOptions, ...args: string[]) =>
  runIn({ isCaching: true, files: many, ...options }, "render", "flows", "--out-dir", "out", ...args);

/** Draws twice, the second time with other files, and says what the second run did. */
const again = async (after: Readonly<Record<string, string>>, ...args: string[]) => {
  const first = await drawAll({}, ...args);
  return await drawAll({ files: { ...Object.fromEntries(first.files), ...after } }, ...args);
};

describe("a second run", () => {
  test("writes nothing where nothing has changed", async () => {
    expect((await again({})).err).toBe("slant: wrote 0 pictures, 12 unchanged\n");
    expect((await again({}, "--no-cache")).err).toBe("slant: wrote 0 pictures, 12 unchanged\n");
  });

  test("does not even draw then", async () => {
    const { files } = await drawAll({});
    const kept = JSON.parse(files.get("cache/render.json") ?? "");
    kept.entries["out/f0.svg"].value = sha256("not what would be drawn");
    const others = { "out/f0.svg": "not what would be drawn", "cache/render.json": JSON.stringify(kept) };
    const second = await drawAll({ files: { ...Object.fromEntries(files), ...others } });
    expect(second.files.get("out/f0.svg")).toBe("not what would be drawn");
    expect(second.err).toBe("slant: wrote 0 pictures, 12 unchanged\n");
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["whose source changed", { "flows/f3.slant": "x ~> y: else\n" }, []],
    ["that is gone", { "out/f3.svg": "" }, []],
    ["that somebody changed", { "out/f3.svg": "mine" }, []],
  ])("draws a picture %s", async (_, after, args) => {
    const { err, files } = await again(after, ...args);
    expect(err).toBe("slant: wrote 1 picture, 11 unchanged\n");
    expect(files.get("out/f3.svg")).toMatch(/^<svg /);
  });

  test("draws what imports a file that changed", async () => {
    const files = { ...many, "flows/f3.slant": "...@lib/mail\n", "flows/lib/mail.slant": "x ~> y: one\n" };
    const first = await drawAll({ files });
    expect(first.err).toBe("slant: wrote 13 pictures\n");
    const after = { ...Object.fromEntries(first.files), "flows/lib/mail.slant": "x ~> y: two\n" };
    expect((await drawAll({ files: after })).err).toBe("slant: wrote 2 pictures, 11 unchanged\n");
  });

  test("draws all for another option or another configuration", async () => {
    const { files } = await drawAll({});
    const dark = await drawAll({ files: Object.fromEntries(files) }, "--theme", "dark");
    expect(dark.err).toBe("slant: wrote 12 pictures\n");
    const config = { "slant.config.json": '{ "theme": "mono" }' };
    expect((await drawAll({ files: { ...Object.fromEntries(files), ...config } })).err).toBe(
      "slant: wrote 12 pictures\n",
    );
  });

  test("says again what it has to say", async () => {
    const files = { ...many, "flows/f3.slant": "mail ~> b: one\nMail ~> b: two\n" };
    const first = await drawAll({ files });
    expect(first.err).toContain("warning case-differs");
    const second = await drawAll({ files: Object.fromEntries(first.files) });
    expect(second.err).toContain("warning case-differs");
    expect(second.err).toContain("slant: wrote 0 pictures, 12 unchanged\n");
  });
});

describe("one bad flow does not stop the others", () => {
  test.each<[string, MemoryWorldOptions, number, string]>([
    [
      "one that cannot be read",
      { broken: { "flows/f3.slant": "EACCES" } },
      2,
      "cannot read `flows/f3.slant`",
    ],
    ["one with errors", { files: { ...many, "flows/f3.slant": "a -> b {\n" } }, 1, "error unclosed-brace"],
    [
      "one that cannot be written",
      { broken: { "out/f3.svg": "ENOSPC" } },
      2,
      "`out/f3.svg`: the disk is full",
    ],
    [
      "one that would be too large",
      {
        files: { ...many, "flows/f3.slant": `a ~> b: far away {\n  id: m\n}\n${"a ~> b: x\n".repeat(9000)}` },
      },
      2,
      "cannot draw `flows/f3.slant`: a PNG of",
    ],
  ])("%s", async (name, options, code, words) => {
    const isPng = name.endsWith("large");
    const run = await drawAll(options, ...(isPng ? ["--format", "png", "--scale", "20"] : []));
    expect(run.code).toBe(code);
    expect(run.err).toContain(words);
    expect(run.err).toContain("slant: wrote 11 pictures, 1 failed\n");
  });
});

test("a single picture that was asked for by name is written, changed or not", async () => {
  const files = { "a.slant": "a ~> b: hello\n" };
  const first = await runIn({ files }, "a.slant");
  expect((await runIn({ files: Object.fromEntries(first.files) }, "a.slant")).err).toBe(
    "slant: wrote a.svg\n",
  );
});

test("a long run says how far it is, on a terminal and never in CI", async () => {
  const watched = await drawAll({ isTerminal: true, tick: 200 }, "--no-color");
  expect(watched.err).toMatch(/drew \d+ of 12 files/);
  expect(watched.err.endsWith("\r\u001b[2Kslant: wrote 12 pictures\n")).toBe(true);
  const alone = "slant: wrote 12 pictures\n";
  expect((await drawAll({ isTerminal: true, tick: 200, env: { CI: "true" } })).err).toBe(alone);
  expect((await drawAll({ isTerminal: false, tick: 200 })).err).toBe(alone);
  expect((await drawAll({ isTerminal: true, tick: 1 })).err).toBe(alone);
});
