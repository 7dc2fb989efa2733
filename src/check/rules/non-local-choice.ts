import { about, type Rule } from "../rule.ts";
import { tell } from "../schedule-words.ts";

export const nonLocalChoice: Rule = {
  code: "non-local-choice",
  severity: "error",
  category: "ordering",
  precision: "high",
  tier: "order",
  fixKind: "none",
  summary: "Several participants can start different operands of one choice, and none of them decides.",
  why:
    "An alternative is taken by whoever acts first in it. Where two can act without knowing of each other, one cancels while the other " +
    "ships: both operands begin, and the flow is in a state that the picture does not have.",
  bad: "alt: customer cancels {\n  a ~> b: cancel\n} else: goods are there {\n  b ~> a: shipped\n}\n",
  good: "alt: customer cancels {\n  decided-by: a\n  a ~> b: cancel\n} else: goods are there {\n  a ~> b: go on\n  b ~> a: shipped\n}\n",
  sources: [
    "Ben-Abdallah and Leue, Syntactic detection of process divergence and non-local choice in message sequence charts, 1997",
    "Mooij, Goga and Romijn, Non-local choice and beyond, 2005",
  ],
  yieldsTo: [],
  limits:
    "Who acts first in an operand is read off the picture: who sends there before having received anything that is sent there. That " +
    "both may know the answer from what they received before, or from a clock, is not seen, unless a condition with the same words " +
    "was asked above. Which callback comes first, or whether it comes, is no choice: its owner sees it. Loops and handlers are none either.",
  check: ({ flow, facts, words, orderings }) =>
    orderings.splits.map(({ fragment, starts: [one, other], witness }) => {
      const [a, b] = [one, other].map(({ occurrence }) => words.participant(occurrence.lifeline));
      const isOne = one.operand === other.operand;
      const way = (operand: number): string =>
        words.when([{ fragment: fragment.index, operand }]).replace(/^when /, "") || "it";
      const decider = flow.participants[fragment.attributes["decided-by"] ?? -1];
      const why =
        decider === undefined
          ? "nobody decides between them"
          : `${words.participant(decider.index)} decides, but tells nobody first`;
      return {
        message: isOne
          ? `${a} and ${b} can both start ${way(one.operand)} or leave it, each without the other: ${decider === undefined ? "nobody decides" : why}.`
          : `${a} can start ${way(one.operand)} while ${b} starts ${way(other.operand)}: ${why}.`,
        span: words.firstWord(fragment.span),
        notes: [one, other].map(({ occurrence }) => ({
          message: `here ${words.participant(occurrence.lifeline)} ${tell(facts, words, occurrence)}, and nothing in this operand has told it to`,
          span: occurrence.span,
        })),
        help: `let one of them start every operand and tell the other; \`decided-by: ${words.key(one.occurrence.lifeline)}\` says who it is`,
        ...(witness !== undefined && { witness }),
        about: [about.fragment(fragment.index)],
      };
    }),
};
