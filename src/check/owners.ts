import type { Callback, Flow } from "../flow/flow.ts";
import { participantKinds } from "../language/participant-kinds.ts";

/**
 * Who may take a callback: whoever asked for it, and whom `reply-to` names; null is outside the picture. A queue or topic
 * takes nothing: it hands on to somebody who may.
 */
export const ownersOf = (
  { messages, participants }: Flow,
  { owner, asked }: Callback,
): ReadonlySet<number | null> => {
  const owners = new Set<number | null>([owner]);
  for (const { message } of asked) {
    const { from = owner, attributes } = messages[message] ?? {};
    owners.add(from);
    const receiver = participants[attributes?.["reply-to"] ?? -1];
    if (receiver !== undefined && !participantKinds[receiver.kind].channel) owners.add(receiver.index);
  }
  return owners;
};
