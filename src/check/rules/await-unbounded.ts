import type { Message } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { Context } from "../context.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const awaitUnbounded: Rule = {
  code: "await-unbounded",
  severity: "warning",
  category: "reliability",
  precision: "medium",
  tier: "structure",
  fixKind: "none",
  summary: "A wait for somebody outside, or behind a queue or topic, has no time limit.",
  why:
    "An answer that crosses a network can be lost, and a queue may deliver late, twice or never. Without a limit the one who waits " +
    "holds its memory, its lock or its user until somebody notices.",
  bad: "pay: Payment provider { kind: external }\nshop ~> pay: charge { callback: charged }\npay ~> shop: paid { resolves: charged }\nawait: charged\n",
  good:
    "pay: Payment provider { kind: external }\nshop ~> pay: charge { callback: charged }\npay ~> shop: paid { resolves: charged }\n" +
    "await: charged { timeout: 30s }\non: charged timeout {\n  shop -> shop: mark as pending\n}\n",
  sources: [
    "Amazon Builders' Library: Timeouts, retries and backoff with jitter",
    "Nygard, Release It!, 2018: timeouts",
  ],
  yieldsTo: [
    "await-without-sender",
    "callback-missing-on-path",
    "await-before-request",
    "await-by-wrong-participant",
    "misrouted-callback",
  ],
  limits:
    "Only external systems, queues and topics count as far away, and a queue with `delivery: exactly-once` does not. A `timeout` on " +
    "the request, or a handler of the timeout, is a limit. Of calls, only those to external systems that ask for no callback need one.",
  check: (context) => [...unboundedWaits(context), ...unboundedCalls(context)],
};

const unboundedWaits = (context: Context): readonly Finding[] => {
  const { facts, flow, words } = context;
  return facts.occurrences.list.flatMap((occurrence) => {
    if (occurrence.kind !== "await" || occurrence.time !== undefined) return [];
    return (occurrence.callbacks ?? []).flatMap((index): readonly Finding[] => {
      const callback = flow.callbacks[index];
      const asking = callback?.asked.flatMap(({ message }) => flow.messages[message] ?? []) ?? [];
      const far = asking.find((message) => isFar(context, message.to));
      const isLimited =
        facts.expiring.has(index) || asking.some(({ attributes }) => attributes.timeout !== undefined);
      if (callback === undefined || far === undefined || isLimited) return [];
      const name = facts.awaitedNames.get(occurrence.index)?.find(({ text }) => text === callback.name);
      const waiter = words.participant(occurrence.lifeline < 0 ? null : occurrence.lifeline);
      return [
        {
          message: `${waiter} waits for \`${callback.name}\` without a time limit, and ${words.participant(far.to)} may never answer.`,
          span: name?.span ?? occurrence.span,
          notes: [{ message: "it is asked for here", span: far.span }],
          help: `add \`{ timeout: … }\`, and say in \`on: ${callback.name} timeout { … }\` what happens then`,
          about: [about.callback(index)],
        },
      ];
    });
  });
};

const unboundedCalls = ({ flow, words, conversations }: Context): readonly Finding[] => {
  const answered = new Set(conversations.flatMap((conversation) => [...conversation.answered]));
  return flow.messages.flatMap((message): readonly Finding[] => {
    const { waits, answers } = messageKinds[message.kind];
    const { kind = "service" } = flow.participants[message.to ?? -1] ?? {};
    if (!waits || message.from === null || message.from === message.to || kind !== "external") return [];
    // The limit of a request for a callback is one for the callback as well, which may take much longer than the reply.
    if (
      message.attributes.timeout !== undefined ||
      message.asks.length > 0 ||
      (!answers && !answered.has(message.index))
    )
      return [];
    return [
      {
        message: `${words.participant(message.from)} waits for ${words.participant(message.to)} to answer without a time limit.`,
        span: message.span,
        help: "add `timeout: …`",
        about: [about.message(message.index)],
      },
    ];
  });
};

const isFar = ({ flow }: Context, receiver: Message["to"]): boolean => {
  const participant = flow.participants[receiver ?? -1];
  if (participant === undefined) return false;
  const isQueue =
    participantKinds[participant.kind].channel && participant.attributes.delivery !== "exactly-once";
  return isQueue || participant.kind === "external";
};
