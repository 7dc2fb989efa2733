import type { Note } from "../../source/diagnostic.ts";
import { type CallbackPlaces, placesOf } from "../callback-places.ts";
import type { Context } from "../context.ts";
import type { Obligation } from "../obligations.ts";
import type { Race } from "../races.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import { waysToSend } from "../ways-to-send.ts";
import { list } from "../words.ts";

export const awaitWithoutSender: Rule = {
  code: "await-without-sender",
  severity: "error",
  category: "liveness",
  precision: "very-high",
  tier: "paths",
  fixKind: "suggestion",
  summary: "Something waits for a callback that can never come.",
  why:
    "No execution of the flow ends this wait: nobody sends the callback, or it can be sent only by work that the wait itself " +
    "holds up, or it was cancelled before. The participant hangs until somebody restarts it.",
  bad: "shop ~> pay: authorise { callback: captured }\nawait: captured\nshop ~> pay: capture\npay ~> shop: captured { resolves: captured }\n",
  good: "shop ~> pay: authorise { callback: captured }\nshop ~> pay: capture\npay ~> shop: captured { resolves: captured }\nawait: captured\n",
  sources: [
    "AWS Step Functions, best practices: use timeouts to avoid stuck executions",
    "Holzmann, The Spin model checker, 2003: invalid end states",
  ],
  yieldsTo: [
    "await-before-request",
    "misrouted-callback",
    "await-by-wrong-participant",
    "callback-before-request",
  ],
  limits:
    "That a wait holds up its own answer is seen where one message leads to the next on every path, not where it depends on " +
    "which operand is taken. A callback from a participant that is not drawn looks like one that nobody sends.",
  check: (context) => [
    ...context.races.flatMap((race) => noneComes(context, race)),
    ...context.obligations.flatMap((obligation) => [
      ...forEver(context, obligation),
      ...inVain(context, obligation),
    ]),
  ],
};

const noneComes = ({ facts, words }: Context, { occurrence, callbacks, says }: Race): readonly Finding[] => {
  const [first] = callbacks;
  const wait = facts.occurrences.list[occurrence];
  if (says("arrived") || !says("starved") || first === undefined || wait === undefined) return [];
  const names = facts.awaitedNames.get(occurrence) ?? [];
  const all = callbacks.map(({ name }) => `\`${name}\``);
  const waiter = words.participant(wait.lifeline < 0 ? null : wait.lifeline);
  return [
    {
      message: `${waiter} waits for the first of ${all.length > 1 ? list(all) : `several ${all[0]}`}, but nothing ever resolves or rejects one.`,
      span: names[0]?.span ?? wait.span,
      notes: callbacks.flatMap(({ asked }) =>
        asked.slice(0, 1).map(({ span }) => ({ message: "this one is asked for here", span })),
      ),
      help: `send one of them: \`… { resolves: ${first.name} }\``,
      about: callbacks.map(({ index }) => about.callback(index)),
    },
  ];
};

const forEver = (context: Context, obligation: Obligation): readonly Finding[] => {
  const blocked = placesOf(context, obligation, "self-blocked");
  const starved = obligation.says("arrived") ? undefined : placesOf(context, obligation, "starved");
  const { words } = context;
  const { callback, receiver } = obligation;
  const owner = words.participant(callback.owner);
  if (blocked !== undefined) {
    const { arrival } = blocked;
    const message = `${owner} waits here for \`${callback.name}\`, which can only be sent when this wait is over.`;
    const cause = arrival && {
      message: `this is sent only after what ${owner} does below its wait`,
      span: arrival.span,
    };
    return [
      finding(
        obligation,
        blocked,
        message,
        cause,
        `move \`await: ${callback.name}\` below what leads to the answer`,
      ),
    ];
  }
  if (starved === undefined) return [];
  const lost = starved.lastOf("lose");
  const { help, fixes } = waysToSend(context, obligation, "resolves");
  const who =
    receiver === undefined
      ? "but nothing ever resolves or rejects it"
      : `but ${words.participant(receiver)} never sends it`;
  const message = `${owner} waits for \`${callback.name}\`, ${lost === undefined ? who : "but it is lost on its way"}.`;
  const note = lost && { message: "it is lost here", span: lost };
  const way =
    lost === undefined
      ? help
      : `give the wait a \`timeout\`, and say in \`on: ${callback.name} timeout { … }\` what happens then`;
  return [
    {
      ...finding(obligation, starved, message, note, way),
      ...(fixes && lost === undefined && { fixes }),
    },
  ];
};

const inVain = (context: Context, obligation: Obligation): readonly Finding[] => {
  const places = placesOf(context, obligation, "awaited-in-vain");
  if (places === undefined) return [];
  const { words } = context;
  const { callback } = obligation;
  const cancelled = places.lastOf("cancel");
  const when = places.when === "" ? "" : ` ${places.when}`;
  const message = `${words.participant(callback.owner)} waits for \`${callback.name}\`, which is cancelled before${when}.`;
  const note = cancelled && { message: "it is cancelled here", span: cancelled };
  return [finding(obligation, places, message, note, `take out \`cancel: ${callback.name}\`, or the wait`)];
};

const finding = (
  { callback }: Obligation,
  { awaited, asked }: CallbackPlaces,
  message: string,
  note: Note | undefined,
  help: string,
): Finding => {
  const request: Note = { message: "it is asked for here", span: asked };
  return {
    message,
    span: awaited ?? asked,
    notes: note === undefined ? [request] : [request, note],
    help,
    about: [about.callback(callback.index)],
  };
};
