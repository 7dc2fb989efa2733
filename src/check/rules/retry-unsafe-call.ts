import type { Message } from "../../flow/flow.ts";
import type { Context } from "../context.ts";
import { isRepeatable, isUnsafeEffect } from "../effects.ts";
import { callsAround, type Repeat, repeatsOf } from "../repeats.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const retryUnsafeCall: Rule = {
  code: "retry-unsafe-call",
  severity: "error",
  category: "reliability",
  precision: "medium",
  tier: "structure",
  fixKind: "suggestion",
  summary: "Something is tried again that must not happen twice.",
  why:
    "When an answer is lost, the caller cannot tell whether the work was done. Trying again is safe only where a second attempt " +
    "does nothing new; otherwise the customer pays twice, and only on bad days.",
  bad: "shop -> pay: charge { effect: true; retry: 3 }\npay --> shop: charged\n",
  good: "shop -> pay: charge { effect: true; idempotent: true; retry: 3 }\npay --> shop: charged\n",
  sources: [
    "Azure Architecture Center: Retry pattern",
    "Amazon Builders' Library: Making retries safe with idempotent APIs",
  ],
  yieldsTo: [],
  limits:
    "Only messages with `effect: true` count as effects. It is silent where the effect, a call on the way to it, or one of their receivers is `idempotent` or knows repeats by `dedupe`. " +
    "What a queue delivers again is the business of duplicate-unsafe-receiver.",
  check: (context) => {
    const { flow, words } = context;
    return flow.messages.flatMap((effect): readonly Finding[] => {
      if (!isUnsafeEffect(flow, effect)) return [];
      const repeat = unshielded(context, effect);
      if (repeat === undefined) return [];
      const attempts = Number.isFinite(repeat.attempts) ? `${repeat.attempts} times` : "again and again";
      return [
        {
          message: `${words.message(effect.index)} may be tried ${attempts}, and each attempt may take effect at ${words.participant(effect.to)}.`,
          span: effect.span,
          notes: [{ message: "it is repeated here", span: repeat.span }],
          help: `make it \`idempotent: true\`, say by which key ${words.participant(effect.to)} knows repeats, \`dedupe: …\`, or do not retry it`,
          fixes: [words.addAttribute(effect.span, "idempotent: true", "Say that it may be repeated")].flatMap(
            (fix) => fix ?? [],
          ),
          about: [about.message(effect.index)],
        },
      ];
    });
  },
};

/** The innermost repeat of an effect, or of the calls around it, with nobody in between who recognises repeats. */
const unshielded = (context: Context, effect: Message): Repeat | undefined => {
  for (const message of [...callsAround(context, effect), effect].toReversed()) {
    if (message !== effect && isRepeatable(context.flow, message)) return undefined;
    const repeat = repeatsOf(context, message).at(-1);
    if (repeat !== undefined) return repeat;
  }
  return undefined;
};
