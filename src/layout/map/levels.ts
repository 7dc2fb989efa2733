import type { Channel, ChannelKind } from "../../flow/channels.ts";
import type { Flow } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import { forwardOrder, type Wish } from "./forward-order.ts";

/** A thing on one level of the nesting: a participant or a boundary, by index. */
export interface Item {
  readonly kind: "node" | "area";
  readonly index: number;
}

/** What stands inside what, and in which order the map flows through it. */
export interface Levels {
  /** What a boundary holds directly, in the order of the flow; of undefined, what stands in no boundary. */
  readonly inside: (boundary: number | undefined) => readonly Item[];
  /** The things that hold two participants on the innermost level that both stand in. */
  readonly fork: (from: number, to: number) => Fork;
}

export interface Fork {
  /** The boundary that both stand in; undefined is the map itself. */
  readonly level: number | undefined;
  readonly from: Item;
  readonly to: Item;
  /** The channel points against the order of that level. */
  readonly isBackward: boolean;
}

/**
 * Puts the participants and boundaries of each level into an order in which most channels point forwards.
 *
 * In:   a flow and its channels.
 * Out:  boundaries without participants are left out. Where channels do not care, drawn order stays.
 * Cost: for each level, the square of what it holds, and its channels times the depth of nesting.
 */
export const levelsOf = (flow: Flow, channels: readonly Channel[]): Levels => {
  const levels = new Map<number | undefined, Item[]>();
  const rank = new Map<string, number>();
  const put = (level: number | undefined, item: Item): void => {
    const items = levels.get(level) ?? [];
    rank.set(keyOf(item), items.length);
    items.push(item);
    levels.set(level, items);
  };
  const parentOf = ({ kind, index }: Item): number | undefined =>
    kind === "node" ? flow.participants[index]?.boundary : flow.boundaries[index]?.parent;
  const settle = (item: Item): void => {
    if (rank.has(keyOf(item))) return;
    const parent = parentOf(item);
    if (parent !== undefined) settle({ kind: "area", index: parent });
    put(parent, item);
  };
  for (const { index } of flow.participants) settle({ kind: "node", index });

  const chainOf = (participant: number): readonly Item[] => {
    const chain: Item[] = [{ kind: "node", index: participant }];
    for (
      let at = flow.participants[participant]?.boundary;
      at !== undefined;
      at = flow.boundaries[at]?.parent
    )
      chain.unshift({ kind: "area", index: at });
    return chain;
  };
  const fork = (from: number, to: number): Fork => {
    const [a, b] = [chainOf(from), chainOf(to)];
    const at = a.findIndex((item, depth) => b[depth] === undefined || keyOf(item) !== keyOf(b[depth]));
    const [left, right] = [a[at], b[at]] as [Item, Item];
    const isBackward = (rank.get(keyOf(left)) ?? 0) > (rank.get(keyOf(right)) ?? 0);
    return { level: parentOf(left), from: left, to: right, isBackward };
  };

  const wishes = new Map<number | undefined, Wish[]>();
  for (const channel of channels) {
    if (channel.from === null || channel.to === null) continue;
    const { level, from, to } = fork(channel.from, channel.to);
    const wish = {
      from: rank.get(keyOf(from)) as number,
      to: rank.get(keyOf(to)) as number,
      weight: weightOf(flow, channel),
    };
    wishes.set(level, [...(wishes.get(level) ?? []), wish]);
  }
  for (const [level, items] of levels) {
    const order = forwardOrder(items.length, wishes.get(level) ?? []);
    const sorted = order.map((at) => items[at] as Item);
    levels.set(level, sorted);
    sorted.forEach((item, at) => {
      rank.set(keyOf(item), at);
    });
  }
  return { inside: (boundary) => levels.get(boundary) ?? [], fork };
};

const keyOf = ({ kind, index }: Item): string => `${kind} ${index}`;

const wanted: Readonly<Record<ChannelKind, number>> = {
  call: 8,
  async: 8,
  route: 8,
  reply: 1,
  association: 1,
};

/**
 * How much a channel wants to point forwards: less when it only brings answers, to callbacks or to people; more when it leads
 * into a queue or out of one, so that the pipe lies along the map.
 */
const weightOf = (flow: Flow, { kind, from, to, messages }: Channel): number => {
  const answers =
    (to !== null && flow.participants[to]?.kind === "person") ||
    (messages.length > 0 &&
      messages.every(
        ({ resolves, rejects, carries }) => resolves.length + rejects.length + carries.length > 0,
      ));
  const isPipe = [from, to].some(
    (end) => end !== null && participantKinds[flow.participants[end]?.kind ?? "service"].channel,
  );
  return (answers ? 1 : wanted[kind]) * (isPipe ? 1.5 : 1);
};
