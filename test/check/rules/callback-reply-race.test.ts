import { callbackReplyRace } from "../../../src/check/rules/callback-reply-race.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "shop -> pay: charge { callback: x }\npay --> shop: 202\n";
const stored = "shop -> db: save id\ndb --> shop: saved\nstored: x\n";
const answered = "pay ~> shop: charged { resolves: x }\nawait: x\n";

describeRule(callbackReplyRace, {
  silent: {
    "an id that the request itself brings": `${asked}${answered}`,
    "a callback that something after the store brings about": `${asked}${stored}shop ~> user: pay here\nuser ~> pay: confirm\n${answered}`,
    "a go-ahead to the sender": `${asked}${stored}shop ~> pay: go\n${answered}`,
    "a store that stands before the request":
      "shop ~> pay: hello { callback: x }\nstored: x\nshop ~> pay: charge\npay ~> shop: charged { resolves: x }\nawait: x\n",
    "an answer that comes as the reply":
      "shop -> pay: charge { callback: x }\nstored: x\npay --> shop: charged { resolves: x }\n",
    "a path without the store": `alt: one {\n${asked}${answered}} else: two {\n  shop ~> other: charge { callback: x }\n  stored: x\n  shop ~> other: go\n  other ~> shop: charged { resolves: x }\n  await: x\n}\n`,
    "a hand-over of what has come": `hook: Hook\nshop -> pay: charge { callback: x; reply-to: hook }\npay --> shop: 202\nstored: x\nshop ~> pay: go\npay ~> hook: charged { resolves: x }\nhook ~> shop: charged { carries: x }\nawait: x\n`,
    "a callback that is detached": `${asked}${stored}detach: x { reason: "read nightly" }\npay ~> shop: charged { resolves: x }\n`,
  },
  reports: {
    "a store after the reply": [`${asked}${stored}${answered}`, "x"],
    "a store after an asynchronous request": [
      `shop ~> pay: charge { callback: x }\n${stored}${answered}`,
      "x",
    ],
    "a store below the arrival": [`${asked}pay ~> shop: charged { resolves: x }\n${stored}await: x\n`, "x"],
    "an arrival at the reply address": [
      "hook: Hook\nshop -> pay: charge { callback: x; reply-to: hook }\npay --> shop: 202\nstored: x\npay ~> hook: charged { resolves: x }\nhook ~> shop: charged { carries: x }\nawait: x\n",
      "x",
    ],
    "a failure as well": [`${asked}${stored}pay ~> shop: refused { rejects: x }\nawait: x\n`, "x"],
  },
});
