import type { Message } from "../flow/flow.ts";
import { automaticExecutions } from "../order/automatic-executions.ts";
import type { Facts } from "./facts.ts";

/** Why each message is sent. -1 stands for "of its sender's own accord". */
export interface Handling {
  /** By message: the message that its sender handles when it sends it. */
  readonly handledFor: readonly number[];
  /** By occurrence: index of the execution that it belongs to, or -1. */
  readonly executionOf: readonly number[];
  /** By message: those whose handling led to it, the first one first. */
  readonly ancestors: (message: number) => readonly number[];
}

/**
 * Says what each message is sent for.
 *
 * In:     the facts of a flow.
 * Out:    by message, the one whose receipt opened the execution that sends it. What a queue or topic passes on is sent for the
 *         message that it takes; a reply, for what it replies to.
 * Says:   nothing.
 * Cost:   that of executions; a line of ancestors is as long as the calls are nested.
 * Source: executions, PICTURE section 1.
 */
export const handlingOf = ({ flow, occurrences, calls, named, queues }: Facts): Handling => {
  const { list, of } = automaticExecutions(flow, occurrences, calls, named);
  const causeOf = (occurrence: number): number => list[of[occurrence] ?? -1]?.cause ?? -1;
  const handledFor = flow.messages.map(({ index }) => {
    const taken = queues.takes[index] ?? -1;
    return taken >= 0 ? taken : causeOf(occurrences.sendOf[index] ?? -1);
  });
  return {
    handledFor,
    executionOf: of,
    ancestors: (message) => {
      const line: number[] = [];
      const seen = new Set([message]);
      for (
        let next = handledFor[message] ?? -1;
        next >= 0 && !seen.has(next);
        next = handledFor[next] ?? -1
      ) {
        seen.add(next);
        line.unshift(next);
      }
      return line;
    },
  };
};

/** How many of the operands around one message, from the outermost, are also around another. */
export const sharedDepth = (a: Message["within"], b: Message["within"]): number => {
  const fork = a.findIndex(
    (ref, depth) => ref.fragment !== b[depth]?.fragment || ref.operand !== b[depth]?.operand,
  );
  return fork < 0 ? a.length : fork;
};
