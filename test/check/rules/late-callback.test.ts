import { lateCallback } from "../../../src/check/rules/late-callback.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "shop ~> pay: charge { callback: x }";
const answered = "pay ~> shop: paid { resolves: x }";

describeRule(lateCallback, {
  silent: {
    "a cancel below the arrival": `${asked}\n${answered}\nawait: x\ncancel: x\n`,
    "a handler of late arrivals above it": `${asked}\ncancel: x\non: x late {\n  shop ~> pay: refund\n}\n${answered}\n`,
    "a handler below it": `${asked}\ncancel: x\n${answered}\non: x {\n  shop ~> pay: refund\n}\n`,
    "a detach": `${asked}\ncancel: x\n${answered}\ndetach: x { reason: "refunded nightly" }\n`,
    "a request that begins anew": `${asked}\ncancel: x\nloop: 2 times {\n  shop ~> pay: again { callback: y }\n  pay ~> shop: paid { resolves: y }\n  await: y\n}\n`,
    "a limit without latencies": `${asked}\nawait: x { timeout: 5s }\non: x timeout {\n  shop ~> user: sorry\n}\n${answered}\n`,
    "service times within the limit": `pay: Payments { takes: 1s..4s }\n${asked}\nawait: x { timeout: 5s }\non: x timeout {\n  shop ~> user: sorry\n}\n${answered}\n`,
    "latencies within the limit": `${asked}\nawait: x { timeout: 5s }\non: x timeout {\n  shop ~> user: sorry\n}\npay ~> shop: paid { resolves: x; latency: 1s..4s }\n`,
    "a cancel on one path, and a handler for all": `${asked}\nopt: changed her mind {\n  cancel: x\n}\n${answered}\non: x {\n  shop ~> user: thanks\n}\n`,
  },
  reports: {
    "an owner that has ended": [`${asked}\ndestroy: shop\n${answered}\n`, "x"],
    "a failure after a cancel": [`${asked}\ncancel: x\npay ~> shop: no { rejects: x }\n`, "x"],
    "a cancel on one path, with a wait on the other": [
      `${asked}\nalt: changed her mind {\n  cancel: x\n  ${answered}\n} else: waits {\n  ${answered}\n  await: x\n}\n`,
      "x",
    ],
    "a service time above the limit": [
      `pay: Payments { takes: 1s..9s }\n${asked}\nawait: x { timeout: 5s }\non: x timeout {\n  shop ~> user: sorry\n}\n${answered}\n`,
      "x",
    ],
    "a detour that takes longer than the limit": [
      `${asked}\npay ~> bank: book { latency: 3s }\nbank ~> pay: booked { latency: 3s }\nawait: x { timeout: 5s }\non: x timeout {\n  shop ~> user: sorry\n}\n${answered}\n`,
      "x",
    ],
    "a latency above the limit": [
      `${asked}\nawait: x { timeout: 5s }\non: x timeout {\n  shop ~> user: sorry\n}\npay ~> shop: paid { resolves: x; latency: 1s..20s }\n`,
      "x",
    ],
  },
});
