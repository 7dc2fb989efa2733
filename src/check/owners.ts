import type { Callback, Flow } from "../flow/flow.ts";

/** Who may take a callback: whoever asked for it, and whom `reply-to` names; null is outside the picture. */
export const ownersOf = ({ messages }: Flow, { owner, asked }: Callback): ReadonlySet<number | null> => {
  const owners = new Set<number | null>([owner]);
  for (const { message } of asked) {
    const { from = owner, attributes } = messages[message] ?? {};
    owners.add(from);
    if (attributes?.["reply-to"] !== undefined) owners.add(attributes["reply-to"]);
  }
  return owners;
};
