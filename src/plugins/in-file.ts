import { type CodeBlock, drawerFor, type Message } from "./draw-block.ts";
import { figureTree } from "./figure.ts";
import type { FlowImage } from "./flow-file.ts";
import { messageWords } from "./in-text.ts";
import type { PictureOptions } from "./options.ts";
import type { Stretch } from "./places.ts";
import type { HastElement } from "./svg-tree.ts";

/** What is needed of a VFile, the file that unified's tools hand on. */
export interface FileLike {
  readonly path?: string;
  readonly value: string | Uint8Array;
  message(
    reason: string,
    options: { readonly place: Stretch; readonly ruleId: string; readonly source: string },
  ): FileMessage;
}

/** A message of a file, which is an error too. */
export interface FileMessage extends Error {
  fatal?: boolean | null | undefined;
  note?: string | undefined;
}

/** Something of unist's trees. */
export interface TreeNode {
  readonly type: string;
}

export interface ParentNode extends TreeNode {
  children: TreeNode[];
}

/** A node with a flow in it, or an image of one. */
export interface FlowNode {
  readonly node: TreeNode;
  readonly parent: ParentNode;
  readonly block: CodeBlock | FlowImage;
  /** It stands within text. */
  readonly isWithin?: boolean;
}

/** What stands in the place of a picture that cannot be drawn: a node, or nothing. */
export type ErrorFallback = (
  node: TreeNode,
  diagram: string,
  error: FileMessage,
  file: FileLike,
) => TreeNode | null | undefined;

/**
 * Puts a picture in the place of each flow.
 *
 * In:     the nodes in their order; `shown` makes a node of a figure and of what was drawn.
 * Says:   to the file, what is wrong with the flows. Where one cannot be drawn and there is no fallback, the first such message
 *         is thrown when all have been looked at.
 */
export const drawInFile = async (
  nodes: readonly FlowNode[],
  file: FileLike,
  options: PictureOptions & { readonly errorFallback?: ErrorFallback },
  shown: (figure: HastElement, svg: string, node: TreeNode) => TreeNode,
): Promise<void> => {
  const { strategy = "inline-svg", className = "slant", errorFallback, report } = options;
  const page = { path: file.path, text: textOf(file) };
  const drawer = drawerFor(page, options);
  let fatal: FileMessage | undefined;
  for (const { node, parent, block, isWithin } of nodes) {
    const { svg, width, words, messages } = await drawer.later(block);
    const told = messages.map((message) => tell(file, message, node));
    for (const each of messages) if (each.severity !== "error") report?.(messageWords(each, page));
    const error = told.find((message) => message.fatal === true);
    if (error === undefined)
      replace(
        parent,
        node,
        shown(
          figureTree({ svg, strategy, width, words, className }, isWithin ? "span" : "figure"),
          svg,
          node,
        ),
      );
    else if (errorFallback === undefined) fatal ??= error;
    else {
      // the page goes on without the picture, as its author wants it
      for (const message of told) if (message.fatal) message.fatal = false;
      replace(parent, node, errorFallback(node, "url" in block ? block.url : block.text, error, file));
    }
  }
  if (fatal !== undefined) throw fatal;
};

export const isParent = (node: TreeNode): node is ParentNode =>
  "children" in node && Array.isArray(node.children);

const textOf = ({ value }: FileLike): string =>
  typeof value === "string" ? value : new TextDecoder().decode(value ?? new Uint8Array());

/** Puts what is to be said where unified's reporters look for it. */
const tell = (
  file: FileLike,
  { rule, severity, text, notes, ...at }: Message,
  node: TreeNode,
): FileMessage => {
  const { line, column } = at.place.start;
  const words = at.file === undefined ? text : `${at.file}:${line}:${column}: ${text}`;
  const place = at.file === undefined ? at.place : (positionOf(node) ?? at.place);
  const message = file.message(words, { place, ruleId: rule, source: "slant" });
  message.fatal = levels[severity];
  if (notes.length > 0) message.note = notes.join("\n");
  return message;
};

/** Where an image stands in its page. */
const positionOf = (node: TreeNode): Stretch | undefined =>
  "position" in node ? (node.position as Stretch | undefined) : undefined;

const levels = { error: true, warning: false, info: undefined } as const;

const replace = (parent: ParentNode, node: TreeNode, by: TreeNode | null | undefined): void => {
  parent.children.splice(parent.children.indexOf(node), 1, ...(by ? [by] : []));
};
