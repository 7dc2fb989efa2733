import { type AttributeFacts, attributes, type Place } from "../../src/language/attributes.ts";
import { fragmentKinds } from "../../src/language/fragment-kinds.ts";
import { literals } from "../../src/language/literals.ts";
import { type MessageKind, messageKinds } from "../../src/language/message-kinds.ts";
import { participantKinds } from "../../src/language/participant-kinds.ts";
import { type StyleFacts, styles } from "../../src/language/styles.ts";
import type { ValueTypeName } from "../../src/language/value-types.ts";
import { limitFacts } from "../../src/source/limits.ts";
import { waitsFor } from "../language/attributes-that-wait.ts";
import { libraryOptions, pluginOptions } from "./option-tables.ts";

/** The page with each table between `<!-- table: NAME -->` and `<!-- end of table -->` as the language's own tables say. */
export const withTables = (page: string): string =>
  page.replace(
    /(<!-- table: ([\w -]+) -->\n)[\s\S]*?(<!-- end of table -->)/g,
    (_, start: string, name: string, end: string) => `${start}\n${tableOf(name)}\n${end}`,
  );

const tableOf = (name: string): string => {
  const make = tables[name];
  if (make === undefined) throw new Error(`there is no table \`${name}\``);
  return make();
};

const rows = Object.entries(attributes) as readonly (readonly [string, AttributeFacts])[];

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |\n`).join("");

const words = (choices: readonly string[]): string => choices.map((choice) => `\`${choice}\``).join(" ");

/** A type in a word or two; those with a form of their own have a row in the table of types. */
const short: Partial<Record<ValueTypeName, string>> = {
  name: "a name",
  names: "a name or a list",
  text: "a text",
  texts: "a text or a list",
  time: "duration or range",
  counts: "count or range",
  retry: "attempts",
  participant: "a participant",
  participants: "a participant or a list",
};

const shortOf = (type: ValueTypeName): string => short[type] ?? type;

const takes = ({ type, choices }: AttributeFacts): string =>
  choices === undefined ? shortOf(type) : words(choices);

const quoted = (kinds: readonly string[]): string => kinds.map((kind) => `\`${kind}\``).join(", ");

/** Where in a place it means something, when that is not everywhere: the shorter of what is in and what is out. */
const only = (row: AttributeFacts, place: Place): string => {
  const narrowed: Partial<Record<Place, readonly [all: object, some: readonly string[] | undefined]>> = {
    participant: [participantKinds, row.participants],
    message: [messageKinds, row.messages],
    fragment: [fragmentKinds, row.fragments],
  };
  const [all, some] = narrowed[place] ?? [];
  if (all === undefined || some === undefined) return "";
  const shownKind = (kind: string): string =>
    place === "message" ? messageKinds[kind as MessageKind].arrow : kind;
  const left = Object.keys(all).filter((kind) => !some.includes(kind));
  const kinds = Object.keys(all).filter((kind) => some.includes(kind));
  const receivers = row.receivers ? ` to ${quoted(row.receivers)}` : "";
  return left.length < kinds.length
    ? ` Not of ${quoted(left.map(shownKind))}.`
    : ` Of ${quoted(kinds.map(shownKind))}${receivers}.`;
};

/** What is read and kept, but changes nothing so far. */
const later = (name: string, { changes }: AttributeFacts): string =>
  changes.every((change) => waitsFor(name).includes(change)) ? " *Not drawn yet.*" : "";

const attributesOf = (place: Place) => (): string =>
  table(
    ["attribute", "takes", "means"],
    rows
      .filter(([, row]) => row.on.includes(place))
      .map(([name, row]) => [
        `\`${name}\``,
        takes(row),
        `${row.says}${only(row, place)}${row.default === undefined ? "" : ` Default: ${row.default}.`}${later(name, row)}`,
      ]),
  );

const ofMarks = (): string =>
  table(
    ["statement", "attribute", "takes", "means"],
    (["note", "wait", "await", "detach", "arrive", "budget"] as const).flatMap((place) =>
      rows
        .filter(([, row]) => row.on.includes(place))
        .map(([name, row]) => [
          `\`${place}\``,
          `\`${name}\``,
          takes(row),
          `${row.says}${row.default === undefined ? "" : ` Default: ${row.default}.`}`,
        ]),
    ),
  );

const ofKinds = (): string =>
  table(
    ["kind", "drawn as", "in time"],
    Object.entries(participantKinds).map(([name, { outline, lane, reentrant, channel, copies, outside }]) => [
      `\`${name}\``,
      {
        box: "a box",
        pill: "a pill; its lane shows what waits inside",
        cylinder: "a cylinder",
        dashed: "a dashed box",
      }[outline] + (lane === "bars" ? "; bars show when it is busy" : ""),
      name === "boundary"
        ? "a frame around neighbours, never a lifeline"
        : channel
          ? copies
            ? "keeps messages and gives each receiver a copy"
            : "keeps messages until they are taken"
          : `${reentrant ? "handles messages while it waits" : "handles one thing at a time"}${outside ? "; nobody asks it to write `await`" : ""}`,
    ]),
  );

const ofStyles = (): string =>
  table(
    ["style", "takes"],
    (Object.entries(styles) as readonly (readonly [string, StyleFacts])[]).map(
      ([name, { type, low, high, choices, idle }]) => [
        `\`style.${name}\``,
        `${choices !== undefined ? words(choices) : low === undefined ? type : `a number from ${low} to ${high}`}${idle ? "; from D2, changes nothing here" : ""}`,
      ],
    ),
  );

const ofTypes = (): string =>
  table(
    ["type", "takes"],
    (["duration", "time", "rate", "count", "counts", "boolean", "colour", "retry", "link"] as const).map(
      (type) => [shortOf(type), literals[type].takes],
    ),
  );

const ofOptions = (says: Readonly<Record<string, string>>) => (): string =>
  table(
    ["option", "says"],
    Object.entries(says).map(([name, text]) => [`\`${name}\``, text]),
  );

const ofLimits = (): string =>
  table(
    ["limit", "of", "usually"],
    Object.entries(limitFacts).map(([name, { about, usual }]) => [
      `\`${name}\``,
      about,
      usual.toLocaleString("en-US"),
    ]),
  );

const tables: Readonly<Record<string, () => string>> = {
  "participant kinds": ofKinds,
  "participant attributes": attributesOf("participant"),
  "message attributes": attributesOf("message"),
  "fragment attributes": attributesOf("fragment"),
  "statement attributes": ofMarks,
  config: attributesOf("config"),
  styles: ofStyles,
  "types of values": ofTypes,
  limits: ofLimits,
  "library options": ofOptions(libraryOptions),
  "plug-in options": ofOptions(pluginOptions),
};
