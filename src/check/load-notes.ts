import type { Flow } from "../flow/flow.ts";
import type { Note } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { duration, range, rate, rounded } from "./amounts.ts";
import { type Load, middle } from "./loads.ts";
import { list, type Words } from "./words.ts";

/** Where a load comes from and who works it off, one note each. */
export const loadNotes = (flow: Flow, { sources, servers }: Load, words: Words): readonly Note[] => [
  ...sources.map(({ message, perSecond }) => {
    const span = flow.messages[message]?.attributeSpans.rate ?? flow.messages[message]?.span;
    return { message: `${rate(perSecond)} come in here`, ...(span !== undefined && { span }) };
  }),
  ...servers.map(({ participant, count, takes }) => {
    const one = flow.participants[participant];
    const span = one?.attributeSpans.takes ?? one?.span;
    const middling = takes.low === takes.high ? "" : `, on average about ${duration(middle(takes))}`;
    return {
      message: `${words.participant(participant)} takes ${range(takes)} for each${middling}, ${rounded(count)} at once`,
      ...(span !== undefined && { span }),
    };
  }),
];

/** Where a queue is described. */
export const queueSpan = (
  { participants }: Flow,
  { participant }: Load,
  key: "capacity" | "retention" | "consumers",
): Span | undefined => participants[participant]?.attributeSpans[key] ?? participants[participant]?.span;

/** Who works off a load. */
export const serverNames = ({ servers }: Load, words: Words): string =>
  list(servers.map(({ participant }) => words.participant(participant)));
