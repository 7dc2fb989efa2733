import type { Callback } from "../../flow/flow.ts";
import type { Context } from "../context.ts";
import { leftoverOf } from "../leftovers.ts";
import type { Race } from "../races.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import { list } from "../words.ts";

export const fanInMismatch: Rule = {
  code: "fan-in-mismatch",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "none",
  summary: "A wait for the first of several callbacks can block, or leaves the others behind.",
  why:
    "Where none of them comes, the wait never ends. Where one comes, the work behind the others goes on, and its answers and " +
    "failures reach nobody: it should be cancelled, or somebody should say that it may be forgotten.",
  bad:
    "a ~> b: price { callback: x }\na ~> c: price { callback: y }\nb ~> a: five { resolves: x }\nc ~> a: six { resolves: y }\n" +
    "await: [x; y] { any: true }\n",
  good:
    "a ~> b: price { callback: x }\na ~> c: price { callback: y }\nawait: [x; y] { any: true }\nalt: b is first {\n" +
    "  b ~> a: five { resolves: x }\n  cancel: y\n} else: c is first {\n  c ~> a: six { resolves: y }\n  cancel: x\n}\n",
  sources: ["no-floating-promises, a rule of typescript-eslint: Promise.all, any and race"],
  yieldsTo: ["await-without-sender", "await-before-request", "misrouted-callback"],
  limits:
    "The count of a wait for all is judged by the rules on each of its callbacks. Of one wait, at most eight callbacks are followed.",
  check: (context) =>
    context.races.flatMap((race) => [...blocks(context, race), ...leaves(context, race)].slice(0, 1)),
};

const blocks = (context: Context, race: Race): readonly Finding[] => {
  const path = race.says("arrived") ? race.pathTo("starved") : undefined;
  if (path === undefined) return [];
  const { words } = context;
  const when = words.when(path.decisions);
  return [
    {
      message: `The wait for the first of ${namesOf(race.callbacks)} never ends ${when === "" ? "on some path" : when}: none of them comes.`,
      ...shown(context, race),
      help: "let one of them be rejected there, or give the wait a `timeout`",
    },
  ];
};

const leaves = (context: Context, race: Race): readonly Finding[] => {
  const left = race.callbacks.length > 1 ? leftoverOf(context.facts, context.events, race) : undefined;
  const name = race.callbacks[left?.racer ?? -1]?.name;
  if (left === undefined || name === undefined) return [];
  const when = context.words.when(left.decisions);
  return [
    {
      message: `The wait for the first of ${namesOf(race.callbacks)} leaves the others behind${when && ` ${when}`}.`,
      ...shown(context, race),
      severity: "warning",
      help: `cancel the rest below it: \`cancel: ${name}\`, or handle it: \`on: ${name} { … }\``,
    },
  ];
};

const namesOf = (callbacks: readonly Callback[]): string => list(callbacks.map(({ name }) => `\`${name}\``));

const shown = (
  { facts, flow }: Context,
  { occurrence, callbacks }: Race,
): Pick<Finding, "span" | "notes" | "about"> => ({
  span: facts.awaitedNames.get(occurrence)?.[0]?.span ??
    facts.occurrences.list[occurrence]?.span ?? { file: flow.file, start: 0, end: 0 },
  notes: callbacks.flatMap(({ asked }) =>
    asked.slice(0, 1).map(({ span }) => ({ message: "this one is asked for here", span })),
  ),
  about: callbacks.map(({ index }) => about.callback(index)),
});
