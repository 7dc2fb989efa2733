import type { Message } from "../flow/flow.ts";
import type { Occurrence, OccurrenceKind } from "../order/occurrence.ts";
import type { Schedule } from "../source/diagnostic.ts";
import type { Facts } from "./facts.ts";
import type { Witness } from "./witness.ts";
import { list, type Words } from "./words.ts";

/**
 * Tells a witness.
 *
 * In:     the facts of a flow, its words, a witness.
 * Out:    who does what, where in the text; and what is out of place.
 * Says:   nothing.
 * Cost:   linear in the steps.
 */
export const tellSteps = (facts: Facts, words: Words, { steps, remarks }: Witness): Schedule["steps"] =>
  steps.flatMap(({ occurrence, gaveUp }, place) => {
    const found = facts.occurrences.list[occurrence];
    if (found === undefined) return [];
    const remark = remarks.get(place);
    return [
      {
        lifeline: words.key(found.lifeline < 0 ? null : found.lifeline),
        message: gaveUp ? `gives up waiting for ${namesOf(facts, found)}` : tell(facts, words, found),
        span: found.span,
        ...(remark !== undefined && { remark }),
      },
    ];
  });

/** What happens in an occurrence, in the third person. */
export const tell = (facts: Facts, words: Words, occurrence: Occurrence): string => {
  const message = facts.flow.messages[occurrence.message ?? -1];
  const to = facts.occurrences
    .sentBy(occurrence.index)
    .map((each) => words.participant(facts.flow.messages[each]?.to ?? null));
  return does[occurrence.kind]({
    what: message === undefined ? "a message" : label(message),
    from: words.participant(message?.from ?? null),
    to: list(to.length > 0 ? to : [words.participant(message?.to ?? null)]),
    names: namesOf(facts, occurrence),
  });
};

interface Nouns {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly names: string;
}

const does: { readonly [K in OccurrenceKind]: (nouns: Nouns) => string } = {
  send: ({ what, to }) => `sends ${what} to ${to}`,
  receipt: ({ what, from }) => `receives ${what} from ${from}`,
  duplicate: ({ what, from }) => `receives ${what} from ${from} again`,
  answer: ({ what, from }) => `answers ${what} of ${from}`,
  answered: ({ what, to }) => `receives the answer of ${to} to ${what}`,
  await: ({ names }) => `has waited for ${names}`,
  handle: ({ names }) => `handles ${names}`,
  cancel: ({ names }) => `cancels ${names}`,
  detach: ({ names }) => `gives up ${names}`,
  stored: ({ names }) => `stores ${names}`,
  wait: () => "waits",
  create: () => "begins to exist",
  destroy: () => "ends",
  decide: () => "decides",
};

/** A message by its label; one without is told by its ends. */
export const label = ({ label: own }: Message): string => {
  const text = own?.text.split("\n")[0]?.trim() ?? "";
  return text === "" ? "a message" : `\`${text}\``;
};

const namesOf = ({ flow }: Facts, { callbacks = [] }: Occurrence): string =>
  list(callbacks.map((callback) => `\`${flow.callbacks[callback]?.name}\``));
