/**
 * Draws flows in Markdown and MDX, for Sätteri, which Astro uses since its version 7.
 *
 * @module slant/satteri
 */

import { fileURLToPath } from "node:url";
import { flowLanguage } from "../markdown/flow-language.ts";
import { drawerFor, type Page } from "./draw-block.ts";
import { figureTree } from "./figure.ts";
import { linesBefore, messageWords } from "./in-text.ts";
import { callback, checkPlugin, type PictureOptions } from "./options.ts";
import { type PictureNode, pictureNode } from "./picture-node.ts";

export interface SatteriSlantOptions extends PictureOptions {
  /** What stands in the place of a picture that cannot be drawn: a node of mdast. Without it, an error is thrown. */
  readonly errorFallback?: (node: CodeNode, diagram: string, error: Error) => { readonly type: string };
}

/** What is needed of a node of code. */
export interface CodeNode {
  readonly type: string;
  readonly value: string;
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
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
 * Draws the ```slant fences of Markdown and MDX at build time: one of the `mdastPlugins`.
 *
 * Out:  each fence is a figure; in MDX too, whatever stands in its labels.
 * Says: throws where a flow cannot be drawn; reports what the rules find. Each with the file, the line in it, and the rule.
 */
export const satteriSlant = (options: SatteriSlantOptions = {}) => {
  checkPlugin("satteriSlant", options, { errorFallback: callback });
  const { strategy = "inline-svg", className = "slant", errorFallback, report } = options;
  return (document: SatteriDocument) => {
    const page = pageOf(document);
    const drawer = drawerFor(page, options);
    const code = (node: CodeNode, context: SatteriContext): PictureNode | undefined => {
      const { value: text, lang, meta, position } = node;
      const language = flowLanguage({ language: lang ?? "", text });
      if (language === undefined) return undefined;
      const line = position?.start.line ?? 1;
      const { svg, width, messages } = drawer.now({ text, language, meta: meta ?? "", line });
      const errors: string[] = [];
      for (const each of messages) {
        const message = messageWords(each, page);
        if (each.severity === "error") errors.push(message);
        else {
          context.report({ message, node: node as never, severity: each.severity });
          report?.(message);
        }
      }
      if (errors.length === 0) return pictureNode(figureTree({ svg, strategy, width, className }), svg, node);
      const error = new Error(errors.join("\n"));
      if (errorFallback === undefined) throw error;
      return errorFallback(node, text, error) as PictureNode;
    };
    return { name: "slant", options: { position: true }, code };
  };
};

export default satteriSlant;

const pageOf = ({ fileURL, source }: SatteriDocument): Page => {
  const path = fileURL === undefined ? undefined : fileURLToPath(fileURL);
  return { path, text: source, linesBefore: path === undefined ? 0 : linesBefore(source, path) };
};
