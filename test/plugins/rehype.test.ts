import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import rehypeDefault, { type RehypeSlantOptions, rehypeSlant } from "../../src/plugins/rehype.ts";
import { remarkSlant } from "../../src/plugins/remark.ts";

const flow = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const markup = flow.replaceAll(">", "&gt;");

const html = async (text: string, options: RehypeSlantOptions = {}) => {
  const file = new VFile({ value: text, path: "page.html" });
  const done = await unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSlant, options)
    .use(rehypeStringify)
    .process(file);
  return { html: String(done), messages: done.messages };
};

const markdown = (text: string, options: RehypeSlantOptions = {}) =>
  unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeSlant, options)
    .use(rehypeStringify)
    .process(new VFile({ value: text, path: "page.md" }));

describe("in HTML", () => {
  test("a sequence diagram in D2 becomes a picture, another diagram in D2 stays", async () => {
    const code = (text: string) => `<pre><code class="language-d2">${text}</code></pre>`;
    const { html: page } = await html(code("shape: sequence_diagram\na -&gt; b: hi\n") + code("a -&gt; b"));
    expect(page).toMatch(/^<figure class="slant"><svg .*<pre><code class="language-d2">a -/s);
    expect(page.match(/<figure/g)).toHaveLength(1);
  });

  test("a `<pre>` with a flow becomes a picture; others stay", async () => {
    const other = '<pre><code class="language-js">a -> b</code></pre>';
    const { html: page } = await html(
      `<p>one</p>\n<pre>\n  <code class="x language-slant" data-meta="title=Mail">${markup}await: sent</code></pre>\n${other}`,
    );
    expect(page).toMatch(/^<p>one<\/p>\n<figure class="slant"><svg [^>]*><title[^>]*>Mail<\/title>/);
    expect(page.match(/<figure/g)).toHaveLength(1);
    expect(page).toContain('<pre><code class="language-js">');
    expect(
      (await html("<pre><code>a -> b</code>c</pre><code class=language-slant>a</code>")).html,
    ).not.toContain("<svg");
  });

  test("messages have the lines of the file", async () => {
    const { messages } = await html(
      `<p>one</p>\n<pre><code class="language-slant">\n${markup}</code></pre>\n`,
    );
    expect(messages).toMatchObject([
      { ruleId: "unawaited-callback", line: 3, source: "slant", fatal: false },
    ]);
    const broken = html('\n\n<pre><code class="language-slant">a -&gt; b\nc -&gt; d {</code></pre>');
    await expect(broken).rejects.toMatchObject({ line: 4, fatal: true, file: "page.html" });
  });

  test("a fallback stands in", async () => {
    const fallback: RehypeSlantOptions["errorFallback"] = (element, diagram, error) => ({
      type: "text",
      ...{ value: `${element.type}: ${diagram.trim()} (${error.name !== ""})` },
    });
    const { html: page, messages } = await html('<pre><code class="language-slant">a {</code></pre>', {
      errorFallback: fallback,
    });
    expect(page).toBe("element: a { (true)");
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  });
});

describe("in what Markdown became", () => {
  test("a fence is the picture that remark makes of it, with its own options", async () => {
    const text = `\`\`\`slant title="Mail" width=50%\n${flow}await: sent\n\`\`\`\n`;
    const both = unified().use(remarkParse).use(remarkSlant).use(remarkRehype).use(rehypeStringify);
    expect(String(await markdown(text))).toBe(String(await both.process(text)));
    expect(String(await markdown(text, { strategy: "img-svg" }))).toContain("<img ");
  });

  test("messages have the places of the document", async () => {
    const { messages } = await markdown(
      `> - x\n>\n>   \`\`\`slant\n>   ${flow.replace("\n", "\n>   ")}>   \`\`\`\n`,
    );
    expect(messages).toMatchObject([{ ruleId: "unawaited-callback", line: 4, column: 35 }]);
  });
});

test("the plug-in is the default export too, and names itself in errors", () => {
  expect(rehypeDefault).toBe(rehypeSlant);
  expect(() => rehypeSlant({ pad: -1 })).toThrow("rehypeSlant: the option `pad` must be a number of px");
});
