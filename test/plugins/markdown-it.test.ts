import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { renderSync } from "../../src/index.ts";
import markdownItDefault, {
  type MarkdownItSlantOptions,
  markdownItSlant,
} from "../../src/plugins/markdown-it.ts";

const flow = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\nawait: sent\n";
const unawaited = flow.replace("await: sent\n", "");
const fence = (text: string, meta = ""): string => `\`\`\`slant ${meta}\n${text}\`\`\`\n`;

const html = (text: string, options: MarkdownItSlantOptions = {}, env: object = {}) => {
  const reports: string[] = [];
  const report = (message: string): void => void reports.push(message);
  const page = new MarkdownIt({ highlight: () => "HIGHLIGHTED" })
    .use(markdownItSlant, { report, ...options })
    .render(text, env);
  return { page, reports };
};

describe("a fence becomes a picture", () => {
  test("the one that the library draws, byte for byte, and no highlighter sees it", () => {
    const { page, reports } = html(`# Mail\n\n${fence(flow)}\n\`\`\`js\nx\n\`\`\`\n`);
    expect(page).toContain(
      `<figure class="slant">${renderSync(flow, { responsive: true }).output}</figure>\n`,
    );
    expect(page.match(/HIGHLIGHTED/g)).toHaveLength(1);
    expect(reports).toEqual([]);
  });

  test("a sequence diagram in D2 too, another diagram in D2 not", () => {
    const d2 = "shape: sequence_diagram\na -> b: hi\n";
    const { page, reports } = html(`\`\`\`d2 title=Talk\n${d2}\`\`\`\n\n\`\`\`d2\na -> b\n\`\`\`\n`);
    expect(page.match(/<figure/g)).toHaveLength(1);
    expect(page).toMatch(/<title[^>]*>Talk<\/title>/);
    expect(page.match(/HIGHLIGHTED/g)).toHaveLength(1);
    expect(reports).toEqual([]);
  });

  test("as an image", () => {
    const { page } = html(fence('a -> b: "x & y"\n', "title='A & B' width=300"), {
      strategy: "img-svg",
      className: "flow",
    });
    expect(page).toMatch(
      /^<figure class="flow"><img src="data:image\/svg\+xml,[^"<> ]*[^"<>]*" alt="A &amp; B\. [^"]*" width="\d+" height="\d+" style="width:300px;max-width:100%;height:auto"><\/figure>\n$/,
    );
  });

  test("twice in a document, with ids of its own; once more in the next, with the first's", () => {
    const md = new MarkdownIt().use(markdownItSlant);
    const ids = (page: string) => Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    const [first, second] = ids(md.render(fence(flow).repeat(2)));
    expect(second).not.toBe(first);
    expect(ids(md.render(fence(flow)))).toEqual([first]);
  });

  test("in lists and quotes", () => {
    expect(html(`- one\n\n  ${fence(flow).replace(/\n(?=.)/g, "\n  ")}`).page).toContain(
      "<li>\n<p>one</p>\n<figure",
    );
  });
});

describe("in a template of Vue", () => {
  const text = 'a -> b: "{{ x }} \\\\ it\'s"\n';
  test("nothing is interpolated, and the style sheet stays in its string", () => {
    for (const { page } of [html(fence(text), { vue: true }), html(fence(text), {}, { sfcBlocks: {} })]) {
      const [, code = ""] = /^<figure class="slant" v-html="([^"]*)"><\/figure>\n$/.exec(page) ?? [];
      const source = code
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
      expect(source.slice(1, -1)).not.toMatch(/'|\n/);
      expect(new Function(`return ${source}`)()).toBe(renderSync(text, { responsive: true }).output);
    }
  });
  test("an image is an image", () => {
    expect(html(fence(text), { vue: true, strategy: "img-svg" }).page).toMatch(
      /^<figure class="slant"><img src="data:/,
    );
  });
});

describe("what is wrong", () => {
  test("throws one error that names each place in the file, and each rule", () => {
    const text = `# x\n\n${fence("a -> b {\n")}\n> ${fence("c -> d {\n").replace(/\n(?=.)/g, "\n> ")}`;
    expect(() => html(text, { path: "docs/a.md" })).toThrow(
      /^docs\/a\.md:4:8: .* \(unclosed-brace\)\n(?: {2}.*\n)*docs\/a\.md:8:10: .* \(unclosed-brace\)/,
    );
  });

  test("is a warning where a rule found it, with what to do", () => {
    const { page, reports } = html(fence(unawaited));
    expect(page).toContain("<svg ");
    expect(reports).toEqual([
      expect.stringMatching(/^document:2:31: .*`sent`.* \(unawaited-callback\)\n {2}line 3: .*\n {2}fix: /),
    ]);
    expect(() => html(fence(unawaited), { strict: true })).toThrow("(unawaited-callback)");
    expect(html(fence(unawaited), { lint: false }).reports).toEqual([]);
  });

  test("has the file's own lines, though the host took the front matter away", () => {
    const folder = mkdtempSync(join(tmpdir(), "slant-markdown-it-"));
    const file = join(folder, "page.md");
    const body = `\n# x\n\n${fence(unawaited)}`;
    writeFileSync(file, `---\r\ntitle: x\r\nmore: y\r\n---\r\n${body.replaceAll("\n", "\r\n")}`);
    for (const env of [
      { path: file },
      { realPath: file, path: "elsewhere.md" },
      { page: { inputPath: file } },
    ]) {
      expect(html(body, {}, env).reports[0]).toMatch(/page\.md:9:31: /);
    }
    // a language of templates has changed the text, so that it is nowhere in the file
    expect(html(body.replace("x", "words"), {}, { path: file }).reports[0]).toMatch(/page\.md:9:31: /);
    expect(html(body, {}, { path: join(folder, "none.md") }).reports[0]).toMatch(/none\.md:5:31: /);
    rmSync(folder, { recursive: true });
  });

  test("is handed to a fallback, and the document goes on", () => {
    const env = { page: 1 };
    const { page } = html(
      `${fence("a {\n")}\nbye`,
      {
        errorFallback: (diagram, error, given) =>
          `<b>${diagram.trim()} ${given === env} ${/^document:2:/.test(error.message)}</b>\n`,
      },
      env,
    );
    expect(page).toBe("<b>a { true true</b>\n<p>bye</p>\n");
  });

  test("in the options throws at once", () => {
    expect(() => html("", { thme: "dark" } as MarkdownItSlantOptions)).toThrow(
      "markdownItSlant: there is no option `thme`. Did you mean `theme`?",
    );
    expect(() => html("", { vue: 1 as never })).toThrow("`vue` must be true or false");
    expect(markdownItDefault).toBe(markdownItSlant);
  });
});
