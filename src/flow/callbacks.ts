import type { Span } from "../source/span.ts";
import type { Callback, Message, Name } from "./flow.ts";

/** A callback while its uses are gathered. */
interface Gathered {
  readonly name: string;
  readonly owner: number | null;
  readonly asked: { readonly message: number; readonly span: Span }[];
  readonly arrivals: {
    readonly message: number;
    readonly how: "resolves" | "rejects";
    readonly span: Span;
  }[];
  readonly carried: { readonly message: number; readonly span: Span }[];
  readonly settled: { readonly how: "await" | "on" | "cancel" | "detach"; readonly span: Span }[];
  stream: boolean;
}

/** A statement that settles callbacks. */
export interface Settling {
  readonly how: Callback["settled"][number]["how"];
  readonly names: readonly Name[];
  readonly span: Span;
}

/**
 * Gathers what happens to each callback.
 *
 * In:     messages and the settling statements, in written order, with names that are all declared.
 * Out:    the callbacks in the order in which they are asked for first.
 * Says:   nothing.
 * Cost:   linear in messages and statements.
 */
export const gatherCallbacks = (
  messages: readonly Message[],
  settlings: readonly Settling[],
): readonly Callback[] => {
  const all = new Map<string, Gathered>();
  for (const { index, from, asks } of messages)
    for (const { text, span } of asks) {
      const known = all.get(text) ?? {
        name: text,
        owner: from,
        asked: [],
        arrivals: [],
        carried: [],
        settled: [],
        stream: false,
      };
      all.set(text, known);
      known.asked.push({ message: index, span });
    }
  for (const { index, resolves, rejects, carries, streams } of messages) {
    for (const { text, span } of resolves)
      all.get(text)?.arrivals.push({ message: index, how: "resolves", span });
    for (const { text, span } of rejects)
      all.get(text)?.arrivals.push({ message: index, how: "rejects", span });
    for (const { text, span } of carries) all.get(text)?.carried.push({ message: index, span });
    for (const { text } of streams) {
      const streamed = all.get(text);
      if (streamed) streamed.stream = true;
    }
  }
  for (const { how, names, span } of settlings)
    for (const { text } of names) all.get(text)?.settled.push({ how, span });
  return [...all.values()].map((callback, index) => ({ index, ...callback }));
};
