import type { Rule } from "./rule.ts";
import { awaitWithoutSender } from "./rules/await-without-sender.ts";
import { brokenSuppression } from "./rules/broken-suppression.ts";
import { callbackMissing } from "./rules/callback-missing.ts";
import { callbackMissingOnPath } from "./rules/callback-missing-on-path.ts";
import { callbackNotAwaitedOnPath } from "./rules/callback-not-awaited-on-path.ts";
import { missingReply } from "./rules/missing-reply.ts";
import { unawaitedCallback } from "./rules/unawaited-callback.ts";
import { unmatchedReply } from "./rules/unmatched-reply.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";

/** All rules, in the order in which `slant explain` lists them: callbacks, replies, hygiene. */
export const rules: readonly Rule[] = [
  unawaitedCallback,
  callbackNotAwaitedOnPath,
  callbackMissing,
  callbackMissingOnPath,
  awaitWithoutSender,
  unmatchedReply,
  missingReply,
  brokenSuppression,
  unusedSuppression,
];
