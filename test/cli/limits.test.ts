import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const flow = "a -> b: hello\nb --> a: thanks\n";
const config = (limits: object): string => JSON.stringify({ limits });
const files = { "a.slant": flow, "slant.config.json": config({ statements: 1 }) };

describe("the configuration's limits hold for every command that reads flows", () => {
  test.each([
    ["lint", "a.slant"],
    ["render", "a.slant", "-o", "-"],
    ["map", "a.slant", "-o", "-"],
    ["inspect", "a.slant"],
    ["fmt", "a.slant"],
  ])("slant %s", async (...args) => {
    const { code, out, err } = await runIn({ files }, ...args);
    expect(code).toBe(1);
    expect(out + err).toContain("This is statement 2; the limit is one less.");
    expect(out + err).toContain("raise `limits.statements` (in slant.config.json, or among the options)");
    const raised = { ...files, "slant.config.json": config({ statements: 2 }) };
    expect((await runIn({ files: raised }, ...args)).code).toBe(0);
  });

  test("and for the fences of documents", async () => {
    const document = `\`\`\`slant\n${flow}\`\`\`\n`;
    const { code, err } = await runIn({ files: { ...files, "a.md": document } }, "md", "a.md", "-o", "b.md");
    expect([code, err]).toEqual([1, expect.stringContaining("a.md:3:")]);
  });

  test("and for what they import", async () => {
    const importing = { ...files, "a.slant": "...@b\n", "b.slant": flow };
    const { out } = await runIn({ files: importing }, "lint", "a.slant");
    expect(out).toContain("too-many-statements");
  });
});

test("an override moves one limit, and leaves the others", async () => {
  const settings = {
    limits: { statements: 1, labelLength: 4 },
    overrides: [{ files: "large.slant", limits: { statements: 2 } }],
  };
  const large = { "large.slant": flow, "slant.config.json": JSON.stringify(settings) };
  const { out } = await runIn({ files: large }, "lint", "large.slant", "--format", "json");
  expect(JSON.parse(out).diagnostics.map(({ code }: { code: string }) => code)).toEqual([
    "label-too-long",
    "label-too-long",
  ]);
  const printed = await runIn({ files: large }, "lint", "--print-config", "large.slant");
  expect(JSON.parse(printed.out).limits).toMatchObject({ statements: 2, labelLength: 4, nesting: 256 });
});

test("a limit that cannot be is told", async () => {
  const wrong = { ...files, "slant.config.json": config({ nesting: 5000, statements: "many", files: 3 }) };
  const { code, err } = await runIn({ files: wrong }, "lint", "a.slant");
  expect(code).toBe(2);
  expect(err).toContain("`limits.nesting` must be a whole number from 1 to 512, and is `5000`");
  expect(err).toContain("`limits.statements` must be a whole number from 1, and is `many`");
  expect(err).toContain("`limits` has no limit `files`");
});

describe("other limits are another question", () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}.slant`, flow]));
  const lowered = { overrides: [{ files: "f3.slant", limits: { statements: 1 } }] };

  test("to lint, whatever it remembers", async () => {
    const first = await runIn({ files: many, isCaching: true }, "lint");
    const after = { ...Object.fromEntries(first.files), "slant.config.json": JSON.stringify(lowered) };
    const second = await runIn({ files: after, isCaching: true }, "lint");
    expect([first.code, second.code]).toEqual([0, 1]);
    expect(second.out).toContain("f3.slant:2:1");
  });

  test("and to render", async () => {
    const first = await runIn({ files: many, isCaching: true }, "render", ".", "--out-dir", "site");
    const after = { ...Object.fromEntries(first.files), "slant.config.json": JSON.stringify(lowered) };
    const second = await runIn({ files: after, isCaching: true }, "render", ".", "--out-dir", "site");
    expect([first.code, second.code]).toEqual([0, 1]);
    expect(second.err).toContain("f3.slant:2:1");
  });
});
