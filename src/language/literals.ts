import { colourNames, readBoolean, readColour } from "./colours.ts";
import { readDuration, readTime } from "./durations.ts";
import { readCount, readCounts, readNumber, readRate, readRetry } from "./numbers.ts";
import { type Reading, read } from "./reading.ts";
import type { ValueTypeName } from "./value-types.ts";
import { readLink, readName } from "./words.ts";

/** What the language knows of a type of value. */
export interface LiteralFacts {
  /** After "takes": what to write, with an example. */
  readonly takes: string;
  /** A value that is surely right, for the tables of tests and the reference. */
  readonly example: string;
  /** Reads one text, trimmed; gives a value as `ValueTypes` says. A participant or a choice is read as its text. */
  readonly read: (text: string) => Reading<unknown>;
  /** The value is a list of these; a single one stands for a list of one. */
  readonly listOf?: ValueTypeName;
  /** The words to look for a near spelling among. */
  readonly words?: readonly string[];
}

/** Every type of value: one row is all a type is. */
export const literals: Readonly<Record<ValueTypeName, LiteralFacts>> = {
  text: { takes: "a text", example: "some text", read },
  name: { takes: "a name of one word", example: "paid", read: readName },
  names: {
    takes: "a name of one word, or a list of names `[a; b]`",
    example: "[paid; shipped]",
    read: readName,
    listOf: "name",
  },
  texts: { takes: "a text, or a list of texts `[a; b]`", example: "[slow; big]", read, listOf: "text" },
  duration: {
    takes: "a duration such as `250ms`, `1.5s`, `2m` or `1h30m`",
    example: "1h30m",
    read: readDuration,
  },
  time: {
    takes: "a duration or a range of two, low first, such as `2s` or `50ms..3s`",
    example: "50ms..3s",
    read: readTime,
  },
  rate: { takes: "a rate such as `120/s`, `10/m` or `0.5/h`", example: "120/s", read: readRate },
  count: { takes: "a count such as `1000`, `10k` or `1M`", example: "10k", read: readCount },
  counts: {
    takes: "a count or a range of two, low first, such as `4` or `1..10`",
    example: "1..10",
    read: readCounts,
  },
  number: { takes: "a number", example: "2", read: readNumber },
  boolean: { takes: "`true` or `false`", example: "true", read: readBoolean },
  colour: {
    takes: "a CSS colour name, `#rgb`, `#rrggbb` or `#rrggbbaa`",
    example: "#ff0000",
    read: readColour,
    words: colourNames,
  },
  retry: {
    takes: "a number of attempts, with pauses if you like: `3` or `3 backoff 1s..60s`",
    example: "3 backoff 1s..60s",
    read: readRetry,
  },
  participant: { takes: "the name of a participant", example: "api", read },
  participants: {
    takes: "the name of a participant, or a list of names `[a; b]`",
    example: "[api; web]",
    read,
    listOf: "participant",
  },
  link: {
    takes: "an http, https or mailto link, or a relative path",
    example: "https://example.org/",
    read: readLink,
  },
  choice: { takes: "one of its words", example: "", read },
};
