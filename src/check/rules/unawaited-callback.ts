import type { Rule } from "../rule.ts";
import { unheeded } from "../unheeded.ts";

export const unawaitedCallback: Rule = {
  code: "unawaited-callback",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "suggestion",
  summary: "A callback arrives, but its owner neither awaits, handles nor cancels it.",
  why:
    "The answer to asynchronous work reaches a participant that has moved on: its result and its failure are lost, as with a " +
    "floating promise in code. Nothing fails where the mistake is; somebody notices later that the work had no effect.",
  bad: "api ~> worker: resize { callback: done }\nworker ~> api: resized { resolves: done }\n",
  good: "api ~> worker: resize { callback: done }\nworker ~> api: resized { resolves: done }\nawait: done\n",
  sources: [
    "no-floating-promises, a rule of typescript-eslint",
    "FutureReturnValueIgnored, a check of Error Prone",
  ],
  yieldsTo: [
    "await-without-sender",
    "callback-missing",
    "callback-missing-on-path",
    "await-by-wrong-participant",
    "misrouted-callback",
    "await-before-request",
    "callback-before-request",
  ],
  limits:
    "A reply to the blocked caller, a message that starts a named execution, and whatever reaches a person or an external " +
    "system count as handled. With `config: { handled: reactive }` so does anything that the receiver does next in the same " +
    "operand. A handler of the failure, the timeout or late arrivals alone does not settle a success. A send that expects no " +
    "answer should carry no `callback`.",
  check: (context) =>
    context.obligations
      .filter(({ says }) => !says("settled"))
      .flatMap((obligation) => unheeded(context, obligation, () => "")),
};
