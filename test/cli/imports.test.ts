import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const files = {
  "docs/flow.slant": "...@lib/steps\nb ~> a: later\n",
  "docs/lib/steps.slant": "a ~> b: first\n",
  "docs/up.slant": "...@../shared/people\na ~> b: hello\n",
  "shared/people.slant": "a: Alice\n",
  "shared/broken.slant": "a: {\n",
  "docs/broken.slant": "...@../shared/broken\na ~> b: hello\n",
};

describe("imports", () => {
  test("are read beside their file, by every command", async () => {
    expect((await runIn({ files }, "lint", "docs/flow.slant")).code).toBe(0);
    const drawn = await runIn({ files }, "render", "docs/flow.slant", "-o", "-");
    expect(drawn.out).toContain("first");
    const shown = await runIn({ files }, "inspect", "docs/flow.slant");
    expect(JSON.parse(shown.out)).toMatchObject({ messages: [{ label: "first" }, { label: "later" }] });
    const simple = await runIn({ files }, "docs/flow.slant", "-");
    expect(simple.out).toContain("first");
  });
  test("leave the folder of their file only below --root", async () => {
    const refused = await runIn({ files }, "lint", "docs/up.slant");
    expect(refused.code).toBe(1);
    expect(refused.out).toContain("forbidden-import");
    for (const args of [["lint"], ["render", "-o", "-"], ["inspect"]] as const)
      expect((await runIn({ files }, ...args, "--root", ".", "docs/up.slant")).code).toBe(0);
  });
  test("that go wrong are shown where they stand", async () => {
    const { out, code } = await runIn({ files }, "lint", "--root", ".", "docs/broken.slant");
    expect(code).toBe(1);
    expect(out).toContain("shared/broken.slant:1:4");
  });
  test("of standard input are beside it, or beside the file that it is called", async () => {
    const stdin = "...@lib/steps\n";
    expect((await runIn({ files, stdin }, "lint", "-")).out).toContain("missing-import");
    expect((await runIn({ files, stdin }, "lint", "-", "--stdin-filename", "docs/new.slant")).code).toBe(0);
  });
  test("a root that is no folder is wrong usage", async () => {
    const { code, err } = await runIn({ files }, "lint", "--root", "nowhere", "docs/flow.slant");
    expect([code, err]).toEqual([2, "slant: there is no folder `nowhere`\n"]);
  });
});
