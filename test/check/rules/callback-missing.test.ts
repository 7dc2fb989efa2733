import { callbackMissing } from "../../../src/check/rules/callback-missing.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "api ~> crm: create { callback: made }";

describeRule(callbackMissing, {
  silent: {
    "an answer on one path": `${asked}\nopt: known {\n  crm ~> api: made { resolves: made }\n}\non: made {\n  api -> api: next\n}\n`,
    "a rejection alone": `${asked}\ncrm ~> api: no { rejects: made }\nawait: made\n`,
    "a callback that is cancelled": `${asked}\ncancel: made\n`,
    "a callback that is detached": `${asked}\ndetach: made { reason: "the CRM mails sales" }\n`,
    "a request that times out": `${asked}\non: made timeout {\n  api -> api: try tomorrow\n}\n`,
    "an answer that is lost": `${asked}\ncrm ~> api: gone { resolves: made; lost: true }\n`,
    "an answer after this picture": `${asked}\ncrm ~> api: made { resolves: made; in-flight: true }\n`,
    "a wait, which is worse": `${asked}\nawait: made\n`,
    "a stream that is fed":
      "api ~> crm: watch { callback: change; stream: change }\nloop: every 5s {\n  crm ~> api: news { resolves: change }\n  on: change {\n    api -> api: show\n  }\n}\n",
  },
  reports: {
    "a handler that nothing calls": [`${asked}\non: made {\n  api -> api: next\n}\n`, "made"],
    "a person who asked": [
      "user: { kind: person }\nuser ~> api: order { callback: made }\napi -> db: save\n",
      "made",
    ],
    "somebody outside who asked": ["() ~> api: order { callback: made }\napi -> db: save\n", "made"],
    "a stream that is never fed": ["api ~> crm: watch { callback: change; stream: change }\n", "change"],
    "two callbacks": ["api ~> crm: create { callback: [made; seen] }\ncrm -> crm: think\n", "made", "seen"],
    "an owner that ends": [`${asked}\ndestroy: api\n`, "made"],
    "one of two receivers that stays silent": [
      "api ~> [crm; erp]: create { callback: made }\ncrm ~> api: ok { resolves: made }\non: made {\n  api -> api: next\n}\n",
      "made",
    ],
    "a hand-over of something that never arrived": [
      "api ~> crm: create { callback: made; reply-to: hook }\nhook ~> api: made { carries: made }\n",
      "made",
    ],
    "a request in a branch": ["opt: new {\n  api ~> crm: create { callback: made }\n}\n", "made"],
    "requests in both branches, once": [
      "alt: new {\n  api ~> crm: create { callback: made }\n} else: old {\n  api ~> crm: update { callback: made }\n}\n",
      "made",
    ],
  },
});
