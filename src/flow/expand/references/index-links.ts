import { messageKinds } from "../../../language/message-kinds.ts";
import { type End, type NameNode, pathOf } from "../../names/name-node.ts";
import type { Link } from "./follow.ts";

/** The messages by what a reference says of them: operator and ends. */
export interface LinkIndex {
  /** Those of one kind from one end to another, in written order. */
  readonly between: (kind: Link["kind"], from: End, to: End) => readonly Link[];
  /** How every message is referred to, each way once. */
  readonly spellings: () => Iterable<string>;
  /** The first of them between two names, whatever its operator. */
  readonly spellingOf: (from: string, to: string) => string | undefined;
}

/** Cost: linear in the messages. */
export const indexLinks = (links: readonly Link[]): LinkIndex => {
  const numbers = new Map<NameNode, number>();
  const numberOf = (node: NameNode): number => {
    const known = numbers.get(node) ?? numbers.size;
    numbers.set(node, known);
    return known;
  };
  const nameOf = ({ node, span }: End): string => `${numberOf(node)} ${span ?? ""}`;
  const keyOf = (kind: Link["kind"], from: End, to: End): string => {
    const ends = [nameOf(from), nameOf(to)];
    // Both ends of these are alike, so that it does not matter from where they were written.
    if (messageKinds[kind].head === messageKinds[kind].tail) ends.sort();
    return [kind, ...ends].join("|");
  };
  const byKey = new Map<string, Link[]>();
  const spellings = new Set<string>();
  const byEnds = new Map<string, string>();
  for (const link of links) {
    const { from, to, kind } = link;
    if (!from || !to) continue;
    const key = keyOf(kind, from, to);
    const known = byKey.get(key);
    if (known) {
      known.push(link);
      continue;
    }
    byKey.set(key, [link]);
    const [first, last] = [shown(from), shown(to)];
    const spelling = `(${first} ${messageKinds[kind].arrow} ${last})`;
    spellings.add(spelling);
    if (!byEnds.has(`${first}|${last}`)) byEnds.set(`${first}|${last}`, spelling);
  }
  return {
    between: (kind, from, to) => byKey.get(keyOf(kind, from, to)) ?? [],
    spellings: () => spellings,
    spellingOf: (from, to) => byEnds.get(`${from}|${to}`),
  };
};

const shown = ({ node, span }: End): string =>
  span === undefined ? pathOf(node) : `${pathOf(node)}.${span}`;
