import { callCycle } from "./rules/call-cycle.ts";
import { conflictingKinds } from "./rules/conflicting-kinds.ts";
import { conflictingLabels } from "./rules/conflicting-labels.ts";
import { unconsumedQueue } from "./rules/unconsumed-queue.ts";
import { unfedQueue } from "./rules/unfed-queue.ts";
import type { SystemRule } from "./system-rule.ts";

/** All rules over many flows, in the order in which they are listed. */
export const systemRules: readonly SystemRule[] = [
  unconsumedQueue,
  unfedQueue,
  callCycle,
  conflictingKinds,
  conflictingLabels,
];
