import { duplicateUnsafeReceiver } from "../../../src/check/rules/duplicate-unsafe-receiver.ts";
import { describeRule } from "../describe-rule.ts";

const flow = (queue: string, worker: string, effect: string, card = "timeout: 1s"): string =>
  `jobs: { kind: queue; ${queue} }\nworker: { kind: worker; ${worker} }\napi ~> jobs: charge\njobs ~> worker: charge\n` +
  `worker -> card: debit { ${effect}; ${card} }\ncard --> worker: ok\nworker --> jobs: ack\n`;

describeRule(duplicateUnsafeReceiver, {
  silent: {
    "a receiver that knows repeats": flow("order: none", "dedupe: id", "effect: true"),
    "a receiver that may see it twice": flow("order: none", "idempotent: true", "effect: true"),
    "an effect that may happen twice": flow("order: none", "takes: 1s", "effect: true", "idempotent: true"),
    "a queue that delivers once": flow("delivery: exactly-once", "takes: 1s", "effect: true"),
    "a queue that delivers once at most": flow("delivery: at-most-once", "takes: 1s", "effect: true"),
    "a call that says nothing of effects": flow("order: none", "takes: 1s", "latency: 1s"),
    "a message that comes from no queue":
      "a ~> b: charge\nb -> card: debit { effect: true }\ncard --> b: ok\n",
    "an effect at somebody who knows repeats":
      "jobs: { kind: queue }\ncard: { dedupe: payment id }\napi ~> jobs: charge\njobs ~> w: charge\nw -> card: debit { effect: true }\ncard --> w: ok\n",
    "somebody on the way who knows repeats":
      "jobs: { kind: queue }\npay: { dedupe: order id }\napi ~> jobs: charge\njobs ~> w: charge\nw -> pay: charge\npay -> card: debit { effect: true }\ncard --> pay: ok\npay --> w: ok\n",
  },
  reports: {
    "a queue, which delivers at least once": [
      flow("order: none", "takes: 1s", "effect: true"),
      "jobs ~> worker: charge",
    ],
    "a message that says it may come twice": [
      "hook ~> shop: paid { delivery: at-least-once }\nshop -> depot: ship { effect: true }\ndepot --> shop: ok\n",
      "hook ~> shop: paid { delivery: at-least-once }",
    ],
    "an effect further down": [
      "jobs: { kind: queue }\napi ~> jobs: charge\njobs ~> w: charge\nw -> pay: charge\npay -> card: debit { effect: true }\ncard --> pay: ok\npay --> w: ok\n",
      "jobs ~> w: charge",
    ],
    "a delivery once, whatever it leads to": [
      "jobs: { kind: queue }\napi ~> jobs: charge\njobs ~> w: charge\nw -> card: debit { effect: true }\ncard --> w: ok\nw -> db: save { effect: true }\ndb --> w: ok\n",
      "jobs ~> w: charge",
    ],
  },
});
