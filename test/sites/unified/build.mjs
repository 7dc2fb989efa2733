import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeSlant from "slant/rehype";
import remarkSlant from "slant/remark";
import { unified } from "unified";

const page = (body) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Flows</title>
<style>
  html { color-scheme: light; }
  html.dark { color-scheme: dark; }
  body { max-width: 50rem; margin: auto; background: Canvas; color: CanvasText; }
  figure { margin: 0; }
</style>
<button onclick="document.documentElement.classList.toggle('dark')">Dark</button>
${body}
</html>
`;

const read = (name) => ({ path: `pages/${name}`, value: readFileSync(`pages/${name}`, "utf8") });

const write = (name, body, { messages }) => {
  for (const message of messages)
    console.warn(`${message.file}:${message.line}: ${message.reason} (${message.ruleId})`);
  mkdirSync("node_modules/.site", { recursive: true });
  writeFileSync(`node_modules/.site/${name}`, page(body));
};

const markdown = read("flow.md");
const inline = await unified()
  .use(remarkParse)
  .use(remarkSlant)
  .use(remarkRehype)
  .use(rehypeStringify)
  .process(markdown);
write("inline.html", String(inline), inline);

const image = await unified()
  .use(remarkParse)
  .use(remarkRehype)
  .use(rehypeSlant, { strategy: "img-svg" })
  .use(rehypeStringify)
  .process(markdown);
write("image.html", String(image), image);

for (const strategy of ["inline-svg", "img-svg"]) {
  const { default: Content } = await evaluate(read("flow.mdx"), {
    ...runtime,
    remarkPlugins: [[remarkSlant, { strategy }]],
  });
  write(`mdx-${strategy}.html`, renderToStaticMarkup(createElement(Content)), { messages: [] });
}
