/** What the stages need to know of a kind of fragment. */
export interface FragmentFacts {
  /** The statement word that adds an operand. */
  readonly continuation?: "else" | "and";
  /** How its operands combine: `sequence` one body, `choice` one of them, `maybe` none or one, `parallel` all in any order, `rounds` again and again. */
  readonly flow: "sequence" | "choice" | "maybe" | "parallel" | "rounds" | "handler";
  /** The word in the frame's corner; empty for a frame that shows its label alone. */
  readonly tab: string;
}

/** Every kind of fragment: one row is all a kind is. `on` is the handler of a callback. */
export const fragmentKinds = {
  alt: { continuation: "else", flow: "choice", tab: "alt" },
  opt: { flow: "maybe", tab: "opt" },
  loop: { flow: "rounds", tab: "loop" },
  retry: { continuation: "else", flow: "rounds", tab: "retry" },
  par: { continuation: "and", flow: "parallel", tab: "par" },
  critical: { flow: "sequence", tab: "critical" },
  break: { flow: "maybe", tab: "break" },
  group: { flow: "sequence", tab: "" },
  ref: { flow: "sequence", tab: "ref" },
  saga: { flow: "sequence", tab: "saga" },
  on: { flow: "handler", tab: "on" },
} as const satisfies Record<string, FragmentFacts>;

export type FragmentKind = keyof typeof fragmentKinds;
