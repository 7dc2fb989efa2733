import { about, type Rule } from "../rule.ts";
import { label, tell } from "../schedule-words.ts";

export const callbackIntoBlockedCaller: Rule = {
  code: "callback-into-blocked-caller",
  severity: "error",
  category: "liveness",
  precision: "very-high",
  tier: "order",
  fixKind: "none",
  summary: "A call can never be answered, because its answer needs the caller, who is blocked in the call.",
  why:
    "A participant that handles nothing while it waits for a reply cannot take what the other side sends it meanwhile. When the reply " +
    "depends on that, both wait for each other until a timeout ends it, every time.",
  bad: "a: Agent { kind: worker }\na -> b: start\nb -> a: get config\na --> b: config\nb --> a: ok\n",
  good: "a: Agent { kind: worker }\na -> b: start\nb --> a: accepted\nb ~> a: need config { id: need }\na ~> b: config\nb ~> a: ok\n",
  sources: ["Ladkin and Leue, Interpreting message flow graphs, 1995"],
  yieldsTo: ["await-before-request", "await-without-sender"],
  limits:
    "Who handles messages while waiting is said by `reentrant`; by default services, persons and external systems do, workers, stores " +
    "and schedulers do not. A call whose reply is not drawn blocks nobody.",
  check: ({ facts, words, orderings }) =>
    orderings.selfBlocks.flatMap(({ call, held, callbacks, witness }) => {
      const occurrence = facts.occurrences.list[held];
      if (occurrence === undefined) return [];
      const caller = words.participant(call.from);
      return [
        {
          message: `${caller} waits for the reply to ${label(call)} and handles nothing until it comes, but it comes only after ${caller} ${tell(facts, words, occurrence)}.`,
          span: call.span,
          notes: [{ message: `${caller} is needed here, while it is blocked`, span: occurrence.span }],
          help: `let the call be answered at once and the result come later: \`~>\` with a callback and an await; or say \`reentrant: true\` if ${caller} does handle messages meanwhile`,
          ...(witness !== undefined && { witness }),
          about: [about.message(call.index), ...callbacks.map(about.callback)],
        },
      ];
    }),
};
