import type { Message } from "../flow/flow.ts";
import { fragmentKinds } from "../language/fragment-kinds.ts";
import { messageKinds } from "../language/message-kinds.ts";
import type { Span } from "../source/span.ts";
import type { Context } from "./context.ts";

/** Something that makes a message be sent again when it fails. */
export interface Repeat {
  /** Which one, of all in the flow. */
  readonly key: string;
  /** The first attempt included; Infinity when there is no bound. */
  readonly attempts: number;
  /** The sender's `retry`, of this message; absent of a `retry` fragment. */
  readonly message?: number;
  readonly fragment?: number;
  readonly span: Span;
}

/**
 * What repeats a message by itself: its own `retry`, and the `retry` fragments around it, outermost first.
 *
 * In:   a context, a message.
 * Out:  repeats of more than one attempt.
 * Says: nothing.
 * Cost: linear in the depth of fragments.
 */
export const repeatsOf = ({ flow }: Pick<Context, "flow">, message: Message): readonly Repeat[] => {
  const around = message.within.flatMap(({ fragment: index, operand }): readonly Repeat[] => {
    const fragment = flow.fragments[index];
    if (fragment === undefined || !fragmentKinds[fragment.kind].tries || operand > 0) return [];
    const attempts = fragment.rounds?.high ?? Number.POSITIVE_INFINITY;
    const span = fragment.label?.span ?? fragment.span;
    return [{ key: `fragment ${index}`, attempts, fragment: index, span }];
  });
  const { retry } = message.attributes;
  const own: readonly Repeat[] =
    retry === undefined
      ? []
      : [
          {
            key: `message ${message.send}`,
            attempts: retry.attempts,
            message: message.index,
            span: message.attributeSpans.retry ?? message.span,
          },
        ];
  return [...around, ...own].filter(({ attempts }) => attempts > 1);
};

/**
 * What repeats a message, by itself or with the calls that lead to it.
 *
 * In:   a context, a message.
 * Out:  each repeat once: those of the calls around it first. Only who waits for an answer repeats what failed further down; a
 *       message that nobody waits for ends the chain.
 * Says: nothing.
 * Cost: linear in the nesting of calls, times the depth of fragments.
 */
export const repeatsAround = (context: Context, message: Message): readonly Repeat[] => {
  const chain = [...callsAround(context, message), message];
  const all = new Map(
    chain.flatMap((each) => repeatsOf(context, each)).map((repeat) => [repeat.key, repeat]),
  );
  return [...all.values()];
};

/** The calls that wait, each for the next, until this message has done its work; outermost first. */
export const callsAround = ({ flow, handling }: Context, message: Message): readonly Message[] => {
  const line = handling.ancestors(message.index).map((index) => flow.messages[index]);
  const calls = line.filter((each) => each !== undefined);
  const last = calls.findLastIndex(({ kind }) => !messageKinds[kind].waits);
  return calls.slice(last + 1);
};
