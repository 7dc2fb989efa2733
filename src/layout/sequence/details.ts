import type { Flow, Message, Participant } from "../../flow/flow.ts";
import { rangeText, rateText, timeText } from "../amounts.ts";

type Say<T> = readonly ((of: T) => string | undefined)[];

/** What a message says about itself below its line, in this order. */
const ofMessage: Say<Message> = [
  ({ attributes: { latency } }) => latency && rangeText(latency),
  ({ attributes: { timeout } }) => (timeout === undefined ? undefined : `timeout ${timeText(timeout)}`),
  ({ attributes: { retry } }) =>
    retry && `${retry.attempts} attempts${retry.backoff ? `, ${rangeText(retry.backoff)} apart` : ""}`,
  ({ attributes: { ttl } }) => (ttl === undefined ? undefined : `ttl ${timeText(ttl)}`),
  ({ attributes: { rate } }) => (rate === undefined ? undefined : rateText(rate)),
  ({ attributes: { key } }) => (key === undefined ? undefined : `key ${key}`),
  ({ attributes: { correlation } }) => (correlation === undefined ? undefined : `by ${correlation}`),
  ({ attributes: { settle } }) => (settle === "nack" ? "given back" : undefined),
  ({ attributes: { duplicate } }) => (duplicate ? "received twice" : undefined),
];

/** What a participant says about itself below its head. */
const ofParticipant: Say<Participant> = [
  ({ attributes: { takes } }) => takes && `takes ${rangeText(takes)}`,
  ({ attributes: { capacity } }) => (capacity === undefined ? undefined : `holds ${capacity}`),
  ({ attributes: { retention } }) => (retention === undefined ? undefined : `keeps ${timeText(retention)}`),
  ({ attributes: { "max-receives": receives } }) =>
    receives === undefined ? undefined : `${receives} receives`,
];

const said = <T>(table: Say<T>, of: T): string =>
  table
    .map((say) => say(of))
    .filter((part) => part)
    .join(" · ");

export const messageDetail = (message: Message): string => said(ofMessage, message);

/** The line under a head; a dead-letter queue that no message touches is named here, for it has no lifeline. */
export const participantDetail = (
  flow: Flow,
  participant: Participant,
  drawn: readonly boolean[],
): string => {
  const dead = participant.attributes["dead-letter"];
  const target = dead === undefined || drawn[dead] ? undefined : flow.participants[dead];
  const text = said(ofParticipant, participant);
  return target ? [text, `dead letters to ${target.label.text}`].filter(Boolean).join(" · ") : text;
};
