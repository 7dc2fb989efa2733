import { fifoAssumption } from "../../../src/check/rules/fifo-assumption.ts";
import { describeRule } from "../describe-rule.ts";

const through = (queue: string, more = "", key = ""): string =>
  `q: Queue { ${queue} }\n${more}shop ~> q: created${key}\nshop ~> q: cancelled${key}\nq ~> depot: created\nq ~> depot: cancelled\n`;

describeRule(fifoAssumption, {
  silent: {
    "a fifo queue with one consumer": through("kind: queue; order: fifo"),
    "a fifo queue with several consumers, and a key": through(
      "kind: queue; order: fifo; consumers: 4",
      "",
      " { key: order }",
    ),
    "different keys":
      "q: Queue { kind: queue }\nshop ~> q: created { key: a }\nshop ~> q: cancelled { key: b }\nq ~> depot: created\nq ~> depot: cancelled\n",
    "a receiver that may see it twice": through("kind: queue", "depot: Depot { idempotent: true }\n"),
    "two receivers":
      "q: Queue { kind: queue }\nshop ~> q: created\nshop ~> q: cancelled\nq ~> depot: created\nq ~> bank: cancelled\n",
    "a second message that waits for the first to be worked off":
      "q: Queue { kind: queue }\nshop ~> q: created\nq ~> depot: created\ndepot ~> shop: done\nshop ~> q: cancelled\nq ~> depot: cancelled\n",
    "messages that go straight": "shop ~> depot: created\nshop ~> depot: cancelled\n",
    "callbacks on a reply topic":
      "q: Replies { kind: topic }\na ~> b: one { callback: x }\na ~> b: two { callback: y }\nb ~> q: first { resolves: x }\nb ~> q: second { resolves: y }\nq ~> a: first { carries: x }\nq ~> a: second { carries: y }\nawait: [x; y]\n",
  },
  reports: {
    "a queue that keeps no order": [through("kind: queue"), "q ~> depot: cancelled"],
    "a topic that keeps no order": [through("kind: topic"), "q ~> depot: cancelled"],
    "a fifo queue with several consumers": [
      through("kind: queue; order: fifo; consumers: 4"),
      "q ~> depot: cancelled",
    ],
    "one key, which the queue does not heed": [
      through("kind: queue", "", " { key: order }"),
      "q ~> depot: cancelled",
    ],
  },
});
