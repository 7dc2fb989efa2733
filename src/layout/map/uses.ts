import type { Channel } from "../../flow/channels.ts";

/** The flows that a map of many shows: their names, where their pictures are, and which message is whose. */
export interface Uses {
  readonly flows: readonly { readonly name: string; readonly link?: string }[];
  /** By message: a place in `flows`. */
  readonly flowOf: readonly number[];
}

/** What somebody found out about a participant or a channel, in a few words. */
export interface Remark {
  readonly on: { readonly participant: number } | { readonly from: number; readonly to: number };
  readonly text: string;
}

/** The flows that a channel's messages come from. */
export const flowsOf = ({ messages }: Channel, { flowOf }: Uses): readonly number[] =>
  [...new Set(messages.map(({ index }) => flowOf[index] as number))].sort((a, b) => a - b);
