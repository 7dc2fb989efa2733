import type { Flow, Fragment, Message } from "../../flow/flow.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import { componentsOf } from "../components.ts";
import type { Context } from "../context.ts";
import { utilisation } from "../loads.ts";
import { about, type Finding, type Rule } from "../rule.ts";

export const processDivergence: Rule = {
  code: "process-divergence",
  severity: "warning",
  category: "quantity",
  precision: "high",
  tier: "structure",
  fixKind: "none",
  summary: "In a loop a sender can run ahead of its receiver without bound.",
  why:
    "Nothing in the loop makes the sender wait, so what it has sent and the receiver has not taken yet grows for as long as the " +
    "sender is faster. Some buffer on the way will be the first to give in.",
  bad: "loop: until stopped {\n  meter ~> log: value\n}\n",
  good: "loop: until stopped {\n  meter ~> log: value { callback: taken }\n  log ~> meter: next { resolves: taken }\n  await: taken\n}\n",
  sources: [
    "Ben-Abdallah and Leue, Syntactic detection of process divergence and non-local choice in message sequence charts, 1997",
  ],
  yieldsTo: [
    "callback-missing",
    "callback-missing-on-path",
    "await-without-sender",
    "misrouted-callback",
    "unawaited-callback",
    "await-before-request",
    "missing-correlation",
    "unreachable-event",
  ],
  limits:
    "Judged are loops without a label or with `until`: other words may well mean a bound, and `every` is one. A message back to the sender, by whatever way, is feedback; so is a call, since it waits. " +
    "Silent about sends into a topic or a queue with a `capacity`, what queues deliver, streamed callbacks, what people and schedulers send or people receive, and receivers whose declared capacity is above the declared rate.",
  check: (context) => {
    const { flow } = context;
    const loops = flow.fragments.filter(isUnbounded);
    if (loops.length === 0) return [];
    const inside = messagesIn(flow, new Set(loops.map(({ index }) => index)));
    return loops.flatMap((loop) => {
      const messages = inside.get(loop.index) ?? [];
      const edges = messages.flatMap(({ kind, from, to }): readonly (readonly [number, number])[] => {
        if (from === null || to === null) return [];
        return messageKinds[kind].waits
          ? [
              [from, to],
              [to, from],
            ]
          : [[from, to]];
      });
      const component = componentsOf(flow.participants.length, edges);
      const seen = new Set<string>();
      return messages.flatMap((message): readonly Finding[] => {
        const { from, to } = message;
        if (from === null || to === null || component[from] === component[to]) return [];
        if (seen.has(`${from} ${to}`) || !runsAhead(context, message)) return [];
        seen.add(`${from} ${to}`);
        return [findingOf(context, loop, message)];
      });
    });
  },
};

const isUnbounded = ({ kind, label, rounds }: Fragment): boolean =>
  kind === "loop" && rounds?.every === undefined && /^(until\b.*)?$/.test(label?.text.trim() ?? "");

/** By loop: the messages in it, those in an inner loop that is judged by itself left to that one. */
const messagesIn = (flow: Flow, loops: ReadonlySet<number>): ReadonlyMap<number, readonly Message[]> => {
  const inside = new Map<number, Message[]>();
  for (const message of flow.messages) {
    const loop = message.within.findLast(({ fragment }) => loops.has(fragment))?.fragment;
    if (loop === undefined || !messageKinds[message.kind].happens) continue;
    const known = inside.get(loop);
    if (known === undefined) inside.set(loop, [message]);
    else known.push(message);
  }
  return inside;
};

const runsAhead = ({ flow, facts, loads }: Context, message: Message): boolean => {
  const { from, to, kind, attributes } = message;
  const [sender, receiver] = [flow.participants[from ?? -1], flow.participants[to ?? -1]];
  if (sender === undefined || receiver === undefined || messageKinds[kind].answers) return false;
  if (participantKinds[sender.kind].channel || pacing.has(sender.kind) || receiver.kind === "person")
    return false;
  const { channel, copies } = participantKinds[receiver.kind];
  if (copies || (channel && receiver.attributes.capacity !== undefined) || attributes.lost === true)
    return false;
  const brings = [...message.resolves, ...message.rejects, ...message.carries];
  if (brings.some((name) => flow.callbacks[facts.occurrences.callbacks.find(name)]?.stream)) return false;
  const load = loads.find(({ participant }) => participant === to);
  return load?.arrives === undefined || utilisation(load) >= 1;
};

/** They do not send as fast as they can. */
const pacing: ReadonlySet<string> = new Set(["person", "scheduler"]);

const findingOf = ({ words, flow, facts }: Context, loop: Fragment, message: Message): Finding => {
  const { callbacks } = facts.occurrences;
  const concerned = [...message.asks, ...message.resolves, ...message.rejects];
  const [sender, receiver] = [words.participant(message.from), words.participant(message.to)];
  const { channel } = participantKinds[flow.participants[message.to ?? -1]?.kind ?? "service"];
  return {
    message: `Nothing makes ${sender} wait in this loop, so it can send ${words.message(message.index)} faster than ${receiver} ${channel ? "is emptied" : "takes it"}.`,
    span: message.span,
    notes: [
      {
        message: `it is sent in every round, and nothing comes back to ${sender}`,
        span: loop.label?.span ?? words.firstWord(loop.span),
      },
    ],
    help: channel
      ? `bound it: \`${words.key(message.to)}: { capacity: …; overflow: block }\``
      : `let ${receiver} answer, and ${sender} wait for it; or say \`every\` how long a round begins`,
    // What should have come back is the mistake, where something should have.
    about: [about.message(message.index), ...concerned.map((name) => about.callback(callbacks.find(name)))],
  };
};
