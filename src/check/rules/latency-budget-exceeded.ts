import type { BudgetStep } from "../../flow/flow.ts";
import { eachStatement } from "../../order/statements.ts";
import { duration } from "../amounts.ts";
import type { Context } from "../context.ts";
import type { Finding, Rule } from "../rule.ts";
import type { SlowWay } from "../slow-ways.ts";
import type { TimedPath } from "../timed-paths.ts";
import { guessed, notesOn, sumOf, turnsOn } from "../way-notes.ts";

export const latencyBudgetExceeded: Rule = {
  code: "latency-budget-exceeded",
  severity: "error",
  category: "quantity",
  precision: "high",
  tier: "numbers",
  fixKind: "none",
  summary: "A stretch takes longer than its budget allows, always or when it is slow.",
  why:
    "A budget is a promise to whoever waits at its end. The times that the text itself declares break it, so it will be broken in " +
    "production too, and somebody else's time limit will be the first to tell.",
  bad:
    "app -> api: search { id: asked; latency: 80ms }\napi -> index: look up { latency: 120ms }\nindex --> api: 9 hits { latency: 120ms }\n" +
    "api --> app: 9 hits { id: shown; latency: 80ms }\nbudget: 300ms { from: asked; to: shown }\n",
  good:
    "app -> api: search { id: asked; latency: 80ms }\napi -> index: look up { latency: 20ms }\nindex --> api: 9 hits { latency: 20ms }\n" +
    "api --> app: 9 hits { id: shown; latency: 80ms }\nbudget: 300ms { from: asked; to: shown }\n",
  sources: [
    "Kelley and Walker, Critical-path planning and scheduling, 1959",
    "Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996",
  ],
  yieldsTo: [],
  limits:
    "It is an error where the lower ends of the declared times are too long, and a warning where only the upper ends are. What has no time counts as 0, " +
    "retries are not counted, and a loop counts with all rounds that its text allows. Upper ends are often guesses: a budget for most runs is better compared with their typical times.",
  check: (context) => {
    const budgets: BudgetStep[] = [];
    eachStatement(context.flow, (step) => {
      if (step.kind === "budget") budgets.push(step);
    });
    return budgets.flatMap((budget): readonly Finding[] => {
      let worst: Spent | undefined;
      for (const path of context.timed)
        for (const { from, way } of stretchesOf(path, budget))
          if (way.slow > (worst?.way.slow ?? budget.limit)) worst = { path, from, way };
      return worst === undefined ? [] : [findingOf(context, budget, worst)];
    });
  },
};

interface Spent {
  readonly path: TimedPath & Pick<Context["timed"][number], "measure">;
  readonly from: number;
  readonly way: SlowWay;
}

/** The stretches of a path that a budget speaks of: from each time its first message is sent to the next receipt of its last. */
const stretchesOf = (
  path: Context["timed"][number],
  { from, to }: BudgetStep,
): readonly { readonly from: number; readonly way: SlowWay }[] => {
  const { order, events } = path;
  const found: { from: number; way: SlowWay }[] = [];
  let begun = -1;
  for (const { index, occurrence } of events.list) {
    const happening = order.occurrences[occurrence];
    const isStart =
      order.sendOf[from] === occurrence ||
      (order.sendOf[from] === -1 && order.receiptOf[from] === occurrence);
    if (isStart && begun < 0) begun = index;
    const isEnd = happening?.message === to && (happening.kind === "receipt" || order.receiptOf[to] === -1);
    if (!isEnd || begun < 0 || index === begun) continue;
    const way = path.measure(begun, index, false);
    if (way !== undefined) found.push({ from: begun, way });
    begun = -1;
  }
  return found;
};

const findingOf = (
  { words }: Context,
  { limit, span, from, to }: BudgetStep,
  { path, from: start, way }: Spent,
): Finding => {
  const isCertain = way.least > limit;
  const turns = words.when(turnsOn(path, way.steps, start));
  const takes = isCertain ? `takes at least ${duration(way.least)}` : `can take ${duration(way.slow)}`;
  const fast = way.least === way.slow ? "" : ` when slow, at least ${duration(way.least)}`;
  return {
    message: `From ${words.message(from)} to ${words.message(to)} it ${takes}${turns === "" ? "" : ` ${turns}`}, and the budget is ${duration(limit)}.`,
    span,
    ...(isCertain ? {} : { severity: "warning" }),
    notes: [
      ...notesOn(path, way.steps, words),
      {
        message: `${sumOf(way.steps.map(({ ms }) => ms))}${fast}${guessed(way)}`,
      },
    ],
    help: "raise the budget, or let parts of the way run at the same time",
    about: [`budget ${span.file} ${span.start}`],
  };
};
