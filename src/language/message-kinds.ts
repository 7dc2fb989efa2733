/** What the stages need to know of a kind of message; lines and heads are UML's. */
export interface MessageFacts {
  /** The operator that writes it, from left to right. */
  readonly arrow: string;
  /** The sender waits for a reply. */
  readonly waits: boolean;
  /** It answers an open call. */
  readonly answers: boolean;
  /** It takes time: sent where it is written, received lower down, without holding up its sender. */
  readonly slants: boolean;
  /** It is an occurrence at all: an association has no meaning in time. */
  readonly happens: boolean;
  readonly line: "solid" | "dashed";
  readonly head: "filled" | "open" | "none";
  readonly tail: "filled" | "none";
}

/** Every kind of message: one row is all a kind is. No stage names a kind, so a new row needs no new branch. */
// biome-ignore format: a table, one row to a line
export const messageKinds = {
  call: { arrow: "->", waits: true, answers: false, slants: false, happens: true, line: "solid", head: "filled", tail: "none" },
  reply: { arrow: "-->", waits: false, answers: true, slants: false, happens: true, line: "dashed", head: "open", tail: "none" },
  send: { arrow: "~>", waits: false, answers: false, slants: true, happens: true, line: "solid", head: "open", tail: "none" },
  exchange: { arrow: "<->", waits: true, answers: true, slants: false, happens: true, line: "solid", head: "filled", tail: "filled" },
  association: { arrow: "--", waits: false, answers: false, slants: false, happens: false, line: "solid", head: "none", tail: "none" },
} as const satisfies Record<string, MessageFacts>;

export type MessageKind = keyof typeof messageKinds;
