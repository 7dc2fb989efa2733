import { about, type Rule } from "../rule.ts";
import { tell } from "../schedule-words.ts";

export const ambiguousBranch: Rule = {
  code: "ambiguous-branch",
  severity: "error",
  category: "ordering",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary:
    "A participant behaves differently in two operands of a choice, but cannot tell which one was taken.",
  why:
    "Others made the choice, and all that this participant gets to see is the same both times. Whatever tells it what to do is not in " +
    "the picture: an implementation written from it guesses.",
  bad: "alt: express {\n  a ~> b: go\n  b ~> c: fast\n} else: standard {\n  a ~> b: go\n  b ~> c: slow\n}\n",
  good: "alt: express {\n  a ~> b: go fast\n  b ~> c: fast\n} else: standard {\n  a ~> b: go slow\n  b ~> c: slow\n}\n",
  sources: ["Honda, Yoshida and Carbone, Multiparty asynchronous session types, 2008: projection"],
  yieldsTo: ["non-local-choice"],
  limits:
    "Arrows without a label are not compared, since what they carry may tell the operands apart; where a label is the same and the " +
    "content differs, say so in the label. A participant is followed only until it comes to a fragment inside an operand. Persons and " +
    "external systems decide for themselves.",
  check: ({ facts, words, orderings }) =>
    orderings.ambiguities.map(({ lifeline, fragment, does, instead, met, witness }) => {
      const who = words.participant(lifeline);
      const other = instead === undefined ? "is done" : tell(facts, words, instead);
      return {
        message: `${who} ${tell(facts, words, does)} in one operand and ${other} in another, but what it has received is the same in both.`,
        span: does.span,
        notes: met.map(({ span }, place) => ({
          message:
            place === 0
              ? "this is the last that it receives before"
              : "and in the other operand this, the same to it",
          span,
        })),
        help: "give what it receives a label of its own in each operand",
        ...(witness !== undefined && { witness }),
        about: [about.fragment(fragment)],
      };
    }),
};
