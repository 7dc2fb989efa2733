import { escaped } from "./escaped.ts";

/** The page's own DOM: elements are made in it but never put into it. */
export const openWindow = (): object => globalThis;

/**
 * The markup of a node and all below it, byte for byte as svgdom writes it, so that a picture is the same wherever it was
 * drawn. The browser's own serialisers are not used: they disagree about quotes, no-break spaces and empty elements.
 */
export const markupOf = (node: unknown): string => markup(node as PageNode);

interface PageNode {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<PageNode>;
}

const textNode = 3;

const markup = (node: PageNode): string => {
  if (node.nodeType === textNode) return escaped(node.nodeValue ?? "");
  const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${escaped(value)}"`).join(
    "",
  );
  return `<${node.nodeName}${attributes}>${Array.from(node.childNodes, markup).join("")}</${node.nodeName}>`;
};
