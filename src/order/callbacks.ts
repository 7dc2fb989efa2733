import type { Flow, Name } from "../flow/flow.ts";
import { addAt, emptyLists } from "./add-to.ts";

/** What a message does for callbacks when it is received. */
export interface Arrival {
  readonly callback: number;
  readonly how: "resolves" | "rejects" | "carries";
}

/** The flow's callbacks, by the words and the messages that name them. */
export interface CallbackIndex {
  /** Index of the callback that a written name means, or -1. */
  readonly find: (name: Name) => number;
  /** By message: what its receipt settles or hands on. */
  readonly arrivalsOf: readonly (readonly Arrival[])[];
}

/**
 * Finds callbacks by name and by message.
 *
 * In:     a flow.
 * Out:    `find`, which takes a name to the callback of its own file first, else of any file; and per message its arrivals.
 * Says:   nothing; a name that no message declares gives -1.
 * Cost:   linear in callbacks and the messages that name them.
 * Source: LANGUAGE section 6: one namespace per file, imported files keep theirs apart.
 */
export const indexCallbacks = (flow: Flow): CallbackIndex => {
  const byName = new Map<string, number>();
  const inFile = (file: string, name: string) => `${file}\u0000${name}`;
  for (const { index, name, asked } of flow.callbacks) {
    for (const { span } of asked) byName.set(inFile(span.file, name), index);
    if (!byName.has(name)) byName.set(name, index);
  }
  const arrivalsOf = emptyLists<Arrival>(flow.messages.length);
  for (const { index: callback, arrivals, carried } of flow.callbacks) {
    for (const { message, how } of arrivals) addAt(arrivalsOf, message, { callback, how });
    for (const { message } of carried) addAt(arrivalsOf, message, { callback, how: "carries" });
  }
  return {
    find: ({ text, span }) => byName.get(inFile(span.file, text)) ?? byName.get(text) ?? -1,
    arrivalsOf,
  };
};
