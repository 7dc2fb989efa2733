import { unawaitedCallback } from "../../../src/check/rules/unawaited-callback.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "api ~> worker: resize { callback: done }";
const answered = "worker ~> api: resized { resolves: done }";
const refused = "worker ~> api: broken { rejects: done }";

describeRule(unawaitedCallback, {
  silent: {
    "a callback with a handler": `${asked}\n${answered}\non: done {\n  api -> api: next\n}\n`,
    "a send that expects nothing": "api ~> worker: log\n",
    "a wait above the arrival": `${asked}\nawait: done\n${answered}\n`,
    "a handler above the arrival": `${asked}\non: done {\n  api -> api: next\n}\n${answered}\n`,
    "a handler above the request": `on: done {\n  api -> api: next\n}\n${asked}\n${answered}\n`,
    "a callback that is detached above its arrival": `${asked}\ndetach: done { reason: "read nightly" }\n${answered}\n`,
    "a callback that is detached below its arrival": `${asked}\n${answered}\ndetach: done { reason: "read nightly" }\n`,
    "a callback that is cancelled before it arrives": `${asked}\ncancel: done\n${answered}\n`,
    "a wait with a time limit": `${asked}\n${answered}\nawait: done { timeout: 5s }\n`,
    "one of a list that is awaited together": `${asked}\n${answered}\napi ~> b: more { callback: second }\nb ~> api: ok { resolves: second }\nawait: [done; second]\n`,
    "a reply to the blocked caller":
      "api -> worker: resize { callback: done }\nworker --> api: resized { resolves: done }\n",
    "the way back of an exchange": "api <-> worker: resize { callback: done; resolves: done }\n",
    "an arrival that starts a named execution": `${asked}\nworker ~> api.finish: resized { resolves: done }\napi.finish -> store: save\n`,
    "a person who asked":
      "user: { kind: person }\nuser ~> shop: order { callback: done }\nshop ~> user: sent { resolves: done }\n",
    "an external system that asked":
      "crm: { kind: external }\ncrm ~> api: sync { callback: done }\napi ~> crm: synced { resolves: done }\n",
    "somebody outside who asked": "() ~> api: order { callback: done }\napi ~> (): sent { resolves: done }\n",
    "a webhook that hands it on to its owner":
      "api ~> pay: charge { callback: done; reply-to: hook }\npay ~> hook: paid { resolves: done }\nhook ~> api: paid { carries: done }\nawait: done\n",
    "a webhook that resolves it once more":
      "api ~> pay: charge { callback: done; reply-to: hook }\npay ~> hook: paid { resolves: done }\nhook ~> api: paid { resolves: done }\nawait: done\n",
    "an answer through a queue":
      "replies: { kind: queue }\napi ~> worker: resize { callback: done }\nworker ~> replies: resized { resolves: done }\nreplies ~> api: resized\nawait: done\n",
    "a page that waits for what was handed to it": `${asked}\n${answered}\napi ~> web: ready { carries: done }\nawait: done { by: web }\n`,
    "a page that waits behind a chain of messages": `${asked}\n${answered}\napi ~> web: ready\nawait: done { by: web }\n`,
    "success and failure with a handler each": `${asked}\nalt: ok {\n  ${answered}\n} else: not {\n  ${refused}\n}\non: done {\n  api -> api: next\n}\non: done rejected {\n  api -> api: stop\n}\n`,
    "a handler for both ends": `${asked}\n${refused}\non: done {\n  api -> api: look what it is\n}\n`,
    "a wait in a handler of another callback": `api ~> a: one { callback: first }\n${asked}\na ~> api: ok { resolves: first }\non: first {\n  await: done\n}\n${answered}\n`,
    "a wait in every operand": `${asked}\n${answered}\nalt: fast {\n  await: done\n} else: slow {\n  await: done\n}\n`,
    "a wait in the other operand of a par": `${asked}\npar: {\n  await: done\n} and: {\n  ${answered}\n}\n`,
    "a handler in the other operand of a par": `${asked}\npar: {\n  on: done {\n    api -> api: next\n  }\n} and: {\n  ${answered}\n}\n`,
    "a cancel that races the arrival": `${asked}\npar: {\n  ${answered}\n} and: {\n  cancel: done\n}\n`,
    "a request in each round, awaited in its round": `loop: for each image {\n  ${asked}\n  ${answered}\n  await: done\n}\n`,
    "requests in one loop and answers in another": `loop: for each image {\n  ${asked}\n}\nloop: for each answer {\n  ${answered}\n}\nawait: done\n`,
    "a stream with a handler below its first arrival":
      "api ~> worker: render { callback: bar; stream: bar }\nloop: every 5s {\n  worker ~> api: 40 % { resolves: bar }\n  on: bar {\n    api -> api: draw\n  }\n}\n",
    "an answer that never comes in this picture": `${asked}\nworker ~> api: later { resolves: done; in-flight: true }\nawait: done\n`,
    "an answer that is lost": `${asked}\nworker ~> api: gone { resolves: done; lost: true }\n`,
    "a receiver that goes on, in the reactive reading": `config: { handled: reactive }\n${asked}\n${answered}\napi ~> user: ready\n`,
    "a callback that times out where nobody waits": `${asked}\non: done timeout {\n  api -> api: give up\n}\n`,
  },
  reports: {
    "one of two callbacks": [
      `${asked}\n${answered}\nawait: done\na ~> b: more { callback: second }\nb ~> a: ok { resolves: second }\n`,
      "second",
    ],
    "two callbacks of one message": [
      "api ~> worker: resize { callback: [done; seen] }\nworker ~> api: resized { resolves: [done; seen] }\n",
      "done",
      "seen",
    ],
    "a failure that nobody handles": [`${asked}\n${refused}\n`, "done"],
    "a failure handler alone, below a success": [
      `${asked}\n${answered}\non: done rejected {\n  api -> api: stop\n}\n`,
      "done",
    ],
    "a timeout handler alone": [
      `${asked}\n${answered}\non: done timeout {\n  api -> api: give up\n}\n`,
      "done",
    ],
    "a handler of late arrivals alone": [
      `${asked}\n${answered}\non: done late {\n  api -> api: undo\n}\n`,
      "done",
    ],
    "a cancel that comes too late": [`${asked}\n${answered}\ncancel: done\n`, "done"],
    "an owner that ends before it looks": [`${asked}\n${answered}\ndestroy: api\n`, "done"],
    "an arrival that overtakes": [
      `${asked}\nworker ~> api: resized { resolves: done; id: late }\nworker ~> api: by the way\narrive: late\n`,
      "done",
    ],
    "an answer in each round of a loop": [`loop: for each image {\n  ${asked}\n  ${answered}\n}\n`, "done"],
    "an answer in both operands": [
      `${asked}\nalt: ok {\n  ${answered}\n} else: not {\n  ${refused}\n}\n`,
      "done",
    ],
    "a call that brings it": [
      "api ~> worker: resize { callback: done }\nworker -> api: PUT /done { resolves: done }\n",
      "done",
    ],
    "a named execution that was there before": [
      "api.job ~> worker: resize { callback: done }\nworker ~> api.job: resized { resolves: done }\n",
      "done",
    ],
    "somebody else's wait beside it": [
      `${asked}\n${answered}\napi ~> b: more { callback: second }\nb ~> api: ok { resolves: second }\nawait: second\n`,
      "done",
    ],
    "each operand of a fragment that asks": [
      `alt: small {\n  ${asked}\n} else: big {\n  api ~> farm: resize { callback: done }\n}\nworker ~> api: resized { resolves: done }\n`,
      "done",
    ],
    "the last thing in the reactive reading": [
      `config: { handled: reactive }\n${asked}\n${answered}\n`,
      "done",
    ],
    "a receiver that goes on, in the explicit reading": [
      `${asked}\n${answered}\napi ~> user: ready\n`,
      "done",
    ],
  },
});
