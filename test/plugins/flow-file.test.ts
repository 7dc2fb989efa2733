import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile as compileMdx } from "@mdx-js/mdx";
import MarkdownIt from "markdown-it";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MarkdownItSlantOptions, markdownItSlant } from "../../src/plugins/markdown-it.ts";
import type { PictureOptions } from "../../src/plugins/options.ts";
import { rehypeSlant } from "../../src/plugins/rehype.ts";
import { remarkSlant } from "../../src/plugins/remark.ts";
import { satteriSlant } from "../../src/plugins/satteri.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slant-flow-file-"));
  mkdirSync(join(folder, "pages"));
  mkdirSync(join(folder, "flows"));
  const flows = {
    "order.slant": '...@people\nuser ~> shop: "order { x }"\n',
    "people.slant": "user: Customer { kind: person }\n",
    "two words.slant": "a ~> b: hello\n",
    "weak.slant": "# a comment\na ~> b: x { callback: c }\nb ~> a: y { resolves: c }\n",
    "bad.slant": "a ~> b\n\nb ~> {\n",
  };
  for (const [name, text] of Object.entries(flows)) writeFileSync(join(folder, "flows", name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Drawn {
  readonly html: string;
  /** What was said, each with its place in front. */
  readonly told: readonly string[];
}

const pageName = (ending: string): string => join(folder, "pages", `page.${ending}`);

const byUnified =
  (plugin: "remark" | "rehype") =>
  async (text: string, options: PictureOptions = {}): Promise<Drawn> => {
    const file = new VFile({ value: text, path: pageName("md") });
    const early = unified().use(remarkParse);
    const late =
      plugin === "remark" ? early.use(remarkSlant, options).use(remarkRehype) : early.use(remarkRehype);
    const done = await (plugin === "rehype" ? late.use(rehypeSlant, options) : late)
      .use(rehypeStringify)
      .process(file);
    return { html: String(done), told: done.messages.map((message) => `${message.line}: ${message.reason}`) };
  };

const byMarkdownIt = (text: string, options: MarkdownItSlantOptions = {}, env: object = {}): Drawn => {
  const told: string[] = [];
  const md = new MarkdownIt().use(markdownItSlant, {
    path: pageName("md"),
    report: (message: string) => told.push(message),
    ...options,
  });
  return { html: md.render(text, env), told };
};

const hosts = {
  remark: byUnified("remark"),
  rehype: byUnified("rehype"),
  "markdown-it": async (text: string, options?: PictureOptions) => byMarkdownIt(text, options),
};

describe.each(Object.entries(hosts))("an image of a flow, in %s", (_, draw) => {
  test("becomes a figure with the words of its author, and its imports are found", async () => {
    const { html, told } = await draw('# x\n\n![An "order"](../flows/order.slant "Orders")\n');
    expect(html).toMatch(
      /<h1>x<\/h1>\n<figure class="slant"><svg [^>]*aria-label="An (?:"|&quot;|&#x22;)order/,
    );
    expect(html).not.toContain("<p>");
    expect(html).toMatch(/<title[^>]*>Orders<\/title>/);
    expect(html).toContain("order { x }");
    expect(html).toContain("Customer");
    expect(told).toEqual([]);
  });

  test("is heard as a fence is, when its author says nothing", async () => {
    expect((await draw("![](../flows/two%20words.slant)")).html).toMatch(/<svg [^>]*aria-labelledby="/);
    const { html } = await draw("![](../flows/two%20words.slant)", { strategy: "img-svg" });
    expect(html).toMatch(/<figure class="slant"><img [^>]*alt="a sends hello to b/);
    expect((await draw("![Hi](../flows/order.slant)", { strategy: "img-svg" })).html).toContain('alt="Hi"');
  });

  test("stays in its text, or in its list", async () => {
    const { html } = await draw("See ![it](../flows/order.slant) there.\n\n- ![it](../flows/order.slant)\n");
    expect(html).toMatch(/<p>See <span class="slant"><svg [\s\S]*?<\/svg><\/span> there\.<\/p>/);
    expect(html).toMatch(/<li>\s*<figure class="slant"><svg /);
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("other images stay as they are", async () => {
    const text = "![a](a.svg) ![b](https://slant.example/b.slant) ![c](c.slant?raw)";
    expect((await draw(text)).html.match(/<img /g)).toHaveLength(3);
  });

  test("what a rule found is said with the flow's own file and line", async () => {
    const { html, told } = await draw("x\n\n![](../flows/weak.slant)");
    expect(html).toContain("<svg");
    expect(told).toEqual([expect.stringMatching(/flows[\\/]weak\.slant:2:23: .*`c`/)]);
  });

  test("an error stops the page: in the flow, or when there is none", async () => {
    const said = (text: string, options?: PictureOptions) =>
      draw(text, options).then(
        () => "",
        (error: unknown) => String(error),
      );
    expect(await said("x\n\n![](../flows/bad.slant)")).toMatch(/flows[\\/]bad\.slant:3:3: /);
    expect(await said("x\n\n![](../flows/none.slant)")).toMatch(
      /3:\d+.*The flow `\.\.\/flows\/none\.slant` is not there: its path leads from the page/,
    );
    expect(await said("![](/flows/order.slant)")).toContain("say with the option `root` where that is");
    expect(await said("![](../flows/order.slant)", { root: join(folder, "pages") })).toContain("outside");
    expect(await said("![](/order.slant)", { root: join(folder, "flows") })).toBe("");
  });
});

test("in MDX labels are words, as in fences", async () => {
  const file = new VFile({ value: "![it](../flows/order.slant)\n", path: pageName("mdx") });
  const program = String(await compileMdx(file, { remarkPlugins: [remarkSlant] }));
  expect(program).toContain('"order { x }"');
  expect(program).toContain('"aria-label": "it"');
});

test("Sätteri's paragraph with nothing but such an image is the figure", () => {
  const plugin = satteriSlant()({ fileURL: pathToFileURL(pageName("md")), source: "" });
  const context = { report: () => {} };
  const image = { type: "image", url: "../flows/order.slant", alt: "it", title: null };
  expect(plugin.paragraph({ type: "paragraph", children: [image] }, context)).toMatchObject({
    type: "blockquote",
    data: { hName: "figure", hChildren: [{ tagName: "svg", properties: { ariaLabel: "it" } }] },
  });
  const words = { type: "text", value: "x" };
  expect(plugin.paragraph({ type: "paragraph", children: [image, words] }, context)).toBeUndefined();
  expect(plugin.image(image, context)).toMatchObject({ type: "emphasis", data: { hName: "span" } });
  expect(plugin.image({ type: "image", url: "a.svg" }, context)).toBeUndefined();
});

test("VitePress hears which files a page is made of", () => {
  const includes: string[] = [];
  byMarkdownIt("![](../flows/order.slant)", {}, { includes });
  expect(includes).toEqual(["order", "people"].map((name) => join(folder, "flows", `${name}.slant`)));
});

test("a fallback hears what image it is for", () => {
  const { html } = byMarkdownIt("![](none.slant)", { errorFallback: (diagram) => `<b>${diagram}</b>` });
  expect(html).toBe("<b>none.slant</b>");
});
