/**
 * Draws flows in HTML, for rehype and all that is built on unified.
 *
 * @module slant/rehype
 */

import { flowLanguage } from "../markdown/flow-language.ts";
import { isFlowFile } from "./flow-file.ts";
import {
  drawInFile,
  type ErrorFallback,
  type FileLike,
  type FlowNode,
  isParent,
  type ParentNode,
  type TreeNode,
} from "./in-file.ts";
import { callback, checkPlugin, type PictureOptions } from "./options.ts";

export interface RehypeSlantOptions extends PictureOptions {
  /**
   * What stands in the place of a picture that cannot be drawn: a node of hast, or nothing. Without it, the first such picture
   * stops the whole file.
   */
  readonly errorFallback?: ErrorFallback;
}

/**
 * Draws the `<pre><code class="language-slant">` of HTML at build time, and the `<img src="sign-up.slant">`: what Markdown's
 * fences and images became, or what somebody wrote.
 *
 * Out:  each `<pre>` is a figure. What its fence said behind the language counts as far as it is still there (`data.meta`);
 *       in HTML, `data-meta` on the `<code>` says it.
 * Says: to the file, what is wrong with a flow, with the line in the document and the rule.
 */
export const rehypeSlant = (options: RehypeSlantOptions = {}) => {
  checkPlugin("rehypeSlant", options, { errorFallback: callback });
  return (tree: TreeNode, file: FileLike): Promise<void> =>
    drawInFile(flowsIn(tree), file, options, (figure) => figure);
};

export default rehypeSlant;

const flowsIn = (parent: TreeNode): readonly FlowNode[] => {
  if (!isParent(parent)) return [];
  return parent.children.flatMap((node) => {
    const code = flowIn(node);
    if (code !== undefined) return [{ node, parent, block: blockOf(code) }];
    if (isImage(node)) {
      const isItem = isElement(parent, "li") && parent.children.length === 1;
      return [{ node, parent, block: imageOf(node), isWithin: !isItem }];
    }
    const [image, ...more] = isElement(node, "p") ? node.children : [];
    if (image !== undefined && more.length === 0 && isImage(image))
      return [{ node, parent, block: imageOf(image) }];
    return flowsIn(node);
  });
};

const isImage = (node: TreeNode): node is Element =>
  isElement(node, "img") && isFlowFile(String(node.properties.src ?? ""));

const imageOf = ({ properties: { src, alt, title }, position }: Element) => ({
  url: String(src),
  alt: String(alt ?? ""),
  title: title === undefined ? undefined : String(title),
  line: position?.start.line ?? 1,
});

interface Element extends ParentNode {
  readonly tagName: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly data?: { readonly meta?: unknown };
  readonly position?: Position;
}

interface Position {
  readonly start: { readonly line: number };
}

/** The `<code>` with a flow that is all there is in a `<pre>`. */
const flowIn = (node: TreeNode): Element | undefined => {
  if (!isElement(node, "pre")) return undefined;
  const [code, ...more] = node.children.filter((child) => isParent(child) || wordsIn(child).trim() !== "");
  const isFlow = code !== undefined && more.length === 0 && isElement(code, "code");
  return isFlow && languageOf(code) ? code : undefined;
};

/** What its class says: `language-slant`, or `language-d2` of a sequence diagram. */
const languageOf = (code: Element) => {
  const word = classesOf(code).find((name) => /^language-(?:slant|d2)$/.test(String(name)));
  return flowLanguage({ language: String(word ?? "").replace("language-", ""), text: wordsIn(code) });
};

const isElement = (node: TreeNode, tagName: string): node is Element =>
  node.type === "element" && "tagName" in node && node.tagName === tagName;

const classesOf = ({ properties }: Element): readonly unknown[] => {
  const { className } = properties;
  return Array.isArray(className) ? className : String(className ?? "").split(/\s+/);
};

const wordsIn = (node: TreeNode): string => {
  if (isParent(node)) return node.children.map(wordsIn).join("");
  return "value" in node && typeof node.value === "string" ? node.value : "";
};

const blockOf = (code: Element): FlowNode["block"] => {
  const meta = code.data?.meta ?? code.properties.dataMeta;
  const [text] = code.children as readonly (TreeNode & { readonly position?: Position })[];
  // in HTML the flow begins on the line of its tags; a fence stands above it
  const line = text?.position ? text.position.start.line - 1 : (code.position?.start.line ?? 1);
  return {
    text: wordsIn(code),
    meta: typeof meta === "string" ? meta : "",
    language: languageOf(code) ?? "slant",
    line,
  };
};
