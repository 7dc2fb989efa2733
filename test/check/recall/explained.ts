import type { Survivor } from "./measure.ts";

/** Why a mutant is not caught, or not by its rule alone. */
interface Reason {
  readonly code: string;
  /** What is reported beside the rule; empty where nothing is reported at all. */
  readonly says: readonly string[];
  readonly why: string;
}

const open =
  "The way out of the fault leaves open who comes first: that is a second fault, about another message.";

const reasons: readonly Reason[] = [
  {
    code: "double-resolve",
    says: [],
    why: "The callback is asked for in a loop, where a second arrival may be that of the next round: a limit of the rule.",
  },
  {
    code: "duplicate-unsafe-receiver",
    says: [],
    why: "No message that the receiver sends says `effect: true`, so it is not known whether anything happens twice.",
  },
  {
    code: "dual-write",
    says: [],
    why: "No message to a store says `effect: true`, so writes and reads cannot be told apart.",
  },
  { code: "unmatched-reply", says: ["non-local-choice"], why: open },
  { code: "unmatched-reply", says: ["receive-race"], why: open },
  { code: "receive-race", says: ["non-local-choice"], why: open },
  { code: "poison-message-loop", says: ["non-local-choice"], why: open },
  {
    code: "similar-names",
    says: ["callback-reply-race"],
    why: "The message that went astray was what the callback follows from.",
  },
];

/** The reason why a mutant survived; undefined where nobody has found one yet. */
export const reasonOf = ({ code, says }: Pick<Survivor, "code" | "says">): string | undefined =>
  reasons.find(
    (reason) =>
      reason.code === code &&
      `${says.filter((each) => each !== code).toSorted()}` === `${reason.says.toSorted()}`,
  )?.why;

/** Findings on flows that were not written for their rule, looked at one by one. */
export const judged: readonly {
  readonly flow: string;
  readonly code: string;
  readonly isRight: boolean;
  readonly why: string;
}[] = [
  {
    flow: "good of ambiguous-name",
    code: "unused-participant",
    isRight: true,
    why: "one of its two APIs gets no message",
  },
  {
    flow: "good of duplicate-name",
    code: "callback-missing",
    isRight: true,
    why: "it asks for two callbacks and draws no answer",
  },
  {
    flow: "good of misplaced-attribute",
    code: "callback-missing",
    isRight: true,
    why: "it asks for a callback and draws no answer",
  },
  {
    flow: "good of unknown-participant",
    code: "poison-message-loop",
    isRight: true,
    why: "nobody reads its dead letters",
  },
];
