import type { Flow, Fragment, Message, OperandRef } from "../../flow/flow.ts";
import { fragmentKinds } from "../../language/fragment-kinds.ts";
import type { Context } from "../context.ts";
import { mayMeet } from "../may-meet.ts";
import { operandLabel } from "../operand-label.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const missingCompensation: Rule = {
  code: "missing-compensation",
  severity: "warning",
  category: "reliability",
  precision: "medium",
  tier: "paths",
  fixKind: "none",
  summary: "A saga fails after a step that changed something, and nothing undoes that step.",
  why:
    "A saga has no transaction to roll back: what its first steps have changed stays until a message undoes it. Where the way of a " +
    "failure forgets one, seats stay booked and money stays reserved for a deal that is off.",
  bad:
    "saga: Trip {\n  trip -> hotel: book { id: room; effect: true }\n  trip -> airline: book { id: seat; effect: true }\n" +
    "  opt: no seat {\n    failure: true\n    trip ~> guest: sorry\n  }\n}\n",
  good:
    "saga: Trip {\n  trip -> hotel: book { id: room; effect: true }\n  trip -> airline: book { id: seat; effect: true }\n" +
    "  opt: no seat {\n    failure: true\n    trip -> hotel: give back { compensates: room }\n    trip ~> guest: sorry\n  }\n}\n",
  sources: [
    "Garcia-Molina and Salem, Sagas, 1987",
    "Richardson, Microservices Patterns, 2018: compensatable, pivot and retriable transactions",
  ],
  yieldsTo: [],
  limits:
    "Only messages with `effect: true` in a `saga` are steps. Failures are operands with `failure: true`, replies and messages with `failure: true`, and messages that reject a callback, but not those that are tried again. " +
    "The step that fails, taken to be the last one above, needs no compensation. Which step is the pivot, after which nothing is undone, cannot be written down.",
  check: (context) =>
    context.flow.fragments.flatMap((saga) =>
      saga.kind === "saga" ? [...forgotten(context, saga), ...outOfOrder(context, saga)] : [],
    ),
};

/** A point at which a saga fails. */
interface Failure {
  /** The first message of the way that fails, in written order. */
  readonly from: number;
  readonly within: readonly OperandRef[];
  /** Steps that fail here. */
  readonly failed: ReadonlySet<number>;
  readonly what: string;
}

const forgotten = (context: Context, saga: Fragment): readonly Finding[] => {
  const { flow, words } = context;
  const inside = messagesIn(flow, saga.index);
  const steps = inside.filter(isStep);
  const compensations = flow.messages.filter(({ compensates }) => compensates !== undefined);
  const failures = steps.length === 0 ? [] : failuresOf(context, saga, inside, steps);
  return steps.flatMap((step): readonly Finding[] => {
    const failure = failures.find(
      ({ from, within, failed }) =>
        step.index < from &&
        !failed.has(step.index) &&
        mayMeet(flow, step.within, within) &&
        !compensations.some(
          ({ compensates, index, within: where }) =>
            compensates === step.index && index > step.index && mayMeet(flow, where, within),
        ),
    );
    if (failure === undefined) return [];
    const [name, place] = [words.message(step.index), words.participant(step.to)];
    return [
      {
        message: `${failure.what}, nothing undoes ${name} at ${place}.`,
        span: step.span,
        notes: [{ message: "the saga fails here", span: flow.messages[failure.from]?.span ?? saga.span }],
        help:
          step.id === undefined
            ? "give it an `id`, and add a message that `compensates` it where the saga fails"
            : `add \`${words.key(step.from)} -> ${words.key(step.to)}: … { compensates: ${step.id.text} }\` there`,
        about: [about.message(step.index)],
      },
    ];
  });
};

/** Compensations on one way that do not stand in the reverse order of their steps. */
const outOfOrder = ({ flow, words }: Context, saga: Fragment): readonly Finding[] => {
  const undoing = messagesIn(flow, saga.index).filter(({ compensates }) => compensates !== undefined);
  return undoing.flatMap((message, place): readonly Finding[] => {
    const before = undoing[place - 1];
    const [undone = -1, earlier = -1] = [message.compensates, before?.compensates];
    if (before === undefined || earlier >= undone || !sameOperand(before, message)) return [];
    return [
      {
        message: `${words.message(message.index)} undoes a later step than ${words.message(before.index)} above it.`,
        span: message.span,
        severity: "info",
        notes: [
          { message: "this step came first", span: flow.messages[earlier]?.span ?? before.span },
          { message: "steps are safest undone in the reverse of their order" },
        ],
        about: [`order of message ${message.index}`],
      },
    ];
  });
};

const isStep = ({ attributes, compensates }: Message): boolean =>
  attributes.effect === true && compensates === undefined;

const messagesIn = ({ messages }: Flow, saga: number): readonly Message[] =>
  messages.filter(({ within }) => within.some(({ fragment }) => fragment === saga));

const sameOperand = (a: Message, b: Message): boolean => {
  const [left, right] = [a.within.at(-1), b.within.at(-1)];
  return left?.fragment === right?.fragment && left?.operand === right?.operand;
};

const failuresOf = (
  { flow, facts }: Context,
  saga: Fragment,
  inside: readonly Message[],
  steps: readonly Message[],
): readonly Failure[] => {
  const isRetried = (within: readonly OperandRef[]): boolean =>
    within.some(
      ({ fragment, operand }) =>
        operand === 0 && fragmentKinds[flow.fragments[fragment]?.kind ?? "group"].tries,
    );
  const byOperand = flow.fragments.flatMap((fragment): readonly Failure[] => {
    if (!fragment.within.some((ref) => ref.fragment === saga.index)) return [];
    return fragment.operands.flatMap(({ attributes }, operand): readonly Failure[] => {
      const within = [...fragment.within, { fragment: fragment.index, operand }];
      const first = inside.find((message) =>
        message.within.some((ref) => ref.fragment === fragment.index && ref.operand === operand),
      );
      if (attributes?.failure !== true || first === undefined || isRetried(within)) return [];
      const last = steps.findLast(
        ({ index, within: where }) => index < first.index && mayMeet(flow, where, within),
      );
      const label = operandLabel(fragment, operand)?.trim();
      const what = label === undefined || label === "" ? "When the saga fails here" : `When \`${label}\``;
      return [{ from: first.index, within, failed: new Set(last === undefined ? [] : [last.index]), what }];
    });
  });
  const byMessage = inside.flatMap((message): readonly Failure[] => {
    const { attributes, rejects, within, index } = message;
    if ((attributes.failure !== true && rejects.length === 0) || isRetried(within)) return [];
    const asking = rejects.flatMap((name) =>
      (flow.callbacks[facts.occurrences.callbacks.find(name)]?.asked ?? []).map((asked) => asked.message),
    );
    const failed = new Set([facts.calls.callOf[index] ?? -1, index, ...asking]);
    return [{ from: index, within, failed, what: `After ${nameOf(message)}` }];
  });
  return [...byOperand, ...byMessage];
};

const nameOf = ({ label }: Message): string =>
  label === undefined ? "the failure" : `\`${label.text.trim().split("\n")[0] ?? ""}\``;
