import type { Field, Flow, Message, Participant } from "../../flow/flow.ts";
import { rangeText, rateText, timeText } from "../amounts.ts";
import { fill, type Phrases, phrasesFor } from "../phrases/phrases.ts";

type Say<T> = readonly ((of: T, say: Phrases) => string | undefined | false)[];

/** What a message says about itself below its line, in this order. */
const ofMessage: Say<Message["attributes"]> = [
  ({ latency }) => latency && rangeText(latency),
  ({ timeout }, say) => timeout !== undefined && fill(say.giveUp, { time: timeText(timeout) }),
  ({ retry }, say) =>
    retry &&
    (retry.backoff
      ? fill(say.attemptsApart, { count: retry.attempts, time: rangeText(retry.backoff) })
      : fill(say.attempts, { count: retry.attempts })),
  ({ ttl }, say) => ttl !== undefined && fill(say.ttl, { time: timeText(ttl) }),
  ({ rate }) => rate !== undefined && rateText(rate),
  ({ key }, say) => key !== undefined && fill(say.key, { text: key }),
  ({ correlation }, say) => correlation !== undefined && fill(say.by, { text: correlation }),
  ({ settle }, say) => settle === "nack" && say.givenBack,
  ({ duplicate }, say) => duplicate && say.twice,
];

/** What a participant says about itself below its head. */
const ofParticipant: Say<Participant["attributes"]> = [
  ({ takes }, say) => takes && fill(say.takes, { time: rangeText(takes) }),
  ({ capacity }, say) => capacity !== undefined && fill(say.holds, { count: capacity }),
  ({ retention }, say) => retention !== undefined && fill(say.keeps, { time: timeText(retention) }),
  ({ "max-receives": count }, say) => count !== undefined && fill(say.receives, { count }),
];

const said = <T>(table: Say<T>, of: T, say: Phrases): readonly string[] =>
  table.flatMap((row) => row(of, say) || []);

const between = " · ";

/** `hasEnds`: what stands at the ends of the line is said there. */
export const messageDetail = (message: Message, flow: Flow, say: Phrases, hasEnds: boolean): string =>
  isBare(message)
    ? ""
    : [
        ...(hasEnds ? [] : endsDetail(message.attributes, message.kind)),
        ...said(ofMessage, message.attributes, say),
        ...undoing(message, flow, say),
      ].join(between);

/** Whether nothing is said of a message beside its words, as of most. */
const isBare = ({ attributes, compensates }: Message): boolean =>
  compensates === undefined && isEmpty(attributes);

const isEmpty = (attributes: object): boolean => {
  for (const _ in attributes) return false;
  return true;
};

/** The message that this one undoes, by its words, else by its id. */
const undoing = ({ compensates }: Message, { messages }: Flow, say: Phrases): readonly string[] => {
  const undone = compensates === undefined ? undefined : messages[compensates];
  return undone === undefined
    ? []
    : [fill(say.undoes, { what: undone.label?.text ?? undone.id?.text ?? "" })];
};

/** What stands at the ends of a line, from its sender to its receiver: `1 → many`. */
const endsDetail = (
  { "source-arrowhead": source = "", "target-arrowhead": target = "" }: Message["attributes"],
  kind: Message["kind"],
): readonly string[] => {
  const line = kind === "association" ? "–" : "→";
  return source === "" && target === ""
    ? []
    : [[source, line, target].filter((part) => part !== "").join(" ")];
};

/** The line under a head; a dead-letter queue that no message touches is named here, for it has no lifeline. */
export const participantDetail = (
  flow: Flow,
  { attributes, fields = [] }: Participant,
  drawn: readonly boolean[],
  say: Phrases = phrasesFor(flow.lang),
): string => {
  if (fields.length === 0 && isEmpty(attributes)) return "";
  const dead = attributes["dead-letter"];
  const target = dead === undefined || drawn[dead] ? undefined : flow.participants[dead];
  const named = target ? [fill(say.deadLetters, { name: target.label.text })] : [];
  const line = [...said(ofParticipant, attributes, say), ...named].join(between);
  return [...fields.map(fieldText), line].filter(Boolean).join("\n");
};

/** `id: int PK`: a row of a D2 class or table. */
const fieldText = ({ name, type, constraints }: Field): string =>
  [
    type ? `${name.text}: ${type.text}` : name.text,
    ...constraints.map((each) => keyWords[each] ?? each),
  ].join(" ");

const keyWords: Readonly<Record<string, string>> = { primary_key: "PK", foreign_key: "FK", unique: "UNQ" };
