import type { Participant } from "../../flow/flow.ts";
import type { SystemRule } from "../system-rule.ts";

export const conflictingLabels: SystemRule = {
  code: "conflicting-labels",
  severity: "warning",
  category: "correctness",
  precision: "high",
  summary: "Two flows give one key different labels.",
  why:
    "Either the two flows mean one thing, then readers of both must know that it has two names; or they mean two things, then a " +
    "key stands for both, and a map of the whole cannot tell them apart by it. The map draws two participants.",
  bad: "jobs: Mail jobs { kind: queue }\napi ~> jobs: Send\njobs ~> mailer: Send\n",
  files: {
    "payouts.slant": "jobs: Payout jobs { kind: queue }\npayouts ~> jobs: PayOut\njobs ~> payer: PayOut\n",
  },
  good: "mail-jobs: Mail jobs { kind: queue }\napi ~> mail-jobs: Send\nmail-jobs ~> mailer: Send\n",
  limits:
    "Labels that differ in spaces and capital letters alone are the same. A flow that gives no label agrees with every other.",
  check: ({ flow, sayings }) => {
    const byKey = new Map<string, { readonly index: number; readonly participant: Participant }>();
    return sayings.flatMap((all, index) => {
      const own = all.find(({ participant: { label, key } }) => label.text !== key)?.participant;
      if (own === undefined) return [];
      const first = byKey.get(own.key);
      if (first === undefined) byKey.set(own.key, { index, participant: own });
      if (first === undefined) return [];
      return [
        {
          message: `\`${own.key}\` is called \`${own.label.text}\` here and \`${first.participant.label.text}\` in another flow.`,
          span: own.label.span,
          notes: [{ message: "the other label", span: first.participant.label.span }],
          help: `give both the same label, or one of them another key; the map calls this one \`${flow.participants[index]?.key}\``,
          on: [{ participant: index }, { participant: first.index }],
          brief: `shares the key ${own.key}`,
        },
      ];
    });
  },
};
