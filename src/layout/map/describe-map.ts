import type { Channel, ChannelKind } from "../../flow/channels.ts";
import type { Flow } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import { namesOf } from "./label.ts";

/** Longest description, in sentences: past it, the rest is counted. */
const longest = 120;

/** `what` is empty, or the names of messages. */
type Say = (from: string, to: string, what: string) => string;

const withNames = (what: string): string => (what ? `: ${what}` : "");

const verbs: Readonly<Record<ChannelKind, Say>> = {
  call: (from, to, what) => `${from} calls ${to}${withNames(what)}`,
  async: (from, to, what) => `${from} sends ${what || "messages"} to ${to} without waiting`,
  reply: (from, to, what) => `${from} replies to ${to}${withNames(what)}`,
  association: (from, to, what) => `${from} is linked with ${to}${withNames(what)}`,
  route: (from, to, what) => `${from} gives ${what || "what cannot be delivered"} to ${to}`,
};

/** One channel, as a sentence without its full stop. */
export const channelSentence = (flow: Flow, channel: Channel): string => {
  const what = listed(namesOf(channel).map(({ text }) => text));
  const after = channel.kind === "route" ? afterReceives(flow, channel) : "";
  return `${verbs[channel.kind](nameOf(flow, channel.from), nameOf(flow, channel.to), what)}${after}`;
};

const afterReceives = (flow: Flow, { from }: Channel): string => {
  const receives = from === null ? undefined : flow.participants[from]?.attributes["max-receives"];
  return receives === undefined ? "" : ` after ${receives} ${receives === 1 ? "receive" : "receives"}`;
};

const nameOf = (flow: Flow, index: number | null): string =>
  index === null ? "the outside" : oneLine(flow.participants[index]?.label.text ?? "");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** `a`, `a and b`, `a, b and c`. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/**
 * A map as prose, for people who cannot see it: who stands where, what goes through which queue, who calls or sends to whom.
 *
 * In:   a flow and its channels.
 * Out:  the author's own description where there is one. Names keep their letters as they are: `api`, at a beginning, too.
 * Cost: linear in participants and channels.
 */
export const describeMap = (flow: Flow, channels: readonly Channel[]): string => {
  if (flow.description) return flow.description;
  const piped = new Set<Channel>();
  const pipes = flow.participants
    .filter(({ kind }) => participantKinds[kind].channel)
    .flatMap(({ index }): readonly string[] => {
      const ins = channels.filter(({ kind, from, to }) => kind !== "route" && to === index && from !== index);
      const outs = channels.filter(({ kind, from }) => kind !== "route" && from === index);
      if (ins.length === 0 || outs.length === 0) return [];
      for (const each of [...ins, ...outs]) piped.add(each);
      const names = [...new Set([...ins, ...outs].flatMap((each) => namesOf(each).map(({ text }) => text)))];
      const [sources, targets] = [ins.map(({ from }) => from), outs.map(({ to }) => to)].map((ends) =>
        listed([...new Set(ends)].map((end) => nameOf(flow, end))),
      );
      return [
        `${listed(names) || "Messages"} ${names.length === 1 ? "goes" : "go"} from ${sources} through ${nameOf(flow, index)} to ${targets}`,
      ];
    });
  const sentences = [
    ...flow.boundaries.flatMap(({ index, label }) => {
      const inside = [
        ...flow.participants.filter(({ boundary }) => boundary === index).map((each) => each.label.text),
        ...flow.boundaries.filter(({ parent }) => parent === index).map((each) => each.label.text),
      ];
      return inside.length > 0 ? [`${oneLine(label.text)} holds ${listed(inside.map(oneLine))}`] : [];
    }),
    ...channels
      .filter((each) => !piped.has(each) && each.kind !== "route")
      .map((each) => channelSentence(flow, each)),
    ...pipes,
    ...channels.filter(({ kind }) => kind === "route").map((each) => channelSentence(flow, each)),
  ].map((sentence) => `${sentence.replace(/^the outside/, "The outside")}.`);
  const left = sentences.length - longest;
  return [...sentences.slice(0, longest), ...(left > 0 ? [`And ${left} more.`] : [])].join(" ");
};
