import type { Message } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import type { Facts } from "./facts.ts";
import { label } from "./schedule-words.ts";

/**
 * Whether another alternative of a flow draws two messages in the opposite order.
 *
 * In:     the facts of a flow; two messages to one participant, the first one above.
 * Out:    true when messages with the same ends and labels stand the other way round, and one of them in another operand of a
 *         choice that holds its double: then either order is one that the text foresees.
 * Says:   nothing.
 * Cost:   linear in the messages with those ends; of those with the labels, the first 64 each are looked at.
 * Source: CHECKS rule 25; Elkind, Genest and Peled, Detecting races in ensembles of message sequence charts, 2007.
 */
export const alternatesWith = (facts: Facts, first: Message, second: Message): boolean => {
  const { flow, occurrences } = facts;
  if (first.within.length === 0 && second.within.length === 0) return false;
  const like = (message: Message): readonly Message[] =>
    facts
      .plain(message.from, message.to)
      .filter((other) => label(other) === label(message))
      .slice(0, most);
  const place = ({ index }: Message): number => occurrences.receiptOf[index] ?? -1;
  const areAlternatives = (one: Message, other: Message): boolean => {
    const fork = one.within.findIndex((ref, depth) => {
      const same = other.within[depth];
      return same?.fragment !== ref.fragment || same.operand !== ref.operand;
    });
    const [a, b] = [one.within[fork], other.within[fork]];
    const kind = flow.fragments[a?.fragment ?? -1]?.kind;
    const facts: FragmentFacts | undefined = kind && fragmentKinds[kind];
    return a !== undefined && a.fragment === b?.fragment && facts?.flow === "choice";
  };
  const [firsts, seconds] = [like(first), like(second)];
  return seconds.some((above) =>
    firsts.some(
      (below) =>
        place(above) < place(below) &&
        !areAlternatives(above, below) &&
        (areAlternatives(above, second) || areAlternatives(below, first)),
    ),
  );
};

/** Messages with the same ends and label that are compared. */
const most = 64;
