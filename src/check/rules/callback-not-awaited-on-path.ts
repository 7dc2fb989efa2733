import type { Rule } from "../rule.ts";
import { unheeded } from "../unheeded.ts";

export const callbackNotAwaitedOnPath: Rule = {
  code: "callback-not-awaited-on-path",
  severity: "warning",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "suggestion",
  summary: "A callback is handled on some paths, but arrives and is dropped on another.",
  why:
    "One operand awaits the answer and another forgets it, often the early return or the case that was added last. The result " +
    "is lost only when that path is taken, so tests of the usual path pass.",
  bad:
    "shop ~> pay: charge { callback: charged }\npay ~> shop: charged { resolves: charged }\n" +
    "alt: express {\n  shop ~> user: thank you\n} else: with invoice {\n  await: charged\n}\n",
  good:
    "shop ~> pay: charge { callback: charged }\npay ~> shop: charged { resolves: charged }\n" +
    'alt: express {\n  shop ~> user: thank you\n  detach: charged { reason: "reconciled nightly" }\n} else: with invoice {\n  await: charged\n}\n',
  sources: ["no-floating-promises, a rule of typescript-eslint"],
  yieldsTo: [
    "await-without-sender",
    "callback-missing",
    "callback-missing-on-path",
    "unawaited-callback",
    "await-by-wrong-participant",
    "misrouted-callback",
    "fan-in-mismatch",
    "await-before-request",
    "callback-before-request",
  ],
  limits:
    "A path takes one of the operands that are written. Two guards are taken for one condition only where their words, and " +
    "those after `decided-by`, are the same, and for at most eight such guards around one callback.",
  check: (context) =>
    context.obligations
      .filter(({ says }) => says("settled"))
      .flatMap((obligation) =>
        unheeded(context, obligation, (when) => (when === "" ? " on some path" : ` ${when}`)),
      ),
};
