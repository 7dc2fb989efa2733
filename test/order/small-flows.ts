import fc from "fast-check";
import type { ParticipantKind } from "../../src/language/participant-kinds.ts";
import * as b from "./build-flow.ts";

/** One move of a generated flow; numbers choose among what is possible there. */
interface Move {
  readonly what: number;
  readonly who: number;
  readonly whom: number;
  readonly more: number;
}

/** A generated flow without alternatives: about a dozen events on three lifelines and a queue. */
export interface SmallFlow {
  readonly drafts: readonly b.Draft[];
  readonly words: b.FlowWords;
}

const names = ["a", "b", "c"] as const;
const name = (index: number): string => names[index % 3] ?? "a";

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.nat({ max: 13 }),
  who: fc.nat({ max: 2 }),
  whom: fc.nat({ max: 1 }),
  more: fc.nat({ max: 7 }),
});

/**
 * Flows of sends, late arrivals, calls, callbacks with awaits above or below, `par`, and a queue; some lifelines handle nothing
 * while they wait. Every call has its reply.
 */
export const smallFlows: fc.Arbitrary<SmallFlow> = fc
  .record({
    moves: fc.array(move, { minLength: 2, maxLength: 6 }),
    kinds: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    queue: fc.constantFrom<"fifo" | "none">("fifo", "none"),
    consumers: fc.constantFrom(1, 2),
  })
  .map(({ moves, kinds, queue, consumers }) => {
    const kind = (index: number): ParticipantKind => (kinds[index] === true ? "worker" : "service");
    return {
      drafts: draftsOf(moves),
      words: {
        kinds: { a: kind(0), b: kind(1), c: kind(2), q: "queue" },
        attributes: { q: { order: queue, consumers: { low: consumers, high: consumers } } },
      },
    };
  });

const draftsOf = (moves: readonly Move[]): readonly b.Draft[] => {
  const flying: string[] = [];
  const asked: { readonly callback: string; readonly owner: string; readonly worker: string }[] = [];
  let fresh = 0;
  let waiting = 0;

  const next = ({ what, who, whom, more }: Move): readonly b.Draft[] => {
    const from = name(who);
    const to = name(who + 1 + whom);
    const third = name(who + 2 - whom);
    const plain = b.send(from, to, more % 3 === 0 ? { attributes: { key: "k" } } : {});
    const request = asked[more % Math.max(1, asked.length)];
    switch (what) {
      case 2: {
        const id = `m${fresh++}`;
        flying.push(id);
        return [b.send(from, to, { id })];
      }
      case 3: {
        const id = more % 2 === 0 ? flying.shift() : flying.pop();
        return id === undefined ? [plain] : [b.arrive(id)];
      }
      case 4:
        return [b.call(from, to), b.reply(to, from)];
      case 5:
        return [
          b.call(from, to),
          more % 2 === 0 ? b.send(to, from) : b.send(third, more < 4 ? from : to),
          b.reply(to, from),
        ];
      case 6: {
        const callback = `x${fresh++}`;
        asked.push({ callback, owner: from, worker: to });
        return [b.send(from, to, { callback: [callback] })];
      }
      case 7:
        return request === undefined
          ? [plain]
          : [b.send(request.worker, request.owner, { resolves: [request.callback] })];
      case 8:
        return request === undefined ? [plain] : [b.awaits(request.owner, request.callback)];
      case 9: {
        const all = asked.filter(({ owner }) => owner === request?.owner).map(({ callback }) => callback);
        return request === undefined ? [plain] : [b.awaits(request.owner, all, { any: more > 3 })];
      }
      case 10:
        waiting++;
        return [b.send(from, "q", more % 3 === 0 ? { attributes: { key: "k" } } : {})];
      case 11:
        if (waiting === 0) return [plain];
        waiting--;
        return [b.send("q", from)];
      case 12:
        return [
          b.par([plain], more % 2 === 0 ? [b.send(third, to)] : [b.send(from, third), b.send(from, to)]),
        ];
      case 13:
        return [
          b.par(
            [b.call(from, to), b.reply(to, from)],
            [more % 2 === 0 ? b.send(from, to) : b.send(third, from)],
          ),
        ];
      default:
        return [more === 7 ? b.send(from, from) : plain];
    }
  };
  return moves.flatMap(next);
};
