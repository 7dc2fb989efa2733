import { callbackNotAwaitedOnPath } from "../../../src/check/rules/callback-not-awaited-on-path.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "shop ~> pay: charge { callback: charged }";
const answered = "pay ~> shop: charged { resolves: charged }";
const refused = "pay ~> shop: refused { rejects: charged }";

describeRule(callbackNotAwaitedOnPath, {
  silent: {
    "a wait after the fragment": `${asked}\n${answered}\nalt: express {\n  shop ~> user: thanks\n} else: invoice {\n  shop ~> user: soon\n}\nawait: charged\n`,
    "an arrival on the path with the wait alone": `${asked}\nalt: invoice {\n  ${answered}\n  await: charged\n} else: express {\n  cancel: charged\n}\n`,
    "one condition that is asked twice": `${asked}\nalt: paid {\n  ${answered}\n} else: not {\n  cancel: charged\n}\nalt: paid {\n  await: charged\n} else: not {\n  shop ~> user: sorry\n}\n`,
    "one condition in another order": `${asked}\nalt: paid {\n  ${answered}\n} else: not {\n  cancel: charged\n}\nalt: not {\n  shop ~> user: sorry\n} else: paid {\n  await: charged\n}\n`,
    "one condition of an opt and an alt": `${asked}\n${answered}\nopt: express {\n  detach: charged { reason: "nightly" }\n}\nalt: express {\n  shop ~> user: thanks\n} else: invoice {\n  await: charged\n}\n`,
    "a break that cancels": `${asked}\nbreak: out of stock {\n  cancel: charged\n}\n${answered}\nawait: charged\n`,
    "a break below the wait": `${asked}\n${answered}\nawait: charged\nbreak: out of stock {\n  shop ~> user: sorry\n}\nshop ~> user: thanks\n`,
    "a loop that runs at least once": `${asked}\n${answered}\nloop: 1..3 times {\n  await: charged\n}\n`,
    "a retry, which runs at least once": `${asked}\n${answered}\nretry: 3 times {\n  await: charged\n}\n`,
    "a handler in a group": `${asked}\n${answered}\ngroup: Settle {\n  on: charged {\n    shop ~> user: thanks\n  }\n}\n`,
    "a wait in each round for what is asked in it": `loop: for each order {\n  ${asked}\n  ${answered}\n  await: charged\n}\n`,
    "a failure handler where the failure arrives": `${asked}\nalt: ok {\n  ${answered}\n  on: charged {\n    shop ~> user: thanks\n  }\n} else: declined {\n  ${refused}\n  on: charged rejected {\n    shop ~> user: sorry\n  }\n}\n`,
  },
  reports: {
    "a branch without the wait": [`${asked}\n${answered}\nopt: invoice {\n  await: charged\n}\n`, "charged"],
    "an alt of one operand": [`${asked}\n${answered}\nalt: invoice {\n  await: charged\n}\n`, "charged"],
    "a loop that may run no round": [
      `${asked}\n${answered}\nloop: while there are orders {\n  await: charged\n}\n`,
      "charged",
    ],
    "a break between the arrival and the wait": [
      `${asked}\n${answered}\nbreak: out of stock {\n  shop ~> user: sorry\n}\nawait: charged\n`,
      "charged",
    ],
    "a break that leaves only its operand": [
      `${asked}\nalt: card {\n  ${answered}\n  break: out of stock {\n    shop ~> user: sorry\n  }\n  await: charged\n} else: invoice {\n  cancel: charged\n}\n`,
      "charged",
    ],
    "a nested branch": [
      `${asked}\n${answered}\nalt: a {\n  alt: b {\n    await: charged\n  } else: c {\n    shop ~> user: hm\n  }\n} else: d {\n  await: charged\n}\n`,
      "charged",
    ],
    "conditions of different deciders": [
      `${asked}\nalt: paid {\n  decided-by: pay\n  ${answered}\n} else: not {\n  detach: charged { reason: "nightly" }\n}\nalt: paid {\n  decided-by: shop\n  await: charged\n} else: not {\n  shop ~> user: sorry\n}\n`,
      "charged",
    ],
    "a failure that goes unhandled beside a success": [
      `${asked}\nalt: ok {\n  ${answered}\n  on: charged {\n    shop ~> user: thanks\n  }\n} else: declined {\n  ${refused}\n}\n`,
      "charged",
    ],
    "a rejection that only the handler of failures would take, on the path of success": [
      `${asked}\nalt: ok {\n  ${answered}\n} else: declined {\n  ${refused}\n}\non: charged rejected {\n  shop ~> user: sorry\n}\n`,
      "charged",
    ],
    "a detach in one branch": [
      `${asked}\n${answered}\nalt: express {\n  detach: charged { reason: "nightly" }\n} else: invoice {\n  shop ~> user: soon\n}\n`,
      "charged",
    ],
    "a handler in the body of another handler that may not run": [
      `shop ~> stock: reserve { callback: held }\n${asked}\nalt: in stock {\n  stock ~> shop: held { resolves: held }\n} else: sold out {\n  stock ~> shop: none { rejects: held }\n}\n${answered}\non: held {\n  await: charged\n}\non: held rejected {\n  shop ~> user: sorry\n}\n`,
      "charged",
    ],
  },
});
