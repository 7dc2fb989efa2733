import type { Rule } from "./rule.ts";
import { ambiguousBranch } from "./rules/ambiguous-branch.ts";
import { awaitBeforeRequest } from "./rules/await-before-request.ts";
import { awaitByWrongParticipant } from "./rules/await-by-wrong-participant.ts";
import { awaitUnbounded } from "./rules/await-unbounded.ts";
import { awaitWithoutSender } from "./rules/await-without-sender.ts";
import { brokenSuppression } from "./rules/broken-suppression.ts";
import { callbackBeforeRequest } from "./rules/callback-before-request.ts";
import { callbackIntoBlockedCaller } from "./rules/callback-into-blocked-caller.ts";
import { callbackMissing } from "./rules/callback-missing.ts";
import { callbackMissingOnPath } from "./rules/callback-missing-on-path.ts";
import { callbackNotAwaitedOnPath } from "./rules/callback-not-awaited-on-path.ts";
import { callbackReplyRace } from "./rules/callback-reply-race.ts";
import { dlqRetentionTooShort } from "./rules/dlq-retention-too-short.ts";
import { doubleResolve } from "./rules/double-resolve.ts";
import { dualWrite } from "./rules/dual-write.ts";
import { duplicateUnsafeReceiver } from "./rules/duplicate-unsafe-receiver.ts";
import { fanInMismatch } from "./rules/fan-in-mismatch.ts";
import { fifoAssumption } from "./rules/fifo-assumption.ts";
import { lateCallback } from "./rules/late-callback.ts";
import { latencyBudgetExceeded } from "./rules/latency-budget-exceeded.ts";
import { misroutedCallback } from "./rules/misrouted-callback.ts";
import { missingCompensation } from "./rules/missing-compensation.ts";
import { missingCorrelation } from "./rules/missing-correlation.ts";
import { missingReply } from "./rules/missing-reply.ts";
import { nonLocalChoice } from "./rules/non-local-choice.ts";
import { poisonMessageLoop } from "./rules/poison-message-loop.ts";
import { processDivergence } from "./rules/process-divergence.ts";
import { queueOverflow } from "./rules/queue-overflow.ts";
import { queueUnstable } from "./rules/queue-unstable.ts";
import { receiveRace } from "./rules/receive-race.ts";
import { retentionOverflow } from "./rules/retention-overflow.ts";
import { retryAmplification } from "./rules/retry-amplification.ts";
import { retryUnsafeCall } from "./rules/retry-unsafe-call.ts";
import { similarNames } from "./rules/similar-names.ts";
import { staleCallback } from "./rules/stale-callback.ts";
import { timeoutInversion } from "./rules/timeout-inversion.ts";
import { timingInconsistent } from "./rules/timing-inconsistent.ts";
import { unawaitedCallback } from "./rules/unawaited-callback.ts";
import { unboundedRetry } from "./rules/unbounded-retry.ts";
import { unmatchedReply } from "./rules/unmatched-reply.ts";
import { unreachableEvent } from "./rules/unreachable-event.ts";
import { unusedImport } from "./rules/unused-import.ts";
import { unusedParticipant } from "./rules/unused-participant.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";
import { visibilityTooShort } from "./rules/visibility-too-short.ts";

/**
 * All rules, in the order in which `slant explain` lists them: callbacks, replies and liveness, reliability, quantities,
 * hygiene.
 */
export const rules: readonly Rule[] = [
  unawaitedCallback,
  callbackNotAwaitedOnPath,
  callbackMissing,
  callbackMissingOnPath,
  awaitWithoutSender,
  awaitUnbounded,
  awaitByWrongParticipant,
  misroutedCallback,
  awaitBeforeRequest,
  callbackBeforeRequest,
  callbackReplyRace,
  lateCallback,
  staleCallback,
  doubleResolve,
  missingCorrelation,
  fanInMismatch,
  callbackIntoBlockedCaller,
  unmatchedReply,
  missingReply,
  unreachableEvent,
  receiveRace,
  fifoAssumption,
  nonLocalChoice,
  ambiguousBranch,
  unboundedRetry,
  poisonMessageLoop,
  duplicateUnsafeReceiver,
  retryUnsafeCall,
  retryAmplification,
  dualWrite,
  missingCompensation,
  timeoutInversion,
  latencyBudgetExceeded,
  timingInconsistent,
  visibilityTooShort,
  dlqRetentionTooShort,
  queueUnstable,
  queueOverflow,
  retentionOverflow,
  processDivergence,
  unusedParticipant,
  unusedImport,
  similarNames,
  brokenSuppression,
  unusedSuppression,
];
