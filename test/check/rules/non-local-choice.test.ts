import { nonLocalChoice } from "../../../src/check/rules/non-local-choice.ts";
import { describeRule } from "../describe-rule.ts";

const two = "alt: cancelled {\n  a ~> b: cancel\n} else: there {\n  b ~> a: shipped\n}\n";

describeRule(nonLocalChoice, {
  silent: {
    "one who starts both": "alt: good {\n  a ~> b: go\n} else: bad {\n  a ~> b: stop\n}\n",
    "one who tells the other":
      "alt: good {\n  a ~> b: go\n  b ~> c: gone\n} else: bad {\n  a ~> b: stop\n  b ~> d: stopped\n}\n",
    "an empty operand": "alt: good {\n  a ~> b: go\n} else: bad {\n  note: nothing { over: a }\n}\n",
    "a condition that was asked before": `alt: paid {\n  p ~> b: ok\n} else: unpaid {\n  p ~> b: no\n}\nalt: paid {\n  b ~> c: ship\n} else: unpaid {\n  p ~> d: remind\n}\n`,
    "what a queue hands out":
      "q: Jobs { kind: queue }\nalt: good {\n  q ~> b: one\n  b --> q: ack\n} else: bad {\n  b --> q: nack { settle: nack }\n}\n",
    "what comes from outside":
      "alt: yes {\n  () ~> a: yes\n  a ~> b: go\n} else: no {\n  b ~> a: too late\n}\n",
    handlers:
      "a ~> b: ask { callback: x }\nawait: x { timeout: 5s }\non: x timeout {\n  a ~> c: sorry\n}\nb ~> a: done { resolves: x; latency: 1s }\n",
    "a race of callbacks":
      "a ~> b: price { callback: x }\na ~> c: price { callback: y }\nawait: [x; y] { any: true }\nalt: b is first {\n  b ~> a: five { resolves: x }\n  cancel: y\n} else: c is first {\n  c ~> a: six { resolves: y }\n  cancel: x\n}\n",
    "a callback, or giving up":
      "a ~> b: ask { callback: x }\nalt: in time {\n  b ~> a: done { resolves: x }\n  await: x\n} else: too slow {\n  a ~> b: forget it\n  cancel: x\n}\n",
    "a loop": "loop: 3 times {\n  a ~> b: one\n  c ~> d: two\n}\n",
    "a callback that tells it":
      "a ~> b: ask { callback: x }\nalt: good {\n  b ~> a: done { resolves: x }\n  await: x\n  a ~> c: go\n} else: bad {\n  b ~> a: failed { rejects: x }\n  await: x\n}\n",
    "an operand that only its decider starts":
      "alt: cancelled {\n  decided-by: a\n  a ~> b: cancel\n} else: there {\n  a ~> b: go\n  b ~> a: shipped\n}\n",
  },
  reports: {
    "two who start different operands": [two, "alt"],
    "two who start the same operand": [
      "alt: good {\n  a ~> b: go\n  c ~> d: go\n} else: bad {\n  a ~> b: stop\n}\n",
      "alt",
    ],
    "an option that two begin": ["opt: busy {\n  a ~> b: wait\n  c ~> d: wait\n}\n", "opt"],
    "a break that two begin": ["break: broken {\n  a ~> b: stop\n  c ~> d: stop\n}\na ~> b: go\n", "break"],
    "a decider who tells nobody": [
      "alt: cancelled {\n  decided-by: a\n  a ~> b: cancel\n} else: there {\n  b ~> a: shipped\n}\n",
      "alt",
    ],
    "a choice inside another": [`alt: open {\n${two}} else: shut {\n  a ~> b: shut\n}\n`, "alt"],
    "a person and a service": [
      "u: User { kind: person }\nalt: in time {\n  u ~> web: confirm\n} else: too late {\n  web ~> u: expired\n}\n",
      "alt",
    ],
  },
});
