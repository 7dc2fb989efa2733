import { pictureWords } from "../markdown/picture-words.ts";
import type { HastElement, HastNode } from "./svg-tree.ts";

/**
 * A picture as a node of mdast: to tools for Markdown a paragraph with the picture's words, or within text only those; to tools
 * for HTML what holds the picture.
 */
export interface PictureNode {
  readonly type: "paragraph" | "emphasis";
  readonly children: { readonly type: "text"; readonly value: string }[];
  readonly data: {
    readonly hName: string;
    readonly hProperties: HastElement["properties"];
    readonly hChildren: HastNode[];
  };
}

export const pictureNode = (
  { tagName, properties, children }: HastElement,
  svg: string,
  node: object,
): PictureNode => ({
  type: tagName === "figure" ? "paragraph" : "emphasis",
  children: [{ type: "text", value: pictureWords(svg) }],
  data: { hName: tagName, hProperties: properties, hChildren: children },
  ...("position" in node && { position: node.position }),
});
