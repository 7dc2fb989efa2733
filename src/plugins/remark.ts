/**
 * Draws flows in Markdown and MDX, for remark and all that is built on unified.
 *
 * @module slant/remark
 */

import { flowLanguage } from "../markdown/flow-language.ts";
import { isFlowFile } from "./flow-file.ts";
import {
  drawInFile,
  type ErrorFallback,
  type FileLike,
  type FlowNode,
  isParent,
  type TreeNode,
} from "./in-file.ts";
import { callback, checkPlugin, type PictureOptions } from "./options.ts";
import { pictureNode } from "./picture-node.ts";

export interface RemarkSlantOptions extends PictureOptions {
  /**
   * What stands in the place of a picture that cannot be drawn: a node of mdast, or nothing. Without it, the first such
   * picture stops the whole file.
   */
  readonly errorFallback?: ErrorFallback;
}

/**
 * Draws the ```slant fences of Markdown and MDX at build time, and the images of flows: `![Sign-up](flows/sign-up.slant)`.
 *
 * Out:  each fence, and each image that is a paragraph, is a figure; in MDX too, whatever stands in its labels.
 * Says: to the file, what is wrong with a flow, with the line in the document and the rule.
 */
export const remarkSlant = (options: RemarkSlantOptions = {}) => {
  checkPlugin("remarkSlant", options, { errorFallback: callback });
  return (tree: TreeNode, file: FileLike): Promise<void> =>
    drawInFile(flowsIn(tree), file, options, pictureNode);
};

export default remarkSlant;

/** The fences that hold flows, wherever they stand. */
const flowsIn = (parent: TreeNode): readonly FlowNode[] => {
  if (!isParent(parent)) return [];
  return parent.children.flatMap((node) => {
    if (isCode(node)) return flowIn(node, parent);
    if (isImage(node)) return [{ node, parent, block: imageOf(node), isWithin: true }];
    const [image, ...more] = isParent(node) && node.type === "paragraph" ? node.children : [];
    if (image !== undefined && more.length === 0 && isImage(image))
      return [{ node, parent, block: imageOf(image) }];
    return flowsIn(node);
  });
};

interface ImageNode extends TreeNode {
  readonly url: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
}

const isImage = (node: TreeNode): node is ImageNode =>
  node.type === "image" && "url" in node && isFlowFile(String(node.url));

const imageOf = ({ url, alt, title, position }: ImageNode) => ({
  url,
  alt: alt ?? "",
  title,
  line: position?.start.line ?? 1,
});

interface CodeNode extends TreeNode {
  readonly value: string;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
}

const isCode = (node: TreeNode): node is CodeNode => node.type === "code" && "lang" in node;

const flowIn = (node: CodeNode, parent: FlowNode["parent"]): readonly FlowNode[] => {
  const language = flowLanguage({ language: node.lang ?? "", text: node.value });
  return language ? [{ node, parent, block: { ...blockOf(node), language } }] : [];
};

const blockOf = ({ value, meta, position }: CodeNode) => ({
  text: value,
  meta: meta ?? "",
  line: position?.start.line ?? 1,
});
