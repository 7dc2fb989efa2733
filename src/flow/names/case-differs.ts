import type { Say } from "../report.ts";
import type { NameNode, NameTree } from "./name-node.ts";

/**
 * Warns of keys that differ from another one in upper and lower case only.
 *
 * In:     all names, after their first appearances are known.
 * Says:   case-differs, at each such key but the one that appears first.
 * Cost:   linear in the names.
 */
export const sayCaseDiffers = ({ byLastKey }: NameTree, say: Say): void => {
  if (new Set(Array.from(byLastKey.keys(), (key) => key.toLowerCase())).size === byLastKey.size) return;
  const firsts = new Map<string, NameNode>();
  const inOrder = [...byLastKey.values()]
    .flatMap(([first]) => (first ? [first] : []))
    .toSorted((one, other) => one.seen - other.seen);
  for (const node of inOrder) {
    const folded = node.key.toLowerCase();
    const first = firsts.get(folded);
    if (!first) firsts.set(folded, node);
    else
      say(
        "case-differs",
        `\`${node.key}\` differs from \`${first.key}\` in case only, so they are two participants.`,
        node.span,
        {
          notes: [{ message: `\`${first.key}\` stands here`, span: first.span }],
          help: `write \`${first.key}\`, unless two are meant`,
        },
      );
  }
};
