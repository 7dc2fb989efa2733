import { participantKinds } from "../language/participant-kinds.ts";
import { at } from "./at.ts";
import type { PathEvents } from "./path-events.ts";

/** A call whose sender does and receives nothing else until the reply. */
export interface BlockedCall {
  readonly call: number;
  readonly reply: number;
}

/**
 * Lists the answered calls of the lifelines that handle nothing while they wait.
 *
 * In:     a path's events.
 * Out:    by lifeline, sends of calls and receipts of their replies, as written. Lifelines of other kinds are left out.
 * Says:   nothing.
 * Cost:   linear in events.
 * Source: LANGUAGE section 4, `reentrant`; CHECKS rule 17.
 */
export const blockedCalls = ({
  order: { flow, occurrences },
  list,
  replyOf,
}: PathEvents): ReadonlyMap<number, readonly BlockedCall[]> => {
  const found = new Map<number, BlockedCall[]>();
  for (const [call, reply] of replyOf.entries()) {
    const { lifeline } = at(occurrences, at(list, call).occurrence);
    const participant = flow.participants[lifeline];
    if (reply < 0 || participant === undefined) continue;
    if (participant.attributes.reentrant ?? participantKinds[participant.kind].reentrant) continue;
    const mine = found.get(lifeline);
    if (mine === undefined) found.set(lifeline, [{ call, reply }]);
    else mine.push({ call, reply });
  }
  return found;
};
