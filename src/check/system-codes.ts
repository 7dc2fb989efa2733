/** Codes of rules over many flows: one flow's own checks let suppressions of them stand. */
export const systemCodes: readonly string[] = [
  "unconsumed-queue",
  "unfed-queue",
  "call-cycle",
  "conflicting-kinds",
  "conflicting-labels",
];
