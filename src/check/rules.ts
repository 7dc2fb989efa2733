import type { Rule } from "./rule.ts";
import { awaitBeforeRequest } from "./rules/await-before-request.ts";
import { awaitByWrongParticipant } from "./rules/await-by-wrong-participant.ts";
import { awaitUnbounded } from "./rules/await-unbounded.ts";
import { awaitWithoutSender } from "./rules/await-without-sender.ts";
import { brokenSuppression } from "./rules/broken-suppression.ts";
import { callbackBeforeRequest } from "./rules/callback-before-request.ts";
import { callbackMissing } from "./rules/callback-missing.ts";
import { callbackMissingOnPath } from "./rules/callback-missing-on-path.ts";
import { callbackNotAwaitedOnPath } from "./rules/callback-not-awaited-on-path.ts";
import { doubleResolve } from "./rules/double-resolve.ts";
import { fanInMismatch } from "./rules/fan-in-mismatch.ts";
import { lateCallback } from "./rules/late-callback.ts";
import { misroutedCallback } from "./rules/misrouted-callback.ts";
import { missingCorrelation } from "./rules/missing-correlation.ts";
import { missingReply } from "./rules/missing-reply.ts";
import { poisonMessageLoop } from "./rules/poison-message-loop.ts";
import { unawaitedCallback } from "./rules/unawaited-callback.ts";
import { unboundedRetry } from "./rules/unbounded-retry.ts";
import { unmatchedReply } from "./rules/unmatched-reply.ts";
import { unreachableEvent } from "./rules/unreachable-event.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";

/** All rules, in the order in which `slant explain` lists them: callbacks, replies and liveness, reliability, hygiene. */
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
  lateCallback,
  doubleResolve,
  missingCorrelation,
  fanInMismatch,
  unmatchedReply,
  missingReply,
  unreachableEvent,
  unboundedRetry,
  poisonMessageLoop,
  brokenSuppression,
  unusedSuppression,
];
