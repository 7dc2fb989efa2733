import { saysKind } from "../says-kind.ts";
import type { SystemRule } from "../system-rule.ts";

export const conflictingKinds: SystemRule = {
  code: "conflicting-kinds",
  severity: "warning",
  category: "correctness",
  precision: "high",
  summary: "Two flows say of one participant that it is of different kinds.",
  why:
    "The kind decides what the rules expect of a participant: a queue passes messages on, a worker does one thing at a time, an " +
    "external system owes no `await`. Two flows that disagree are checked against two different systems, and one of them is not yours.",
  bad: "billing: Billing { kind: worker }\nevents ~> billing: OrderPlaced\n",
  files: {
    "webhooks.slant":
      "billing: Billing { kind: external }\napi -> billing: POST /hooks\nbilling --> api: 200\n",
  },
  good: "billing: Billing { kind: external }\nevents ~> billing: OrderPlaced\n",
  limits:
    "A flow that says no kind agrees with every other. Participants with one key and different labels are not taken for one.",
  check: ({ sayings }) =>
    sayings.flatMap((all, index) => {
      const said = all.map(({ participant }) => participant).filter(saysKind);
      const [first, ...others] = said;
      const other = others.find(({ kind }) => kind !== first?.kind);
      if (first === undefined || other === undefined) return [];
      return [
        {
          message: `\`${other.key}\` is of kind \`${other.kind}\` here, and \`${first.kind}\` in another flow.`,
          span: other.attributeSpans.kind ?? other.attributeSpans.shape ?? other.span,
          notes: [
            {
              message: `the other flow says \`${first.kind}\``,
              span: first.attributeSpans.kind ?? first.attributeSpans.shape ?? first.span,
            },
          ],
          help: "give both the same kind, or one of them another key",
          on: [{ participant: index }],
          brief: `${other.kind} in another flow`,
        },
      ];
    }),
};
