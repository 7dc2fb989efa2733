import { awaitWithoutSender } from "../../../src/check/rules/await-without-sender.ts";
import { describeRule } from "../describe-rule.ts";

const asked = "shop ~> pay: authorise { callback: captured }";
const answered = "pay ~> shop: captured { resolves: captured }";

describeRule(awaitWithoutSender, {
  silent: {
    "a wait above an answer that needs nothing more": `${asked}\nawait: captured\n${answered}\n`,
    "a wait above an answer that another leads to": `${asked}\nawait: captured\nuser ~> pay: confirm\n${answered}\n`,
    "a wait with an answer on one path": `${asked}\nawait: captured\nopt: ok {\n  ${answered}\n}\n`,
    "a wait in the other operand of a par": `${asked}\npar: {\n  await: captured\n  shop ~> user: thanks\n} and: {\n  ${answered}\n}\n`,
    "an answer that its owner's other operand leads to": `${asked}\npar: {\n  await: captured\n} and: {\n  shop ~> pay: capture\n  ${answered}\n}\n`,
    "a wait that gives up before the message that leads to the answer": `${asked}\nawait: captured { timeout: 5s }\nshop ~> pay: capture\n${answered}\n`,
    "a timeout scenario": `${asked}\nawait: captured { timeout: 5s }\non: captured timeout {\n  shop ~> user: sorry\n}\n`,
    "an answer to a question that is asked in between":
      "shop ~> pay: authorise { callback: captured }\nawait: captured\npay -> shop: which currency?\nshop --> pay: EUR\npay ~> shop: captured { resolves: captured }\n",
    "the first of two, of which one comes":
      "shop ~> a: price? { callback: x }\nshop ~> b: price? { callback: y }\na ~> shop: 5 { resolves: x }\nawait: [x; y] { any: true }\ncancel: y\n",
    "a wait below a cancel on another path": `${asked}\nalt: stop {\n  cancel: captured\n} else: go on {\n  ${answered}\n  await: captured\n}\n`,
    "a wait that begins again after a timeout": `${asked}\nawait: captured { timeout: 5s }\non: captured timeout {\n  await: captured\n}\n${answered}\n`,
    "an answer after this picture": `${asked}\nawait: captured\npay ~> shop: captured { resolves: captured; in-flight: true }\n`,
    "the first of two receivers of one request":
      "shop ~> [a; b]: price? { callback: quote }\na ~> shop: 5 { resolves: quote }\nawait: quote { any: true }\n",
  },
  reports: {
    "the first of two receivers that stay silent": [
      "shop ~> [a; b]: price? { callback: quote }\nawait: quote { any: true }\n",
      "quote",
    ],
    "a wait for what nobody sends": [`${asked}\nawait: captured\n`, "captured"],
    "one of a list": [
      `${asked}\n${answered}\nshop ~> log: note { callback: noted }\nawait: [captured; noted]\n`,
      "noted",
    ],
    "both of which the first is enough": [
      "shop ~> a: price? { callback: x }\nshop ~> b: price? { callback: y }\nawait: [x; y] { any: true }\n",
      "x",
    ],
    "an answer that is lost": [
      `${asked}\npay ~> shop: gone { resolves: captured; lost: true }\nawait: captured\n`,
      "captured",
    ],
    "a wait that holds up its own answer": [
      `${asked}\nawait: captured\nshop ~> pay: capture\n${answered}\n`,
      "captured",
    ],
    "the same by way of a third": [
      `${asked}\nawait: captured\nshop ~> desk: go\ndesk ~> pay: capture\n${answered}\n`,
      "captured",
    ],
    "the same by way of a queue": [
      `jobs: { kind: queue }\n${asked}\nawait: captured\nshop ~> jobs: capture\njobs ~> pay: capture\n${answered}\n`,
      "captured",
    ],
    "the same by way of a call": [
      `${asked}\nawait: captured\nshop -> pay: capture\n${answered}\n`,
      "captured",
    ],
    "the same in an operand": [
      `${asked}\nawait: captured\nalt: now {\n  shop ~> pay: capture\n  ${answered}\n} else: later {\n  cancel: captured\n}\n`,
      "captured",
    ],
    "a wait for what was cancelled": [`${asked}\ncancel: captured\nawait: captured\n`, "captured"],
    "a wait for a receiver that stays silent": [
      "shop ~> [a; b]: price? { callback: quote }\na ~> shop: 5 { resolves: quote }\nawait: quote\n",
      "quote",
    ],
    "a wait with a time limit and no word of what then": [
      `${asked}\nawait: captured { timeout: 5s }\n`,
      "captured",
    ],
    "a wait in a branch": [`${asked}\nopt: slow {\n  await: captured\n}\n`, "captured"],
  },
});
