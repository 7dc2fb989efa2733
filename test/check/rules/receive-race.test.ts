import { receiveRace } from "../../../src/check/rules/receive-race.ts";
import { describeRule } from "../describe-rule.ts";

const two = "a ~> c: one\nb ~> c: two\n";

describeRule(receiveRace, {
  silent: {
    "two messages of one sender": "a ~> c: one\na ~> c: two\n",
    "one that waits for the other": "a ~> c: one\nc ~> b: seen\nb ~> c: two\n",
    "one that is caused by the other over others":
      "a ~> c: one\nc -> d: save\nd --> c: saved\nc ~> e: seen\ne ~> b: go\nb ~> c: two\n",
    "either order in a par": "par: {\n  a ~> c: one\n} and: {\n  b ~> c: two\n}\n",
    "calls, whose callers wait": "a -> c: one\nc --> a: done\nb -> c: two\nc --> b: done\n",
    "what a person sees": "c: Customer { kind: person }\na ~> c: one\nb ~> c: two\n",
    "what goes into a queue": "c: Jobs { kind: queue }\na ~> c: one\nb ~> c: two\n",
    "what comes from outside": "() ~> c: one\nb ~> c: two\n",
    "different keys": "a ~> c: one { key: order 1 }\nb ~> c: two { key: order 2 }\n",
    "callbacks, which are told apart by their name":
      "c ~> a: ask { callback: x }\nc ~> b: ask { callback: y }\na ~> c: one { resolves: x }\nb ~> c: two { resolves: y }\nawait: [x; y]\n",
    "a wait of everyone between them": "a ~> c: one\nwait: 5m\nb ~> c: two\n",
    "a divider between them": "a ~> c: one\ndivider: Next day\nb ~> c: two\n",
    "another alternative with the opposite order":
      "alt: first {\n  a ~> c: one\n  b ~> c: two\n} else: second {\n  b ~> c: two\n  a ~> c: one\n}\n",
    "two operands of one choice": "alt: first {\n  a ~> c: one\n} else: second {\n  b ~> c: two\n}\n",
    "a message of one round and one of the next":
      "loop: 3 times {\n  a ~> c: one\n  c ~> b: seen\n  b ~> c: two\n}\n",
    "a receiver that is blocked until the first has come":
      "c: Worker { kind: worker }\na ~> c: one\nc -> b: ask\nb ~> c: two\nb --> c: done\n",
    "what is lost": "a ~> c: one { lost: true }\nb ~> c: two\n",
  },
  reports: {
    "two senders": [two, "b ~> c: two"],
    "three senders, each with the newest before it": [
      `${two}d ~> c: three\n`,
      "b ~> c: two",
      "d ~> c: three",
    ],
    "something done in between": ["a ~> c: one\nc -> c: work\nb ~> c: two\n", "b ~> c: two"],
    "an acknowledgement to somebody else": ["a ~> c: one\nc ~> d: seen\nb ~> c: two\n", "b ~> c: two"],
    "the same key": [
      "a ~> c: one { key: order }\nb ~> c: two { key: order }\n",
      "b ~> c: two { key: order }",
    ],
    "one operand of a choice": [`alt: first {\n${two}} else: second {\n  a ~> c: one\n}\n`, "b ~> c: two"],
    "a path that leaves out the acknowledgement": [
      "a ~> c: one\nopt: careful {\n  c ~> b: seen\n}\nb ~> c: two\n",
      "b ~> c: two",
    ],
    "a receipt that is drawn late": [
      "b ~> c: two { id: late }\na ~> c: one\nc ~> d: next\narrive: late\n",
      "b ~> c: two { id: late }",
    ],
    "two producers of one queue": [
      "q: Jobs { kind: queue; order: fifo }\na ~> q: one\nb ~> q: two\nq ~> c: one\nq ~> c: two\n",
      "q ~> c: two",
    ],
    "a detour that is slower": ["a ~> c: one\na ~> b: tell\nb ~> c: two\n", "b ~> c: two"],
    "each round of a loop": [`loop: 3 times {\n${two}}\n`, "b ~> c: two"],
    "a wait of one participant": ["a ~> c: one\nwait: 5m { on: b }\nb ~> c: two\n", "b ~> c: two"],
  },
});
