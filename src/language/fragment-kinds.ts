/** What the stages need to know of a kind of fragment. */
export interface FragmentFacts {
  /** The statement word that adds an operand. */
  readonly continuation?: "else" | "and";
  /** How its operands combine: `sequence` one body, `choice` one of them, `maybe` none or one, `parallel` all in any order, `rounds` again and again. */
  readonly flow: "sequence" | "choice" | "maybe" | "parallel" | "rounds" | "handler";
  /** The word in the frame's corner; empty for a frame that shows its label alone. */
  readonly tab: string;
  /** It stands for what is drawn elsewhere: its map takes attributes only, and may be left out. */
  readonly opaque: boolean;
  /** Its rounds are attempts: the count is how many there may be, and the first may be enough. */
  readonly tries: boolean;
  /** After its operand, what follows is what follows the fragment around it. */
  readonly leaves: boolean;
}

/** Every kind of fragment: one row is all a kind is. `on` is the handler of a callback. */
export const fragmentKinds = {
  alt: { continuation: "else", flow: "choice", tab: "alt", opaque: false, tries: false, leaves: false },
  opt: { flow: "maybe", tab: "opt", opaque: false, tries: false, leaves: false },
  loop: { flow: "rounds", tab: "loop", opaque: false, tries: false, leaves: false },
  retry: { continuation: "else", flow: "rounds", tab: "retry", opaque: false, tries: true, leaves: false },
  par: { continuation: "and", flow: "parallel", tab: "par", opaque: false, tries: false, leaves: false },
  critical: { flow: "sequence", tab: "critical", opaque: false, tries: false, leaves: false },
  break: { flow: "maybe", tab: "break", opaque: false, tries: false, leaves: true },
  group: { flow: "sequence", tab: "", opaque: false, tries: false, leaves: false },
  ref: { flow: "sequence", tab: "ref", opaque: true, tries: false, leaves: false },
  saga: { flow: "sequence", tab: "saga", opaque: false, tries: false, leaves: false },
  on: { flow: "handler", tab: "on", opaque: false, tries: false, leaves: false },
} as const satisfies Record<string, FragmentFacts>;

export type FragmentKind = keyof typeof fragmentKinds;
