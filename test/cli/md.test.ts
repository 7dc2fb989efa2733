import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const flow =
  "title: Mail\n\napi ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\nawait: sent\n";
const fence = (text: string, meta = ""): string => `\`\`\`slant${meta}\n${text}\`\`\`\n`;
const guide = `# Mail\n\n${fence(flow)}\nThen:\n\n${fence("a --> b: x -- y\n", ' title="Two -- one" width=400')}`;

describe("slant md", () => {
  test("writes the pictures beside the document, which keeps its flows", async () => {
    const { code, out, err, files } = await runIn(
      { files: { "docs/guide.md": guide } },
      "md",
      "docs/guide.md",
      "-o",
      "docs/README.md",
    );
    expect([code, out, err]).toEqual([0, "", "slant: wrote docs/README.md and 2 pictures\n"]);
    expect(files.get("docs/guide.md")).toBe(guide);
    expect(files.get("docs/README.md")).toMatch(
      /^# Mail\n\n<!-- slant\ntitle: Mail\n\napi ~> jobs: .*\njobs ~> .*\nawait: sent\n-->\n!\[Mail\. .*\]\(README-1\.svg\)\n\nThen:\n\n<!-- slant title="Two -\\- one" width=400\na -\\-> b: x -\\- y\n-->\n<img src="README-2\.svg" alt="Two -- one\. .*" width="400">\n$/,
    );
    expect(files.get("docs/README-1.svg")).toMatch(/^<svg .*<title[^>]*>Mail<\/title>/s);
    expect(files.get("docs/README-2.svg")).toContain(">x -- y<");
  });

  test("runs again over what it wrote, and draws what was changed there", async () => {
    const first = await runIn({ files: { "README.md": guide } }, "md", "README.md", "-o", "README.md");
    const files = Object.fromEntries(first.files);
    const second = await runIn({ files }, "md", "README.md", "-o", "README.md");
    expect(Object.fromEntries(second.files)).toEqual(files);
    const edited = {
      ...files,
      "README.md": String(files["README.md"]).replace("jobs: send", "jobs: deliver"),
    };
    const third = await runIn({ files: edited }, "md", "README.md", "-o", "README.md");
    expect(third.files.get("README-1.svg")).toContain(">deliver<");
    expect(third.files.get("README.md")).toMatch(/!\[Mail\. .*deliver.*\]\(README-1\.svg\)/);
  });

  test("goes from standard input to standard output, with pictures in this folder", async () => {
    const { code, out, err, files } = await runIn({ stdin: guide }, "md", "-");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("](flow-1.svg)");
    expect([...files.keys()]).toEqual(["flow-1.svg", "flow-2.svg"]);
    const named = await runIn({ stdin: guide }, "md", "-", "--stdin-filename", "docs.md", "-o", "-");
    expect([...named.files.keys()]).toEqual(["docs-1.svg", "docs-2.svg"]);
    const read = await runIn({ files: { "x.md": guide } }, "md", "x.md", "-o", "-");
    expect([...read.files.keys()]).toEqual(["x.md", "x-1.svg", "x-2.svg"]);
    expect(read.out).toBe(out.replaceAll("flow-", "x-"));
  });

  test("draws as the command says, and a fence has the last word", async () => {
    const text = fence(flow) + fence(flow, " theme=light");
    const { files } = await runIn({ files: { "a.md": text } }, "md", "a.md", "-o", "a.md", "--theme", "dark");
    const plain = await runIn(
      { files: { "a.md": fence(flow, " theme=dark") + fence(flow, " theme=light") } },
      "md",
      "a.md",
      "-o",
      "a.md",
    );
    expect(files.get("a-1.svg")).toBe(plain.files.get("a-1.svg"));
    expect(files.get("a-2.svg")).toBe(plain.files.get("a-2.svg"));
  });

  test("draws as a configuration says", async () => {
    const files = { "a.md": fence(flow), "slant.config.json": '{ "theme": "mono" }' };
    const configured = await runIn({ files }, "md", "a.md", "-o", "a.md");
    const asked = await runIn(
      { files: { "a.md": fence(flow) } },
      "md",
      "a.md",
      "-o",
      "a.md",
      "--theme",
      "mono",
    );
    expect(configured.files.get("a-1.svg")).toBe(asked.files.get("a-1.svg"));
  });

  test("leaves a document without flows as it is", async () => {
    const { code, err, files } = await runIn(
      { files: { "a.md": "# x\n" } },
      "md",
      "a.md",
      "-o",
      "b.md",
      "--quiet",
    );
    expect([code, err, files.get("b.md")]).toEqual([0, "", "# x\n"]);
  });

  test("writes nothing where a flow has errors, and says where in the document, in fences and in comments", async () => {
    const text = `# x\n\n- y\n\n  ${fence("  a -> b {\n  ")}\n<!-- slant\nc -\\-> d {\n-->\n`;
    const { code, out, err, files } = await runIn({ files: { "a.md": text } }, "md", "a.md", "-o", "b.md");
    expect([code, out, [...files.keys()]]).toEqual([1, "", ["a.md"]]);
    expect(err).toMatch(/^a\.md:6:10 error unclosed-brace\n/);
    expect(err).toMatch(/\na\.md:10:10 error unclosed-brace\n/);
  });

  test("does so with a warning too, where that was asked for", async () => {
    const files = { "a.md": fence("a ~> b: hello\nA ~> b: hello\n") };
    expect((await runIn({ files }, "md", "a.md", "-o", "a.md")).code).toBe(0);
    expect(await runIn({ files }, "md", "a.md", "-o", "a.md", "--strict")).toMatchObject({
      code: 1,
      files: new Map(Object.entries(files)),
    });
  });

  test.each<[string, readonly string[], string]>([
    [
      "no output",
      ["a.md"],
      "slant: where is the document with its pictures to go?\n  Say -o OUT.md, or -o a.md to write it in place.\n",
    ],
    ["a picture for an output", ["a.md", "-o", "a.svg"], "slant: `a.svg` is no name for a Markdown file\n"],
    ["a missing file", ["b.md", "-o", "c.md"], "slant: cannot read `b.md`: no such file or folder\n"],
    ["MDX", ["a.mdx", "-o", "c.md"], "slant: `a.mdx` is MDX, where no comment can keep a flow\n"],
    ["a flow", ["a.slant", "-o", "c.md"], "slant: `a.slant` is a flow, not a document\n"],
    [
      "an option of a fence",
      ["wrong.md", "-o", "c.md"],
      "slant: wrong.md:3: The option `theme` of the fence must be ",
    ],
    ["an option of the command", ["a.md", "-o", "c.md", "--theme", "drak"], "did you mean `dark`?"],
    [
      "a folder that is not there",
      ["a.md", "-o", "none/c.md"],
      "slant: cannot write `none/c-1.svg`: no such file or folder\n",
    ],
  ])("%s is refused", async (_, args, words) => {
    const files = {
      "a.md": guide,
      "a.mdx": guide,
      "a.slant": flow,
      "wrong.md": `\n\n${fence(flow, " theme=drak")}`,
    };
    const run = await runIn({ files }, "md", ...args);
    expect(run.err).toContain(words);
    expect(run).toMatchObject({ code: 2, out: "", files: new Map(Object.entries(files)) });
  });
});

describe("as a process", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "slant-md-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const slant = (args: readonly string[], input = "") => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve("dist/bin/slant.js"), "md", ...args],
      {
        cwd: folder,
        encoding: "utf8",
        input,
        timeout: 20_000,
      },
    );
    return { status, stdout, stderr };
  };

  test("a README is its own source: line ends, byte order mark and imports included", () => {
    mkdirSync(join(folder, "lib"));
    writeFileSync(join(folder, "lib/steps.slant"), "a ~> b: imported\n");
    const text = `\ufeff# x\r\n\r\n${fence("...@lib/steps\n").replaceAll("\n", "\r\n")}`;
    writeFileSync(join(folder, "README.md"), text);
    expect(slant(["README.md", "-o", "README.md"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "slant: wrote README.md and 1 picture\n",
    });
    const once = readFileSync(join(folder, "README.md"), "utf8");
    expect(once).toMatch(
      /^\ufeff# x\r\n\r\n<!-- slant\r\n\.\.\.@lib\/steps\r\n-->\r\n!\[.*\]\(README-1\.svg\)\r\n$/,
    );
    expect(readFileSync(join(folder, "README-1.svg"), "utf8")).toContain("imported");
    expect(slant(["README.md", "-o", "README.md"]).status).toBe(0);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(once);
    expect(readdirSync(folder).toSorted()).toEqual(["README-1.svg", "README.md", "lib"]);
    expect(slant(["-", "-o", "-", "--stdin-filename", "README.md"], once)).toEqual({
      status: 0,
      stdout: once,
      stderr: "",
    });
  });

  test("pictures can be PNG, with words all the same", () => {
    const { stdout, status } = slant(["-", "--format", "png"], fence(flow));
    expect(status).toBe(0);
    expect(stdout).toMatch(/!\[Mail\. .*\]\(flow-1\.png\)/);
    expect(readFileSync(join(folder, "flow-1.png")).subarray(1, 4).toString()).toBe("PNG");
  });
});
