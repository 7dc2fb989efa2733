import { participantKinds } from "../language/participant-kinds.ts";
import type { System } from "./system.ts";

/**
 * Cuts a system down to what is near one participant.
 *
 * In:   the system; an index of a participant; how far to go from it. A queue or topic between two participants is no distance:
 *       who is one step away through a queue is one step away.
 * Out:  the same with fewer participants, the messages among those, and the boundaries that hold one of them.
 * Cost: linear in the system.
 */
export const focusSystem = (system: System, focus: number, depth: number): System => {
  const near = within(system, focus, depth);
  const { flow } = system;
  const indexOf = new Map(
    flow.participants.filter(({ index }) => near.has(index)).map(({ index }, at) => [index, at]),
  );
  const kept = flow.messages.filter(
    ({ from, to }) =>
      (from === null || indexOf.has(from)) && (to === null || indexOf.has(to)) && (from ?? to) !== null,
  );
  const messageOf = new Map(kept.map(({ index }, at) => [index, at]));
  const moved = (at: number | null): number | null => (at === null ? null : (indexOf.get(at) ?? null));
  return {
    ...system,
    flow: {
      ...flow,
      participants: flow.participants.flatMap((participant) => {
        const index = indexOf.get(participant.index);
        if (index === undefined) return [];
        const { "dead-letter": dead, ...attributes } = participant.attributes;
        const target = dead === undefined ? undefined : indexOf.get(dead);
        return [
          {
            ...participant,
            index,
            attributes: { ...attributes, ...(target !== undefined && { "dead-letter": target }) },
          },
        ];
      }),
      messages: kept.map(({ of, compensates, ...message }, index) => {
        const [answered, undone] = [of, compensates].map((at) =>
          at === undefined ? undefined : messageOf.get(at),
        );
        return {
          ...message,
          index,
          from: moved(message.from),
          to: moved(message.to),
          ...(answered !== undefined && { of: answered }),
          ...(undone !== undefined && { compensates: undone }),
        };
      }),
    },
    sayings: system.sayings.filter((_, index) => near.has(index)),
    memberOf: kept.map(({ index }) => system.memberOf[index] as number),
  };
};

/** Who can be reached in so many steps, whoever speaks to whom. */
const within = ({ flow }: System, focus: number, depth: number): ReadonlySet<number> => {
  const next = flow.participants.map(() => new Set<number>());
  const join = (a: number | null, b: number | null | undefined): void => {
    if (a === null || b === null || b === undefined) return;
    next[a]?.add(b);
    next[b]?.add(a);
  };
  for (const { from, to } of flow.messages) join(from, to);
  for (const { index, attributes } of flow.participants) join(index, attributes["dead-letter"]);
  const distance = new Map([[focus, 0]]);
  const waiting = [[focus], ...Array.from({ length: depth }, () => [] as number[])];
  for (let far = 0; far <= depth; far++) {
    for (const at of waiting[far] ?? []) {
      if (distance.get(at) !== far) continue;
      for (const other of next[at] ?? []) {
        const isPipe = participantKinds[flow.participants[other]?.kind ?? "service"].channel;
        const reached = far + (isPipe ? 0 : 1);
        // Beyond the last step, queues would lead nowhere.
        if (reached > depth || (isPipe && far === depth && depth > 0)) continue;
        if ((distance.get(other) ?? Number.POSITIVE_INFINITY) <= reached) continue;
        distance.set(other, reached);
        waiting[reached]?.push(other);
      }
    }
  }
  return new Set(distance.keys());
};
