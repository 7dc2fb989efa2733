import type { Message, Participant } from "../flow/flow.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import type { System } from "./system.ts";

/** What goes into a queue or topic of a system, and what comes out. */
export interface QueueTraffic {
  readonly participant: Participant;
  /** Sent to it, in the order of the flows. */
  readonly fed: readonly Message[];
  /** Sent by it. */
  readonly taken: readonly Message[];
  readonly isConsumed: boolean;
  /** Another queue gives it what could not be delivered. */
  readonly isDeadLetter: boolean;
}

/**
 * Finds out who fills and who empties each queue and topic.
 *
 * Out:  what leaves a queue is consumed. A reply is so where several participants talk to the queue, for then one of them may
 *       ask it for its next message; a reply to the only one acknowledges what that one put in.
 * Cost: linear in participants and messages.
 */
export const queueTraffic = ({ flow }: System): readonly QueueTraffic[] => {
  const traffic = new Map(
    flow.participants
      .filter(({ kind }) => participantKinds[kind].channel)
      .map((participant) => [
        participant.index,
        { participant, fed: [] as Message[], taken: [] as Message[] },
      ]),
  );
  for (const message of flow.messages) {
    if (message.from === message.to || message.kind === "association") continue;
    if (message.to !== null) traffic.get(message.to)?.fed.push(message);
    if (message.from !== null) traffic.get(message.from)?.taken.push(message);
  }
  const dead = new Set(flow.participants.map(({ attributes }) => attributes["dead-letter"]));
  return [...traffic.values()].map(({ participant, fed, taken }) => {
    const talking = new Set(fed.map(({ from }) => from));
    return {
      participant,
      fed,
      taken,
      isConsumed: taken.some(({ kind }) => kind !== "reply" || talking.size > 1),
      isDeadLetter: dead.has(participant.index),
    };
  });
};
