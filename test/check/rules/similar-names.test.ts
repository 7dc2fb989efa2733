import { similarNames } from "../../../src/check/rules/similar-names.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(similarNames, {
  silent: {
    "names that are both declared":
      "payment: Payments\npaymant: Paymants\nshop ~> payment: x\nshop ~> paymant: x\n",
    "short names": "apis: APIs\na ~> apis: x\na ~> apix: x\n",
    numbers: "a ~> worker1: x\na ~> worker2: x\n",
    "letters that count": "a ~> shard-a: x\na ~> shard-b: x\n",
    "one and many": "a ~> order: x\na ~> orders: x\n",
    "names that differ in case, which the compiler reports":
      "Payment: Payments\na ~> Payment: x\na ~> payment: x\n",
    "names that differ in two letters": "payment: Payments\na ~> payment: x\na ~> pavmant: x\n",
  },
  reports: {
    "a wrong letter": ["payment: Payments\na ~> payment: x\na ~> paymant: x\n", "paymant"],
    "a letter too few": ["payment: Payments\na ~> payment: x\na ~> paymnt: x\n", "paymnt"],
    "a letter too many": ["payment: Payments\na ~> payment: x\na ~> payyment: x\n", "payyment"],
    "two letters swapped": ["payment: Payments\na ~> payment: x\na ~> paymetn: x\n", "paymetn"],
    "the rarer of two that were not declared": [
      "a ~> gatewey: x\na ~> gateway: x\nb ~> gateway: x\n",
      "gatewey",
    ],
  },
});
