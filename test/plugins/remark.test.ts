import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile as compileMdx } from "@mdx-js/mdx";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { renderSync, themes } from "../../src/index.ts";
import remarkDefault, { type RemarkSlantOptions, remarkSlant } from "../../src/plugins/remark.ts";

const flow = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\nawait: sent\n";
const fence = (text: string, meta = ""): string => `\`\`\`slant ${meta}\n${text}\`\`\`\n`;

const html = async (text: string, options?: RemarkSlantOptions, path?: string) => {
  const file = new VFile({ value: text, ...(path !== undefined && { path }) });
  const done = await unified()
    .use(remarkParse)
    .use(remarkSlant, options ?? {})
    .use(remarkRehype)
    .use(rehypeStringify)
    .process(file);
  return { html: String(done), messages: done.messages };
};

const failing = async (text: string, options?: RemarkSlantOptions): Promise<string> =>
  html(text, options).then(
    () => "",
    (error: unknown) => String(error),
  );

describe("a fence becomes a picture", () => {
  test("a sequence diagram in D2, and no other in D2", async () => {
    const { html: page } = await html(
      "```d2\nshape: sequence_diagram\na -> b: hi\n```\n\n```d2\na -> b\n```\n",
    );
    expect(page.match(/<figure/g)).toHaveLength(1);
    expect(page).toContain('<pre><code class="language-d2">');
  });

  test("the one that the library draws, element for element", async () => {
    const { html: page, messages } = await html(`# Mail\n\n${fence(flow)}\nbye\n`, { fonts: "system" });
    const { output } = renderSync(flow, { responsive: true, fonts: "system" });
    const plain = (svg: string): string =>
      svg
        .replace(/<\/(?:path|rect|circle)>/g, "")
        .replace(/ ?\/>/g, ">")
        .replaceAll("&gt;", ">");
    expect(plain(page)).toContain(`<figure class="slant">${plain(output)}</figure>`);
    expect(page).toMatch(/^<h1>Mail<\/h1>\n<figure[^>]*><svg /);
    expect(page).toMatch(/<\/svg><\/figure>\n<p>bye<\/p>$/);
    expect(messages).toEqual([]);
  });

  test("in lists and quotes too; other code is left alone", async () => {
    const { html: page } = await html(
      `- one\n\n  ${fence(flow).replace(/\n(?=.)/g, "\n  ")}\n> ${fence(flow).replace(/\n(?=.)/g, "\n> ")}\n\n\`\`\`js\na -> b\n\`\`\`\n`,
    );
    expect(page.match(/<figure/g)).toHaveLength(2);
    expect(page).toContain('<code class="language-js">');
  });

  test("as an image, with its words and its size", async () => {
    const titled = `title: "Mail & more"\n${flow}`;
    const { html: page } = await html(fence(titled), { strategy: "img-svg" });
    const [, src = "", alt = "", width, height] =
      /^<figure class="slant"><img src="data:image\/svg\+xml,([^"]*)" alt="([^"]*)" width="(\d+)" height="(\d+)" style="max-width:100%;height:auto"><\/figure>$/.exec(
        page,
      ) ?? [];
    const { output } = renderSync(titled, { responsive: true });
    expect(decodeURIComponent(src.replaceAll("&#x26;", "&"))).toBe(output);
    expect(alt).toMatch(/^Mail &#x26; more\. \S/);
    expect(output).toMatch(new RegExp(`width="${width}(?:\\.\\d+)?" height="${height}`));
  });

  test("as the fence asks for it, before the options", async () => {
    const { html: page } = await html(fence(flow, "title='Nightly mail' theme=dark width=60%"), {
      theme: "mono",
    });
    expect(page).toContain(">Nightly mail</title>");
    expect(page).toContain('style="width:60%;max-width:100%;height:auto"');
    expect(page).toContain(`sl-ground{fill:${themes.dark.theme.colours.ground};`);
    const { html: wide } = await html(fence(flow, "width=400"), { strategy: "img-svg" });
    expect(wide).toContain('style="width:400px;max-width:100%;height:auto"');
    expect((await html(fence(flow, "view=map"))).html).not.toBe((await html(fence(flow))).html);
  });

  test("with another dark side, or none", async () => {
    const dark = (page: { html: string }): boolean => page.html.includes("prefers-color-scheme");
    expect(dark(await html(fence(flow)))).toBe(true);
    expect(dark(await html(fence(flow), { dark: "contrast" }))).toBe(true);
    expect((await html(fence(flow), { dark: "contrast" })).html).not.toBe((await html(fence(flow))).html);
    expect((await html(fence(flow), { dark: false })).html).not.toContain("light-dark(#");
    expect((await html(fence(flow), { dark: false })).html).toMatch(/class="slant/);
  });

  test("twice in a document, and no id is there twice", async () => {
    const { html: page } = await html(fence(flow).repeat(3));
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });

  test("in a figure of the class that is wanted", async () => {
    expect((await html(fence(flow), { className: "flow" })).html).toContain('<figure class="flow">');
  });

  test("and to tools for Markdown a paragraph with its words", async () => {
    const text = await unified()
      .use(remarkParse)
      .use(remarkSlant)
      .use(remarkStringify)
      .process(fence(flow, "title=Mail"));
    expect(String(text)).toMatch(/^Mail\. .*api.*\n$/);
  });
});

describe("MDX", () => {
  test("has pictures in it, whatever their labels hold", async () => {
    const text = 'a -> b: "{ props.x } <T> {{ y }} `z`"\n';
    const code = String(await compileMdx(fence(text), { remarkPlugins: [remarkSlant] }));
    expect(code).toContain('"{ props.x } <T> {{ y }} `z`"');
    expect(code).toMatch(/_jsxs?\(_components\.svg|_jsxs?\("svg"/);
    const image = await compileMdx(fence(text), { remarkPlugins: [[remarkSlant, { strategy: "img-svg" }]] });
    expect(String(image)).toContain("data:image/svg+xml,");
  });
});

describe("what is wrong is said to the file", () => {
  test("an error stops it, with the line in the document, the column and the rule", async () => {
    const file = new VFile({
      value: `---\ntitle: x\n---\n\n# Mail\n\n- so:\n\n  \`\`\`slant\n  a -> b\n  c -> d {\n  \`\`\`\n`,
      path: "docs/mail.md",
    });
    const run = unified()
      .use(remarkParse)
      .use(remarkSlant)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(file);
    await expect(run).rejects.toMatchObject({
      ruleId: "unclosed-brace",
      source: "slant",
      fatal: true,
      file: "docs/mail.md",
      line: 11,
      column: 10,
    });
    expect(file.messages).toHaveLength(1);
  });

  test("all of them are reported before the first is thrown", async () => {
    const file = new VFile(fence("a -> b {\n") + fence("c -> d {\n"));
    const run = unified()
      .use(remarkParse)
      .use(remarkSlant)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(file);
    await expect(run).rejects.toMatchObject({ line: 2 });
    expect(file.messages.map(({ line, fatal }) => [line, fatal])).toEqual([
      [2, true],
      [5, true],
    ]);
  });

  test("findings of rules are warnings, with what to do", async () => {
    const { html: page, messages } = await html(`\n${fence(flow.replace("await: sent\n", ""))}`);
    expect(page).toContain("<svg ");
    expect(messages).toMatchObject([
      { ruleId: "unawaited-callback", source: "slant", fatal: false, line: 3, column: 31 },
    ]);
    expect(messages[0]?.note).toMatch(/^line 4: .*\nfix: /);
    expect(messages[0]?.place).toMatchObject({ end: { line: 3, column: 35 } });
  });

  test("rules can be chosen, and turned off", async () => {
    const text = fence(flow.replace("await: sent\n", ""));
    expect((await html(text, { lint: false })).messages).toEqual([]);
    const told: string[] = [];
    await html(text, { report: (message) => told.push(message) }, "mail.md");
    expect(told).toEqual([expect.stringMatching(/^mail\.md:2:31: .* \(unawaited-callback\)\n {2}line 3: /)]);
    expect((await html(text, { lint: { rules: { "unawaited-callback": "off" } } })).messages).toEqual([]);
    expect((await html(text, { lint: { rules: { "unawaited-callback": "info" } } })).messages).toMatchObject([
      { ruleId: "unawaited-callback", fatal: undefined },
    ]);
    expect(await failing(text, { strict: true })).toMatch(/awaits or handles the callback `sent`/);
  });

  test("a fallback stands in, and the page goes on", async () => {
    const seen: unknown[] = [];
    const { html: page, messages } = await html(`${fence("a -> {\n")}\nbye\n`, {
      errorFallback: (node, diagram, error, file) => {
        seen.push(node.type, diagram, error.message, file.path);
        return { type: "paragraph", children: [{ type: "text", value: "no picture" }] } as { type: string };
      },
    });
    expect(page).toBe("<p>no picture</p>\n<p>bye</p>");
    expect(seen).toEqual(["code", "a -> {", expect.stringMatching(/\S/), undefined]);
    expect(messages).toMatchObject([{ fatal: false }, ...messages.slice(1)]);
    expect((await html(fence("a -> {\n"), { errorFallback: () => undefined })).html).toBe("");
  });

  test.each<[string, RegExp]>([
    ["theme=drak", /The option `theme` of the fence must be .*did you mean `dark`\?\), and is `drak`/],
    ["view=plan", /`view` of the fence must be one of `sequence`, `map`, and is `plan`/],
    ["width=wide", /`width` of the fence must be a number of px, or a length such as `60%`/],
    ["title", /`title` of the fence needs a value: `title="Sign-up"`/],
    ["titel=Mail", /no option `titel` of a fence: did you mean `title`\?/],
  ])("the fence's own option %s", async (meta, words) => {
    const file = new VFile(`\n${fence(flow, meta)}`);
    await expect(
      unified().use(remarkParse).use(remarkSlant).use(remarkStringify).process(file),
    ).rejects.toMatchObject({
      reason: expect.stringMatching(words),
      ruleId: "fence-option",
      line: 2,
    });
  });

  test("options of other tools are theirs", async () => {
    expect((await html(fence(flow, '{1,3} showLineNumbers frame="none" title="a b"'))).messages).toEqual([]);
  });
});

describe("imports", () => {
  test("are read beside the document, and nowhere else unless the root is given", async () => {
    const folder = mkdtempSync(join(tmpdir(), "slant-remark-"));
    writeFileSync(join(folder, "steps.slant"), "a ~> b: imported\n");
    const page = join(folder, "docs.md");
    expect((await html(fence("...@steps\n"), {}, page)).html).toContain("imported");
    const outside = html(fence("...@../steps\n"), {}, join(folder, "docs/page.md"));
    await expect(outside).rejects.toMatchObject({ ruleId: "forbidden-import" });
    await expect(html(fence("...@steps\n"))).rejects.toMatchObject({ ruleId: "unreadable-import" });
    const readFile = () => "a ~> b: from elsewhere\n";
    expect((await html(fence("...@steps\n"), { readFile })).html).toContain("from elsewhere");
    rmSync(folder, { recursive: true });
  });
});

test("wrong options throw when the plug-in is used, and say which", () => {
  const use = (options: unknown) => () => remarkSlant(options as RemarkSlantOptions);
  expect(use({ thme: "dark" })).toThrow("remarkSlant: there is no option `thme`. Did you mean `theme`?");
  expect(use({ strategy: "png" })).toThrow("`strategy` must be one of `inline-svg`, `img-svg`, and is `png`");
  expect(use({ dark: "drak" })).toThrow(/`dark` must be true, false or one of .*did you mean `dark`/);
  expect(use({ errorFallback: "x" })).toThrow("`errorFallback` must be a function");
  expect(use({ lint: 5 })).toThrow("`lint` must be true, false or an object");
  expect(remarkDefault).toBe(remarkSlant);
});
