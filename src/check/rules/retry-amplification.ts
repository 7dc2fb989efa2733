import type { Message } from "../../flow/flow.ts";
import type { Context } from "../context.ts";
import { type Repeat, repeatsAround, repeatsOf } from "../repeats.ts";
import { about, type Finding, type Rule } from "../rule.ts";

/** So many attempts of one call for one request are nothing out of the ordinary. */
const most = 10;

export const retryAmplification: Rule = {
  code: "retry-amplification",
  severity: "warning",
  category: "reliability",
  precision: "high",
  tier: "numbers",
  fixKind: "none",
  summary: "Retries inside retries multiply: one request can become many calls further down.",
  why:
    "When the system at the bottom fails, every layer above it tries again, and each attempt of one layer brings all attempts of " +
    "the next. The load is highest just when it can be borne least, and keeps the system down.",
  bad:
    "web -> api: order { retry: 4 }\napi -> stock: reserve { retry: 4 }\nstock -> db: save { retry: 4 }\n" +
    "db --> stock: saved\nstock --> api: reserved\napi --> web: ordered\n",
  good:
    "web -> api: order\napi -> stock: reserve\nstock -> db: save { retry: 4 }\n" +
    "db --> stock: saved\nstock --> api: reserved\napi --> web: ordered\n",
  sources: [
    "Amazon Builders' Library: Timeouts, retries and backoff with jitter",
    "Google, Site Reliability Engineering, 2016: Addressing cascading failures",
  ],
  yieldsTo: [],
  limits:
    "Up to 10 attempts are taken for granted. The attempts of calls inside each other, of `retry` fragments and of a message's own `retry` " +
    "multiply; a message that nobody waits for, and a queue with its redeliveries, end the chain. Retry budgets and circuit breakers cannot be written down, so they are not known.",
  check: (context) => {
    const storms = new Map<string, Storm>();
    for (const message of context.flow.messages) {
      if (repeatsOf(context, message).length === 0) continue;
      const repeats = repeatsAround(context, message).filter(({ attempts }) => Number.isFinite(attempts));
      const keys = repeats.map(({ key }) => key);
      if (repeats.length < 2 || productOf(repeats) <= most || storms.has(keys.join())) continue;
      // The storm is told where it is worst: at the lowest layer.
      for (const above of keys.keys()) storms.delete(keys.slice(0, above).join());
      storms.set(keys.join(), { message, repeats });
    }
    return [...storms.values()].map((storm) => findingOf(context, storm));
  },
};

interface Storm {
  readonly message: Message;
  /** The outermost first. */
  readonly repeats: readonly Repeat[];
}

const findingOf = ({ words }: Context, { message, repeats }: Storm): Finding => {
  const attempts = productOf(repeats);
  return {
    message: `One request can become ${attempts} attempts of ${words.message(message.index)} at ${words.participant(message.to)}.`,
    span: repeats.at(-1)?.span ?? message.span,
    notes: [
      ...repeats.map((repeat) => ({ message: `up to ${repeat.attempts} attempts here`, span: repeat.span })),
      {
        message: `${repeats.map((repeat) => repeat.attempts).join(" · ")} = ${attempts}, and more than ${most} is a storm`,
      },
    ],
    help: "retry in one layer, and let the layers below it fail fast",
    about: [about.message(message.index)],
  };
};

const productOf = (repeats: readonly Repeat[]): number =>
  repeats.reduce((product, { attempts }) => product * attempts, 1);
