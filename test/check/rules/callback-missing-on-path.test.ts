import { expect, test } from "vitest";
import { callbackMissingOnPath } from "../../../src/check/rules/callback-missing-on-path.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const asked = "shop ~> pay: charge { callback: charged }";
const answered = "pay ~> shop: charged { resolves: charged }";
const refused = "pay ~> shop: refused { rejects: charged }";

describeRule(callbackMissingOnPath, {
  silent: {
    "a failure that is told": `${asked}\nalt: ok {\n  ${answered}\n} else: declined {\n  ${refused}\n}\nawait: charged\n`,
    "a silent path that cancels": `${asked}\nalt: ok {\n  ${answered}\n  await: charged\n} else: declined {\n  cancel: charged\n}\n`,
    "a silent path that detaches": `${asked}\nalt: ok {\n  ${answered}\n  await: charged\n} else: declined {\n  detach: charged { reason: "mailed" }\n}\n`,
    "a silent path that times out": `${asked}\nalt: in time {\n  ${answered}\n} else: too late {\n  pay -> pay: hang\n}\nawait: charged { timeout: 5s }\non: charged timeout {\n  shop ~> user: sorry\n}\n`,
    "a request on the same path only": `alt: card {\n  ${asked}\n  ${answered}\n  await: charged\n} else: cash {\n  shop ~> user: thanks\n}\n`,
    "a request and its answer under one condition": `opt: card {\n  ${asked}\n}\nopt: card {\n  ${answered}\n}\nopt: card {\n  await: charged\n}\n`,
    "a break before the request": `break: closed {\n  shop ~> user: tomorrow\n}\n${asked}\n${answered}\nawait: charged\n`,
    "an answer in a retry": `${asked}\nretry: 3 times {\n  ${answered}\n}\nawait: charged\n`,
    "an answer in the loop that it ends": `${asked}\nloop: until charged {\n  opt: ready {\n    ${answered}\n  }\n}\nawait: charged\n`,
    "a stream without a round":
      "api ~> w: render { callback: bar; stream: bar }\nloop: every 5s {\n  w ~> api: 40 % { resolves: bar }\n  on: bar {\n    api -> api: draw\n  }\n}\n",
    "answers of two loops that belong together": `loop: for each order {\n  ${asked}\n}\nloop: while answers come {\n  ${answered}\n}\nawait: charged\n`,
    "receivers that all answer": `shop ~> [a; b]: price? { callback: quote }\na ~> shop: 5 { resolves: quote }\nb ~> shop: 6 { resolves: quote }\nawait: quote\n`,
    "receivers that answer through a third": `shop ~> [a; b]: price? { callback: quote }\na ~> desk: 5\nb ~> desk: 6\ndesk ~> shop: best { resolves: quote }\nawait: quote\n`,
    "parallel requests, each with its answer": `par: {\n  shop ~> a: price? { callback: quote }\n  a ~> shop: 5 { resolves: quote }\n} and: {\n  shop ~> b: price? { callback: quote }\n  b ~> shop: 6 { resolves: quote }\n}\nawait: quote\n`,
    "the first of two that answer in turns": `shop ~> a: price? { callback: x }\nshop ~> b: price? { callback: y }\nalt: a is first {\n  a ~> shop: 5 { resolves: x }\n  cancel: y\n} else: b is first {\n  b ~> shop: 6 { resolves: y }\n  cancel: x\n}\nawait: [x; y] { any: true }\n`,
    "an answer in every handler of another callback": `shop ~> stock: reserve { callback: held; timeout: 5s }\n${asked}\nstock ~> shop: held { resolves: held }\non: held {\n  ${answered}\n}\non: held timeout {\n  ${refused}\n}\nawait: charged\n`,
    "a wait below the handler of another one's timeout, which cancels it": `shop ~> stock: reserve { callback: held; timeout: 5s }\n${asked}\nstock ~> shop: held { resolves: held }\non: held {\n  shop -> shop: go on\n}\non: held timeout {\n  cancel: charged\n}\n${answered}\nawait: charged\n`,
    "a request in the handler of a timeout": `shop ~> stock: reserve { callback: held; timeout: 5s }\nstock ~> shop: held { resolves: held }\non: held {\n  shop -> shop: go on\n}\non: held timeout {\n  ${asked}\n}\n${answered}\nawait: charged\n`,
  },
  reports: {
    "a silent opt": [
      `${asked}\nopt: ok {\n  ${answered}\n}\non: charged {\n  shop ~> user: thanks\n}\n`,
      "charged",
    ],
    "a break between request and answer": [
      `${asked}\nbreak: closed {\n  shop ~> user: tomorrow\n}\n${answered}\nawait: charged\n`,
      "charged",
    ],
    "a loop that may run no round": [
      `${asked}\nloop: while busy {\n  ${answered}\n}\non: charged {\n  shop ~> user: thanks\n}\n`,
      "charged",
    ],
    "one path of three": [
      `${asked}\nalt: ok {\n  ${answered}\n} else: declined {\n  ${refused}\n} else: unknown {\n  pay -> pay: log\n}\nawait: charged\n`,
      "charged",
    ],
    "one of two receivers on a path": [
      "shop ~> [a; b]: price? { callback: quote }\na ~> shop: 5 { resolves: quote }\nopt: b is up {\n  b ~> shop: 6 { resolves: quote }\n}\nawait: quote\n",
      "quote",
    ],
    "a timeout drawn on another path": [
      `${asked}\nalt: ok {\n  ${answered}\n  await: charged { timeout: 5s }\n  on: charged timeout {\n    shop ~> user: sorry\n  }\n} else: declined {\n  pay -> pay: log\n}\n`,
      "charged",
    ],
    "a wait with a time limit and no word of what then": [
      `${asked}\nopt: ok {\n  ${answered}\n}\nawait: charged { timeout: 5s }\n`,
      "charged",
    ],
    "the path of a handler": [
      `shop ~> stock: reserve { callback: held }\n${asked}\nalt: in stock {\n  stock ~> shop: held { resolves: held }\n} else: sold out {\n  stock ~> shop: none { rejects: held }\n}\non: held {\n  ${answered}\n}\non: held rejected {\n  shop ~> user: sorry\n}\nawait: charged\n`,
      "charged",
    ],
  },
});

test("a timeout that is drawn on another path makes it an information", () => {
  const text = `${asked}\nalt: ok {\n  ${answered}\n  await: charged { timeout: 5s }\n  on: charged timeout {\n    shop ~> user: sorry\n  }\n} else: declined {\n  pay -> pay: log\n}\n`;
  expect(findingsIn(text).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "info callback-missing-on-path",
  ]);
});

test("the message names the path by its guards", () => {
  const text = `${asked}\nalt: a {\n  opt: b {\n    ${answered}\n  }\n} else: c {\n  ${answered}\n}\nawait: charged\n`;
  expect(findingsIn(text).map(({ message }) => message)).toEqual([
    "Nothing resolves or rejects the callback `charged` when `alt: a` and `opt: b` is skipped.",
  ]);
});
