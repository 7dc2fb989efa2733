import { expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const fence = (text: string) => `\`\`\`slant\n${text}\`\`\`\n`;

test("fences are linted at the document's own lines, and each on its own", async () => {
  const document = `# Title\n\n${fence(`${asked}await: sent\n`)}\n> A quote:\n>\n> ~~~slant\n> ${asked.trimEnd().replace("\n", "\n> ")}\n> ~~~\n`;
  const { code, out } = await runIn({ files: { "docs/a.md": document } }, "lint");
  expect(code).toBe(1);
  expect(out).toMatch(/^docs\/a\.md:12:33 error unawaited-callback\n/);
  expect(out).toContain(
    "  12 │ > api ~> jobs: send { callback: sent }\n     │                                 ^^^^\n",
  );
  expect(out).toContain(
    "  13 │ > jobs ~> api: done { resolves: sent }\n     │   ------------------------------------ it arrives here",
  );
});

test("a sequence diagram in D2 is a flow, another diagram in D2 is none", async () => {
  const d2 = (text: string) => `\`\`\`d2\n${text}\`\`\`\n`;
  const document = `${d2("a -> b\n")}\n${d2("shape: sequence_diagram\na -> b: x { near: c }\nb -> ${x}\n")}`;
  const { code, out } = await runIn({ files: { "a.md": document } }, "lint", "a.md");
  expect(code).toBe(0);
  expect(out).toMatch(/^a\.md:7:13 warning without-meaning\n/);
  expect(out.match(/^a\.md/gm)).toHaveLength(1);
});

test.each(["a.md", "a.mdx", "a.markdown", "A.MD"])("%s is Markdown", async (name) => {
  const { code, out } = await runIn({ files: { [name]: fence(asked), "b.txt": fence(asked) } }, "lint");
  expect([code, out.split(":")[0]]).toEqual([1, name]);
});

test("equal findings in several fences have different fingerprints", async () => {
  const { out } = await runIn({ files: { "a.md": fence(asked) + fence(asked) } }, "lint", "--format", "json");
  const found: readonly { fingerprint: string; line: number }[] = JSON.parse(out).diagnostics;
  expect(found.map(({ line }) => line)).toEqual([2, 6]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test("Markdown without flows counts only where it was named", async () => {
  const files = { "readme.md": "# Nothing\n```js\na\n```\n", "a.slant": "a ~> b: fine\n" };
  expect((await runIn({ files }, "lint", "--list-files")).out).toBe("a.slant\n");
  expect((await runIn({ files }, "lint", "readme.md")).out).toBe("No findings in readme.md.\n");
  const { "a.slant": _, ...without } = files;
  expect(await runIn({ files: without }, "lint")).toMatchObject({
    code: 2,
    err: expect.stringMatching(
      /^slant: there are no flows in `\.`: no `\.slant` file, and no ```slant fence in Markdown/,
    ),
  });
  expect(await runIn({ files: without }, "lint", "--allow-empty")).toMatchObject({ code: 0 });
});

test("a suppression in a fence is for that fence, and standard input may be Markdown", async () => {
  const excused = fence(`# slant-ignore-file unawaited-callback: known\n${asked}`);
  const run = await runIn(
    { stdin: excused + fence(asked) },
    "lint",
    "-",
    "--stdin-filename",
    "x.md",
    "--format",
    "github",
  );
  expect(run.out.split("\n")[0]).toMatch(/^::error title=slant unawaited-callback,file=x\.md,line=7,/);
  expect(run.out.trimEnd().split("\n")).toHaveLength(1);
});

test("flows that `slant md` left in comments are linted there, and not mended", async () => {
  const before = fence(asked.replace("send {", '"send -- it" {'));
  const { files } = await runIn({ files: { "a.md": before } }, "md", "a.md", "-o", "a.md");
  const { code, out } = await runIn({ files: Object.fromEntries(files) }, "lint", "a.md");
  expect(code).toBe(1);
  expect(out).toMatch(/^a\.md:2:40 error unawaited-callback\n/);
  expect(out).toContain('api ~> jobs: "send -\\- it" { callback: sent }');

  const spare = fence(`# slant-ignore missing-reply: none\n${asked}await: sent\n`);
  const fix = (document: string) => runIn({ files: { "b.md": document } }, "lint", "--fix", "b.md");
  expect((await fix(spare)).files.get("b.md")).not.toBe(spare);
  const kept = String(
    (await runIn({ files: { "b.md": spare } }, "md", "b.md", "-o", "b.md")).files.get("b.md"),
  );
  expect((await fix(kept)).files.get("b.md")).toBe(kept);
});
