import type { Participant } from "../../flow/flow.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const similarNames: Rule = {
  code: "similar-names",
  severity: "warning",
  category: "style",
  precision: "medium",
  tier: "structure",
  fixKind: "none",
  summary: "A name that was never declared differs from another one by a single letter.",
  why:
    "Whatever is used in a message is a participant, so a slip of the finger makes a new one. The picture gets a lifeline more, " +
    "half of the messages land on it, and the checks look for them on the other.",
  bad: "payment: Payment service\nshop ~> payment: charge\nshop ~> paymnet: refund\n",
  good: "payment: Payment service\nshop ~> payment: charge\nshop ~> payment: refund\n",
  sources: ["Damerau, A technique for computer detection and correction of spelling errors, 1964"],
  yieldsTo: [],
  limits:
    "Compared are participants whose names have five letters or more. Names that are declared are taken to be meant; so are those that differ in a digit, in a last letter after a space, dash, dot or underscore, " +
    "or in an `s` at the end. Names that differ in case alone are case-differs.",
  check: ({ flow, words }) => {
    const uses = flow.participants.map(() => 0);
    const firstUse = new Map<number, number>();
    for (const { index, from, to } of flow.messages)
      for (const end of [from, to]) {
        if (end === null) continue;
        uses[end] = (uses[end] ?? 0) + 1;
        if (!firstUse.has(end)) firstUse.set(end, index);
      }
    /** The one that is more likely meant: declared, used more often, named first. */
    const isMeant = (one: Participant, other: Participant): boolean => {
      if (one.declared !== other.declared) return one.declared;
      const [mine = 0, others = 0] = [uses[one.index], uses[other.index]];
      return mine === others ? one.index < other.index : mine > others;
    };
    const reported = new Set<number>();
    return similarPairs(flow.participants).flatMap(([a, b]): readonly Finding[] => {
      const [meant, slip] = isMeant(a, b) ? [a, b] : [b, a];
      if (slip.declared || reported.has(slip.index)) return [];
      reported.add(slip.index);
      return [
        {
          message: `${words.participant(slip.index)} is one letter from ${words.participant(meant.index)}.`,
          span: slip.span,
          notes: [
            { message: `${words.participant(meant.index)} stands here`, span: words.firstWord(meant.span) },
          ],
          help: `write ${words.participant(meant.index)}, or declare \`${slip.key}\` to say that it is another`,
          about: [about.participant(slip.index)],
        },
      ];
    });
  },
};

/** Pairs of names that one letter too many, too few, wrong, or two swapped make of each other. */
const similarPairs = (
  participants: readonly Participant[],
): readonly (readonly [Participant, Participant])[] => {
  const named = participants.filter(({ key, kind }) => key.length >= 5 && kind !== "boundary");
  // Two such names have a text in common when a letter is left out of one or both.
  const byPiece = new Map<string, Participant[]>();
  const pairs = new Map<string, readonly [Participant, Participant]>();
  for (const participant of named) {
    const { key, index } = participant;
    const pieces = new Set([key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))]);
    for (const piece of pieces) {
      const known = byPiece.get(piece) ?? [];
      for (const other of known)
        if (!pairs.has(`${other.index} ${index}`) && isSlip(other.key, key))
          pairs.set(`${other.index} ${index}`, [other, participant]);
      byPiece.set(piece, [...known, participant]);
    }
  }
  return [...pairs.values()];
};

const isSlip = (a: string, b: string): boolean => {
  if (a.toLowerCase() === b.toLowerCase()) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  if (Math.max(left.length, right.length) > 1 && !isSwap) return false;
  const differs = left + right;
  if (/\d/.test(differs)) return false;
  const isLast = end === 0;
  if (isLast && differs === "s") return false;
  return !(isLast && /[\s\-_./]$/.test(a.slice(0, start)));
};
