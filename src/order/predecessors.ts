import { messageKinds } from "../language/message-kinds.ts";
import type { TimeRange } from "../language/value-types.ts";
import { addAt } from "./add-to.ts";
import { at } from "./at.ts";
import type { Order } from "./order.ts";

/** Why a row stands below another: written before on one lifeline; the flight of a message; read before. */
export type RowReason = "lifeline" | "flight" | "reading";

/** Row `to` stands below row `from`. */
export interface RowEdge {
  readonly from: number;
  readonly to: number;
  readonly why: RowReason;
  /** The occurrences of the two rows that say so. */
  readonly before: number;
  readonly after: number;
  /** ms: what a flight or a wait takes, where the text says it. */
  readonly time?: TimeRange;
}

/** The graph of rows. A row is known by its first occurrence; calls, replies and exchanges happen in one row. */
export interface Predecessors {
  /** By occurrence: the row in which it happens. */
  readonly rowOf: readonly number[];
  /** Rows in written order, which is a topological order: every edge leads from an earlier row to a later one. */
  readonly rows: readonly number[];
  /** By row: the edges that end in it; undefined for an occurrence that begins no row. */
  readonly into: readonly (readonly RowEdge[] | undefined)[];
}

/**
 * Says which rows must stand below which, for a placement by longest paths: go through `rows` once, and put each at the
 * greatest of `place[from] + weight(edge)` over `into[row]`.
 *
 * In:     an order.
 * Out:    one row per occurrence, except that a message that takes no time is sent and received in one; and per row its
 *         edges: from the occurrence before on each of its lifelines, from the send of what it receives, and from the first
 *         row of the statement before. The receipt of an asynchronous message is no statement: it does not hold up the next.
 * Says:   nothing.
 * Cost:   linear in occurrences.
 * Source: longest paths in a directed acyclic graph (Cormen et al., Introduction to Algorithms, section 22.2); PICTURE
 *         section 2; LANGUAGE section 9.
 */
export const predecessors = ({ flow, occurrences, sendOf, onLifeline }: Order): Predecessors => {
  const rowOf = occurrences.map(({ index }) => index);
  for (const { index, step, message } of occurrences) {
    const before = occurrences[index - 1];
    if (message === undefined || before === undefined || before.step !== step || before.message === undefined)
      continue;
    if (!messageKinds[at(flow.messages, message).kind].slants) rowOf[index] = at(rowOf, index - 1);
  }
  const rows = rowOf.filter((row, index) => row === index);
  const into = rowOf.map((row, index): RowEdge[] | undefined => (row === index ? none : undefined));
  const add = (before: number, after: number, why: RowReason, time?: TimeRange): void => {
    const from = at(rowOf, before);
    const to = at(rowOf, after);
    const known = into[to];
    if (from === to || known === undefined) return;
    const edge: RowEdge =
      time === undefined ? { from, to, why, before, after } : { from, to, why, before, after, time };
    addAt(into as RowEdge[][], to, edge);
  };

  for (const mine of onLifeline)
    for (let place = 1; place < mine.length; place++) {
      const before = at(mine, place - 1);
      const { kind, time } = at(occurrences, before);
      const lasts = kind === "wait" && time !== undefined ? { low: time, high: time } : undefined;
      add(before, at(mine, place), "lifeline", lasts);
    }
  let statement = -1;
  for (const { index, kind, message, step } of occurrences) {
    const send = message === undefined ? -1 : at(sendOf, message);
    const flies = (kind === "receipt" || kind === "duplicate") && send >= 0;
    if (flies) add(send, index, "flight", at(flow.messages, message ?? 0).attributes.latency);
    if (statement >= 0 && at(occurrences, statement).step !== step) add(statement, index, "reading");
    if (statement < 0 || at(occurrences, statement).step !== step) statement = index;
  }
  return { rowOf, rows, into };
};

/** What ends in a row before anything does; lists of edges are made when there is one. */
const none: RowEdge[] = [];
