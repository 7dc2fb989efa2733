import type { MessageKind } from "./message-kinds.ts";

/** How an operator reads: which kind of message, and whether it was written from right to left. */
export interface Arrow {
  readonly kind: MessageKind;
  readonly leftwards: boolean;
}

/** Every operator in its shortest spelling; longer dashes mean the shortest of the same kind. */
export const arrows = {
  "->": { kind: "call", leftwards: false },
  "<-": { kind: "call", leftwards: true },
  "-->": { kind: "reply", leftwards: false },
  "<--": { kind: "reply", leftwards: true },
  "~>": { kind: "send", leftwards: false },
  "<~": { kind: "send", leftwards: true },
  "<->": { kind: "exchange", leftwards: false },
  "--": { kind: "association", leftwards: false },
} as const satisfies Record<string, Arrow>;

export type ArrowText = keyof typeof arrows;
