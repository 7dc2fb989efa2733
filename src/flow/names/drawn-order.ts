import type { Span } from "../../source/span.ts";
import type { Say } from "../report.ts";
import { type NameNode, pathOf } from "./name-node.ts";

/** A name that `lifelines` lists. */
export interface Listed {
  readonly node: NameNode;
  readonly span: Span;
}

/**
 * Puts participants and boundaries into their drawn order and numbers them.
 *
 * In:     the root of the names; what `lifelines` lists, in its order.
 * Out:    participants from left to right, and boundaries, outer before inner, also from left to right. Listed names come
 *         first, the others in the order in which they appear; a boundary keeps its participants together where its first
 *         one stands.
 * Says:   split-boundary where the list puts a stranger between a boundary's participants.
 * Cost:   n log n in the names.
 */
export const drawnOrder = (
  root: NameNode,
  listed: readonly Listed[],
  say: Say,
): { readonly participants: readonly NameNode[]; readonly boundaries: readonly NameNode[] } => {
  const rank = new Map<NameNode, number>();
  listed.forEach(({ node }, at) => {
    if (!rank.has(node)) rank.set(node, at - listed.length);
  });
  const settle = (node: NameNode): number => {
    const inside = [...node.children.values()].map(settle);
    const own = rank.get(node) ?? node.seen;
    const settled = inside.reduce((low, next) => Math.min(low, next), own);
    rank.set(node, settled);
    return settled;
  };
  settle(root);

  const participants: NameNode[] = [];
  const boundaries: NameNode[] = [];
  const place = (parent: NameNode): void => {
    const inside = [...parent.children.values()].filter(({ slip }) => !slip);
    const ranked = inside
      .map((node) => ({ node, at: rank.get(node) ?? 0 }))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const { node } of ranked) {
      const all = node.boundary ? boundaries : participants;
      node.index = all.length;
      all.push(node);
      if (node.boundary) place(node);
    }
  };
  place(root);
  saySplit(listed, say);
  return { participants, boundaries };
};

const saySplit = (listed: readonly Listed[], say: Say): void => {
  const lines = listed.filter(({ node }) => !node.boundary);
  const at = lines.findIndex(({ node }, place) => node.index < (lines[place - 1]?.node.index ?? -1));
  const wrong = lines[at];
  const holder = [wrong, lines[at - 1]].map((name) => name?.node.parent).find((parent) => parent?.parent);
  if (!wrong || !holder) return;
  say(
    "split-boundary",
    `\`${pathOf(wrong.node)}\` cannot stand there: the participants of \`${pathOf(holder)}\` stay together.`,
    wrong.span,
  );
};
