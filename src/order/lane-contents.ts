import type { Flow } from "../flow/flow.ts";
import { participantKinds } from "../language/participant-kinds.ts";
import { at } from "./at.ts";
import { branchCells } from "./branch-cells.ts";
import { laneHistory } from "./lane-history.ts";
import type { CourseItem, Place } from "./occurrence.ts";
import type { Lane } from "./queues.ts";

/** The contents of all queues and topics at one point of the course. Copies are numbered over all lanes as they come in. */
export interface LaneContents {
  readonly pass: (item: CourseItem) => void;
  readonly isLane: (lifeline: number) => boolean;
  /** It gives each receiver a copy. */
  readonly copies: (lane: number) => boolean;
  readonly messageOf: (copy: number) => number;
  /** A message comes in; gives its copies. */
  readonly enter: (lane: number, message: number) => readonly number[];
  /** The oldest copy that waits for a receiver: of a topic, preferably of one with this label; -1 when none waits. */
  readonly oldest: (lane: number, receiver: number, label: string) => number;
  /** The oldest waiting copy of a message for a receiver; when none waits, its newest that was taken; else -1. */
  readonly named: (lane: number, receiver: number, message: number) => number;
  readonly take: (copy: number) => void;
  readonly giveBack: (copy: number) => void;
  /** Throws the oldest message away; gives its copies. */
  readonly dropOldest: (lane: number) => readonly number[];
  readonly receives: (copy: number) => number;
  /** How many messages wait in a lane. */
  readonly count: (lane: number) => number;
  readonly lanes: () => readonly Lane[];
  /** The copies that were ever taken. */
  readonly everTaken: ReadonlySet<number>;
}

/** What a copy does, with the number of times it was received: `receives * 3 + state`, so that equal states are equal. */
const [absent, waits, isTaken] = [0, 1, 2];
const stateOf = (cell: number): number => cell % 3;
const receivesOf = (cell: number): number => Math.floor(cell / 3);

interface Publication {
  readonly lane: number;
  /** Its number in the lane. */
  readonly entry: number;
  readonly message: number;
  /** How many of its copies that count wait. */
  waiting: number;
}

interface Copy {
  readonly publication: number;
  /** The lines in which it stands, and where. */
  readonly spots: readonly { readonly line: Line; readonly place: number }[];
  counts: boolean;
}

/** What waits for one receiver of a topic, or for all of a queue; `label` narrows a topic's. */
interface Line {
  readonly copies: number[];
  /** All before it are known not to wait, as long as nothing came back since. */
  head: number;
}

/**
 * Keeps what waits in queues and topics along the course, and writes its history.
 *
 * In:   a flow; the copies that are taken somewhere, where an earlier run has found them. A message waits in a topic as long
 *       as one of these waits; if it has none, for ever.
 * Out:  the contents, empty.
 * Says: nothing.
 * Cost: per change constant and the depth of fragments; the oldest is found in constant time on average, unless messages
 *       come back: then the line is searched from its start once.
 * Source: LANGUAGE section 10.
 */
export const laneContents = (flow: Flow, takenLater?: ReadonlySet<number>): LaneContents => {
  const kindOf = (lifeline: number) => participantKinds[at(flow.participants, lifeline).kind];
  const isLane = (lifeline: number): boolean => lifeline >= 0 && kindOf(lifeline).channel;
  const receivers = flow.participants.map(() => new Set<number>());
  for (const { from, to } of flow.messages) if (from !== null && isLane(from)) receivers[from]?.add(to ?? -1);

  const history = laneHistory(flow.participants.length);
  const publications: Publication[] = [];
  const copies: Copy[] = [];
  const lines = new Map<string, Line>();
  const everTaken = new Set<number>();

  const lineKey = (lane: number, receiver: number, label?: string): string =>
    kindOf(lane).copies ? `${lane}>${receiver}${label === undefined ? "" : `:${label}`}` : `${lane}`;
  const lineOf = (key: string): Line => {
    const line = lines.get(key) ?? { copies: [], head: 0 };
    lines.set(key, line);
    return line;
  };
  const labelOf = (message: number): string => at(flow.messages, message).label?.text ?? "";

  const cells = branchCells<number>(flow, {
    initial: absent,
    roundsHappen: true,
    merge: (_, ends) => {
      const state = ends.some((end) => stateOf(end) === waits) ? waits : Math.max(...ends.map(stateOf));
      return Math.max(...ends.map(receivesOf)) * 3 + state;
    },
    changed: (copy, cell, place) => show(copy, stateOf(cell) === waits, place),
  });
  const waiting = new Set<number>();
  const show = (copy: number, is: boolean, place: Place): void => {
    if (waiting.has(copy) === is) return;
    const { publication, spots, counts } = at(copies, copy);
    if (is) waiting.add(copy);
    else waiting.delete(copy);
    if (is) for (const { line, place } of spots) line.head = Math.min(line.head, place);
    if (!counts) return;
    const held = at(publications, publication);
    const before = held.waiting > 0;
    held.waiting += is ? 1 : -1;
    if (held.waiting > 0 !== before) history.change(held.lane, held.entry, is, place);
  };
  const set = (copy: number, state: number, receives: number): void => cells.set(copy, receives * 3 + state);
  const receives = (copy: number): number => receivesOf(cells.get(copy));
  const firstWaiting = (line: Line | undefined): number => {
    if (line === undefined) return -1;
    while (line.head < line.copies.length && !waiting.has(at(line.copies, line.head))) line.head++;
    return line.copies[line.head] ?? -1;
  };

  return {
    pass: cells.pass,
    isLane,
    everTaken,
    receives,
    copies: (lane) => kindOf(lane).copies,
    messageOf: (copy) => at(publications, at(copies, copy).publication).message,
    enter: (lane, message) => {
      const publication = publications.length;
      publications.push({ lane, entry: history.entry(lane, message), message, waiting: 0 });
      const to = kindOf(lane).copies && at(receivers, lane).size > 0 ? [...at(receivers, lane)] : [-1];
      const fresh = to.map((receiver) => {
        const copy = copies.length;
        const keys = new Set([lineKey(lane, receiver), lineKey(lane, receiver, labelOf(message))]);
        const spots = [...keys].map(lineOf).map((line) => ({ line, place: line.copies.push(copy) - 1 }));
        copies.push({ publication, spots, counts: takenLater?.has(copy) ?? true });
        return copy;
      });
      // If nobody ever takes it, it waits as a whole.
      if (fresh.every((copy) => !at(copies, copy).counts)) at(copies, at(fresh, 0)).counts = true;
      for (const copy of fresh) set(copy, waits, 0);
      return fresh;
    },
    oldest: (lane, receiver, label) => {
      const alike = kindOf(lane).copies ? firstWaiting(lines.get(lineKey(lane, receiver, label))) : -1;
      return alike >= 0 ? alike : firstWaiting(lines.get(lineKey(lane, receiver)));
    },
    named: (lane, receiver, message) => {
      const all = (lines.get(lineKey(lane, receiver))?.copies ?? []).filter(
        (copy) => at(publications, at(copies, copy).publication).message === message,
      );
      return (
        all.find((copy) => waiting.has(copy)) ??
        all.findLast((copy) => stateOf(cells.get(copy)) === isTaken) ??
        -1
      );
    },
    take: (copy) => {
      everTaken.add(copy);
      set(copy, isTaken, receives(copy) + 1);
    },
    giveBack: (copy) => set(copy, waits, receives(copy)),
    dropOldest: (lane) => {
      const oldest = [...at(receivers, lane), -1].map((receiver) =>
        firstWaiting(lines.get(lineKey(lane, receiver))),
      );
      const first = Math.min(...oldest.filter((copy) => copy >= 0));
      const { publication } = copies[first] ?? {};
      const dropped: number[] = [];
      for (let copy = first; publication !== undefined && copies[copy]?.publication === publication; copy++)
        dropped.push(copy);
      for (const copy of dropped) set(copy, absent, receives(copy));
      return dropped;
    },
    count: history.count,
    lanes: () => flow.participants.flatMap(({ index }) => (isLane(index) ? [history.lane(index)] : [])),
  };
};
