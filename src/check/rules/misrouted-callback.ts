import type { Callback, Message } from "../../flow/flow.ts";
import type { Context } from "../context.ts";
import { about, type Rule } from "../rule.ts";

export const misroutedCallback: Rule = {
  code: "misrouted-callback",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "structure",
  fixKind: "none",
  summary: "A callback goes to a participant that neither asked for it nor hands it on.",
  why:
    "The one who asked never hears of it, and the one who gets it does not know what it belongs to. Often an arrow points to the " +
    "wrong lifeline, or the address to reply to was never said.",
  bad: "a ~> b: job { callback: done }\nb ~> c: ready { resolves: done }\n",
  good: "a ~> b: job { callback: done; reply-to: c }\nb ~> c: ready { resolves: done }\nc ~> a: ready { carries: done }\nawait: done\n",
  sources: [
    "Hohpe and Woolf, Enterprise Integration Patterns, 2003: Return Address",
    "AsyncAPI 3.0: operation reply address",
  ],
  yieldsTo: [],
  limits:
    "A hand-over is a message from the receiver that says `carries`, resolves the callback once more, or is delivered by the queue " +
    "or topic that got it. Whether the sender can know of the request is not asked.",
  check: (context) =>
    context.flow.callbacks.flatMap((callback) =>
      callback.arrivals
        .filter(({ message }) => isMisrouted(context, callback, context.flow.messages[message]))
        .slice(0, 1)
        .map(({ message, span }) => {
          const { words, flow } = context;
          const receiver = flow.messages[message]?.to ?? null;
          const [owner, other] = [words.key(callback.owner), words.key(receiver)];
          return {
            message: `The callback \`${callback.name}\` goes to \`${other}\`, but \`${owner}\` asked for it.`,
            span,
            notes: callback.asked
              .slice(0, 1)
              .map(({ span: asked }) => ({ message: "it is asked for here", span: asked })),
            help: `send it to \`${owner}\`, or hand it on: \`${other} ~> ${owner}: … { carries: ${callback.name} }\``,
            about: [about.callback(callback.index)],
          };
        }),
    ),
};

const isMisrouted = ({ flow, facts }: Context, callback: Callback, message: Message | undefined): boolean => {
  const owners = facts.owners[callback.index];
  if (message === undefined || owners === undefined || owners.has(message.to)) return false;
  // The way back of an exchange reaches its sender.
  if (facts.occurrences.answerOf[message.index] !== -1 && owners.has(message.from)) return false;
  if (message.attributes.lost === true || message.attributes["in-flight"] === true) return false;
  const handsOn = ({ index, from }: Message): boolean =>
    from === message.to &&
    (facts.queues.takes[index] === message.index ||
      callback.carried.some((carried) => carried.message === index) ||
      callback.arrivals.some((arrival) => arrival.message === index));
  return !flow.messages.some((other) => other.index > message.index && handsOn(other));
};
