import { missingReply } from "../../../src/check/rules/missing-reply.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(missingReply, {
  silent: {
    "a flow without replies": "a -> b: get\nb -> c: find\n",
    "a call of a pair that never answers": "a -> b: get\na -> c: find\nc --> a: found\n",
    "a reply in each operand":
      "a -> b: get\nalt: hit {\n  b --> a: value\n} else: miss {\n  b --> a: none\n}\n",
    "a break that answers": "a -> b: get\nbreak: gone {\n  b --> a: 410\n}\nb --> a: value\n",
    "a path that is a failure":
      "a -> b: get\nalt: up {\n  b --> a: value\n} else: down {\n  failure: true\n  a ~> user: sorry\n}\n",
    "a break that is a failure":
      "a -> b: get\nbreak: down {\n  failure: true\n  a ~> user: sorry\n}\nb --> a: value\n",
    "replies that go without saying":
      "config: { implicit-replies: true }\na -> b: get\nalt: hit {\n  b --> a: value\n} else: miss {\n  b -> log: miss\n}\n",
    "a call that is lost": "a -> b: ping { lost: true }\na -> b: ping again\nb --> a: pong\n",
    "a reply that is lost": "a -> b: ping\nb --> a: pong { lost: true }\na -> b: ping again\nb --> a: pong\n",
    "a call to itself": "a -> a: think\na -> b: get\nb --> a: value\n",
    "a delivery that is not settled on a path":
      "q: { kind: queue }\na ~> q: job\nq ~> w: job\nopt: done {\n  w --> q: ack\n}\n",
    "attempts of which the last is answered": "retry: 3 times {\n  a -> b: put\n}\nb --> a: there\n",
    "asynchronous messages between the same two": "a ~> b: hint\na -> b: get\nb --> a: value\n",
    "a call under the condition of its reply":
      "opt: cold {\n  a -> b: get\n}\nopt: cold {\n  b --> a: value\n}\n",
    "a reply in a handler":
      "web -> api: POST\napi ~> job: do { callback: done }\njob ~> api: ok { resolves: done }\non: done {\n  api --> web: 200\n}\n",
    "a reply in the handler of each end":
      "web -> api: POST\napi ~> job: do { callback: done }\nalt: ok {\n  job ~> api: ok { resolves: done }\n} else: not {\n  job ~> api: no { rejects: done }\n}\non: done {\n  api --> web: 200\n}\non: done rejected {\n  api --> web: 500\n}\n",
    "a reply in the handler of a timeout":
      "web -> api: POST\napi ~> job: do { callback: done }\njob ~> api: ok { resolves: done }\nawait: done { timeout: 5s }\non: done timeout {\n  api --> web: 504\n}\napi --> web: 200\n",
    "a reply in time or in the handler of the timeout":
      "web -> api: POST\napi ~> job: do { callback: done }\nalt: in time {\n  job ~> api: ok { resolves: done }\n  await: done\n  api --> web: 200\n} else: too late {\n  job -> job: hang\n}\non: done timeout {\n  api --> web: 504\n}\n",
  },
  reports: {
    "a failure whose handler does not reply": [
      "web -> api: POST\napi ~> job: do { callback: done }\nalt: ok {\n  job ~> api: ok { resolves: done }\n} else: not {\n  job ~> api: no { rejects: done }\n}\non: done {\n  api --> web: 200\n}\non: done rejected {\n  api -> log: oh\n}\n",
      "web -> api: POST",
    ],
    "one of two calls": ["a -> b: get\nb --> a: value\na -> b: put\n", "a -> b: put"],
    "a silent operand": ["a -> b: get\nopt: hit {\n  b --> a: value\n}\n", "a -> b: get"],
    "a break between call and reply": [
      "a -> b: get\nbreak: gone {\n  a ~> user: sorry\n}\nb --> a: value\n",
      "a -> b: get",
    ],
    "a loop that may run no round": [
      "a -> b: get\nloop: while there is more {\n  b --> a: part\n}\n",
      "a -> b: get",
    ],
    "a call with a time limit": [
      "a -> b: get { timeout: 2s }\nopt: hit {\n  b --> a: value\n}\n",
      "a -> b: get { timeout: 2s }",
    ],
    "a call from outside": ["() -> a: get\nopt: hit {\n  a --> (): value\n}\n", "() -> a: get"],
    "replies that are asked for in so many words": [
      "config: { implicit-replies: false }\na -> b: get\nb --> a: ok\na -> b: put\n",
      "a -> b: put",
    ],
    "a call that an exchange does not answer": [
      "a -> b: get\na <-> b: put\na -> b: more\nb --> a: value\n",
      "a -> b: get",
    ],
  },
});
