import type { Note } from "../source/diagnostic.ts";
import { placesOf } from "./callback-places.ts";
import type { Context } from "./context.ts";
import type { Obligation } from "./obligations.ts";
import { about, type Finding } from "./rule.ts";

/**
 * What there is to say of a callback that arrives and is dropped.
 *
 * In:   the context; an obligation; what to add to the sentence, given the path in words.
 * Out:  a finding at its name in the asking message, when it is dropped on some path.
 * Says: nothing else.
 * Cost: linear in the path.
 */
export const unheeded = (
  context: Context,
  obligation: Obligation,
  path: (when: string) => string,
): readonly Finding[] => {
  const places = placesOf(context, obligation, "unheeded");
  if (places === undefined) return [];
  const { words } = context;
  const { callback } = obligation;
  const [arrival, received] = [places.arrival, places.lastOf("arrive", "reject", "feed", "carry")];
  const [cancelled, destroyed] = [places.lastOf("cancel"), places.lastOf("destroy")];
  const notes: Note[] = [];
  if (arrival !== undefined) notes.push({ message: "it arrives here", span: arrival.span });
  if (cancelled !== undefined)
    notes.push({ message: "too late to cancel it: it has arrived by now", span: cancelled });
  if (destroyed !== undefined)
    notes.push({ message: `${words.participant(callback.owner)} ends here without it`, span: destroyed });
  const wait = `await: ${callback.name}`;
  return [
    {
      message: `Nothing at ${words.participant(callback.owner)} awaits or handles the callback \`${callback.name}\`${path(places.when)}.`,
      span: places.asked,
      notes,
      help: `add \`${wait}\`, or \`on: ${callback.name} { … }\`, or say \`detach: ${callback.name} { reason: … }\``,
      fixes:
        received === undefined
          ? []
          : [words.insertBelow(received, wait, `Add \`${wait}\` below the arrival`)],
      about: [about.callback(callback.index)],
    },
  ];
};
