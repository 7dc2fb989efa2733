/**
 * Draws flows in Markdown and MDX, for Sätteri, which Astro uses since its version 7.
 *
 * @module slant/satteri
 */

import { fileURLToPath } from "node:url";
import { flowLanguage } from "../markdown/flow-language.ts";
import { type CodeBlock, drawerFor, type Page } from "./draw-block.ts";
import { figureTree } from "./figure.ts";
import { type FlowImage, isFlowFile } from "./flow-file.ts";
import { linesBefore, messageWords } from "./in-text.ts";
import { callback, checkPlugin, type PictureOptions } from "./options.ts";
import { type PictureNode, pictureNode } from "./picture-node.ts";

export interface SatteriSlantOptions extends PictureOptions {
  /** What stands in the place of a picture that cannot be drawn: a node of mdast. Without it, an error is thrown. */
  readonly errorFallback?: (node: SatteriNode, diagram: string, error: Error) => { readonly type: string };
}

/** What is needed of a node. */
export interface SatteriNode {
  readonly type: string;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

/** What is needed of a node of code. */
export interface CodeNode extends SatteriNode {
  readonly value: string;
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
}

/** What is needed of an image. */
export interface ImageNode extends SatteriNode {
  readonly url: string;
  readonly alt?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/** What is needed of a paragraph. */
export interface ParagraphNode extends SatteriNode {
  readonly children: readonly SatteriNode[];
}

/** What Sätteri says of a document before it is read. */
export interface SatteriDocument {
  readonly fileURL: URL | undefined;
  readonly source: string;
}

/** Where Sätteri takes messages. */
export interface SatteriContext {
  report(message: {
    readonly message: string;
    readonly node?: never;
    readonly severity?: "error" | "warning" | "info";
  }): void;
}

/**
 * Draws the ```slant fences of Markdown and MDX at build time, and the images of flows, `![Sign-up](flows/sign-up.slant)`: one of
 * the `mdastPlugins`.
 *
 * Out:  each fence, and each image that is a paragraph, is a figure; in MDX too, whatever stands in its labels.
 * Says: throws where a flow cannot be drawn; reports what the rules find. Each with the file, the line in it, and the rule.
 */
export const satteriSlant = (options: SatteriSlantOptions = {}) => {
  checkPlugin("satteriSlant", options, { errorFallback: callback });
  const { strategy = "inline-svg", className = "slant", errorFallback, report } = options;
  return (document: SatteriDocument) => {
    const page = pageOf(document);
    const drawer = drawerFor(page, options);
    const draw = (
      node: SatteriNode,
      block: CodeBlock | FlowImage,
      context: SatteriContext,
      holder: "figure" | "span" = "figure",
    ): SatteriPicture => {
      const { svg, width, words, messages } = drawer.now(block);
      const errors: string[] = [];
      for (const each of messages) {
        const message = messageWords(each, page);
        if (each.severity === "error") errors.push(message);
        else {
          context.report({ message, node: node as never, severity: each.severity });
          report?.(message);
        }
      }
      if (errors.length === 0)
        return quoted(pictureNode(figureTree({ svg, strategy, width, words, className }, holder), svg, node));
      const error = new Error(errors.join("\n"));
      if (errorFallback === undefined) throw error;
      return errorFallback(node, "url" in block ? block.url : block.text, error) as SatteriPicture;
    };
    const code = (node: CodeNode, context: SatteriContext): SatteriPicture | undefined => {
      const { value: text, lang, meta } = node;
      const language = flowLanguage({ language: lang ?? "", text });
      if (language === undefined) return undefined;
      return draw(node, { text, language, meta: meta ?? "", line: lineOf(node) }, context);
    };
    const image = (node: ImageNode, context: SatteriContext): SatteriPicture | undefined =>
      isFlowFile(node.url) ? draw(node, imageOf(node), context, "span") : undefined;
    const paragraph = (node: ParagraphNode, context: SatteriContext): SatteriPicture | undefined => {
      const [only, ...more] = node.children;
      if (only === undefined || more.length > 0 || !isImage(only) || !isFlowFile(only.url)) return undefined;
      return draw(node, imageOf(only), context);
    };
    return { name: "slant", options: { position: true }, code, image, paragraph };
  };
};

export default satteriSlant;

/** As `PictureNode`, but no paragraph: those Sätteri takes out of lists without blank lines, and what they hold with them. */
export type SatteriPicture = Omit<PictureNode, "type" | "children"> & {
  readonly type: "blockquote" | "emphasis";
  readonly children: readonly object[];
};

const quoted = ({ type, ...picture }: PictureNode): SatteriPicture =>
  type === "emphasis"
    ? { ...picture, type }
    : { ...picture, type: "blockquote", children: [{ type, children: picture.children }] };

const isImage = (node: SatteriNode): node is ImageNode => node.type === "image";

const lineOf = ({ position }: SatteriNode): number => position?.start.line ?? 1;

const imageOf = (node: ImageNode): FlowImage => ({
  url: node.url,
  alt: node.alt ?? "",
  title: node.title,
  line: lineOf(node),
});

const pageOf = ({ fileURL, source }: SatteriDocument): Page => {
  const path = fileURL === undefined ? undefined : fileURLToPath(fileURL);
  return { path, text: source, linesBefore: path === undefined ? 0 : linesBefore(source, path) };
};
