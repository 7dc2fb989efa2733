import { unmatchedReply } from "../../../src/check/rules/unmatched-reply.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unmatchedReply, {
  silent: {
    "a call and its reply": "a -> b: get\nb --> a: value\n",
    "calls inside each other": "a -> b: get\nb -> c: find\nc --> b: found\nb --> a: value\n",
    "the same pair both ways": "a -> b: get\nb -> a: which?\na --> b: that\nb --> a: value\n",
    "a call into itself": "a -> b: get\na -> b: more\nb --> a: two\nb --> a: one\n",
    "a reply in each operand":
      "a -> b: get\nalt: hit {\n  b --> a: value\n} else: miss {\n  b --> a: none\n}\n",
    "a break that answers": "a -> b: get\nbreak: gone {\n  b --> a: 410\n}\nb --> a: value\n",
    "a call and a reply under one condition":
      "opt: cold {\n  a -> b: get\n}\nopt: cold {\n  b --> a: value\n}\n",
    "an exchange": "a <-> b: get\n",
    "a call from outside": "() -> a: get\na --> (): value\n",
    "a reply that names its call":
      "a -> b: get { id: first }\na -> b: more\nb --> a: value { of: first }\nb --> a: rest\n",
    "a call per round and its reply": "loop: for each x {\n  a -> b: get\n  b --> a: value\n}\n",
    "calls in a loop and one reply": "loop: for each x {\n  a -> b: put\n}\nb --> a: all there\n",
    "attempts and one reply": "retry: 3 times {\n  a -> b: put\n}\nb --> a: there\n",
    "a reply in the other operand of a par": "par: {\n  b --> a: value\n} and: {\n  a -> b: get\n}\n",
    "parallel calls of one pair":
      "par: {\n  a -> b: one\n  b --> a: 1\n} and: {\n  a -> b: two\n  b --> a: 2\n}\n",
    "a settled delivery": "q: { kind: queue }\na ~> q: job\nq ~> w: job\nw --> q: ack\n",
    "a delivery that is given back and settled":
      "q: { kind: queue }\na ~> q: job\nloop: 0..4 times {\n  q ~> w: job\n  w --> q: nack { settle: nack }\n}\nq ~> w: job\nw --> q: ack\n",
    "deliveries of a topic":
      "t: { kind: topic }\na ~> t: news\nt ~> [b; c]: news\nb --> t: ack\nc --> t: ack\n",
    "a publish that the broker confirms": "q: { kind: queue }\na -> q: job\nq --> a: stored\n",
    "a chain of replies": "a -> b -> c: get\nc --> b --> a: value\n",
    "a message that nobody waits for": "b ~> a: value\n",
    "a reply in the handler of a timeout, and one below it":
      "web -> api: POST\napi ~> job: do { callback: done }\njob ~> api: ok { resolves: done }\nawait: done { timeout: 5s }\non: done timeout {\n  api --> web: 504\n}\napi --> web: 200\n",
    "a reply in the handler of each end":
      "web -> api: POST\napi ~> job: do { callback: done }\nalt: ok {\n  job ~> api: ok { resolves: done }\n} else: not {\n  job ~> api: no { rejects: done }\n}\non: done {\n  api --> web: 200\n}\non: done rejected {\n  api --> web: 500\n}\n",
  },
  reports: {
    "a reply below the one of a handler": [
      "web -> api: POST\napi ~> job: do { callback: done }\njob ~> api: ok { resolves: done }\non: done {\n  api --> web: 200\n}\napi --> web: 200 again\n",
      "api --> web: 200 again",
    ],
    "a reply without a call": ["b --> a: value\n", "b --> a: value"],
    "a second reply": ["a -> b: get\nb --> a: value\nb --> a: value again\n", "b --> a: value again"],
    "a reply to somebody else": ["a -> b: get\nb --> c: value\n", "b --> c: value"],
    "a reply by somebody else": ["a -> b: get\nc --> a: value\n", "c --> a: value"],
    "a reply to an asynchronous message": ["a ~> b: get\nb --> a: value\n", "b --> a: value"],
    "a reply above its call": ["b --> a: value\na -> b: get\n", "b --> a: value"],
    "a reply to a call that was lost": ["a -> b: get { lost: true }\nb --> a: value\n", "b --> a: value"],
    "an early reply that does not end it": [
      "a -> b: get\nopt: cached {\n  b --> a: value\n}\nb --> a: value too\n",
      "b --> a: value too",
    ],
    "updates in a loop": ["a -> b: watch\nloop: every 5s {\n  b --> a: update\n}\n", "b --> a: update"],
    "a reply after a call that may not be made": [
      "opt: cold {\n  a -> b: get\n}\nb --> a: value\n",
      "b --> a: value",
    ],
    "an acknowledgement of nothing": ["q: { kind: queue }\na ~> q: job\nw --> q: ack\n", "w --> q: ack"],
    "a second acknowledgement": [
      "q: { kind: queue }\na ~> q: job\nq ~> w: job\nw --> q: ack\nw --> q: ack again\n",
      "w --> q: ack again",
    ],
    "a reply to a named call that is answered": [
      "a -> b: get { id: first }\nb --> a: value\nb --> a: again { of: first }\n",
      "b --> a: again { of: first }",
    ],
  },
});
