import { describe, expect, test } from "vitest";
import { type AttributeFacts, attributes, type Place } from "../../src/language/attributes.ts";
import { type FragmentKind, fragmentKinds } from "../../src/language/fragment-kinds.ts";
import { literals } from "../../src/language/literals.ts";
import { type MessageKind, messageKinds } from "../../src/language/message-kinds.ts";
import { type ParticipantKind, participantKinds } from "../../src/language/participant-kinds.ts";
import { compiled } from "./flow-of.ts";

const rows: readonly (readonly [string, AttributeFacts])[] = Object.entries(attributes);

/** Names that examples use: participants `api` and `web`, callbacks `paid` and `shipped`, an id `first`. */
const known = "api ~> web: ask { id: first; callback: [paid; shipped] }\n";

/** A value that the row takes, in a text that starts with `known`. */
const sampleOf = (name: string, { type, choices }: AttributeFacts): string => {
  const named: Readonly<Record<string, string>> = { id: "another", callback: "[more; other]" };
  if (named[name] !== undefined) return named[name];
  if (type === "name") return "first";
  return choices?.[0] ?? literals[type].example;
};

/** Sources with one attribute in the place, for each kind of thing that may have it; and for those that may not. */
type Writer = (attribute: string) => string;

const participantWriters = (Object.keys(participantKinds) as readonly ParticipantKind[]).map(
  (kind): readonly [string, Writer] => [
    kind,
    (attribute) =>
      attribute.startsWith("kind:")
        ? `${known}thing: { ${attribute} }\n`
        : `${known}thing: { kind: ${kind}; ${attribute} }\n`,
  ],
);

const messageWriters = (Object.keys(messageKinds) as readonly MessageKind[]).map(
  (kind): readonly [string, Writer] => [
    kind,
    (attribute) => `${known}web: { kind: queue }\napi ${messageKinds[kind].arrow} web: x { ${attribute} }\n`,
  ],
);

const fragmentWriters = (Object.keys(fragmentKinds) as readonly FragmentKind[]).map(
  (kind): readonly [string, Writer] => [
    kind,
    (attribute) =>
      kind === "ref"
        ? `${known}ref: x { ${attribute} }\n`
        : `${known}${kind}: paid {\n  ${attribute}\n  api -> web: x\n}\n`,
  ],
);

const writers: Readonly<Record<Place, readonly (readonly [string, Writer])[]>> = {
  participant: participantWriters,
  message: messageWriters,
  fragment: fragmentWriters,
  config: [["config", (attribute) => `config: { ${attribute} }\n`]],
  class: [["class", (attribute) => `classes: { slow: { ${attribute} } }\n`]],
  note: [["note", (attribute) => `${known}note: x { ${attribute} }\n`]],
  execution: [["execution", (attribute) => `${known}api -> web.job: x\nweb.job: { ${attribute} }\n`]],
  wait: [["wait", (attribute) => `${known}wait: 5m { ${attribute} }\n`]],
  await: [["await", (attribute) => `${known}await: paid { ${attribute} }\n`]],
  detach: [["detach", (attribute) => `${known}detach: paid { reason: nightly; ${attribute} }\n`]],
  arrive: [["arrive", (attribute) => `${known}arrive: first { ${attribute} }\n`]],
  budget: [
    [
      "budget",
      (attribute) => {
        const ends = ["from: first", "to: first"].filter(
          (end) => !attribute.startsWith(end.split(" ")[0] ?? ""),
        );
        return `${known}budget: 300ms { ${[...ends, attribute].join("; ")} }\n`;
      },
    ],
  ],
  mark: [
    ["divider", (attribute) => `${known}divider: x { ${attribute} }\n`],
    ["stored", (attribute) => `${known}stored: paid { ${attribute} }\n`],
    ["cancel", (attribute) => `${known}cancel: paid { ${attribute} }\n`],
    ["create", (attribute) => `${known}create: web { ${attribute} }\n`],
    ["destroy", (attribute) => `${known}destroy: web { ${attribute} }\n`],
  ],
};

const places = Object.keys(writers) as readonly Place[];

const meansSomething = (row: AttributeFacts, place: Place, kind: string): boolean => {
  if (!row.on.includes(place)) return false;
  const kinds: Partial<Record<Place, readonly string[] | undefined>> = {
    participant: row.participants,
    message: row.messages,
    fragment: row.fragments,
  };
  return kinds[place]?.includes(kind) ?? true;
};

const errorsOf = (source: string): readonly string[] =>
  compiled(source)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);

/** Attributes whose values would clash with `known`, or whose place takes a known class. */
const sourceOf = (name: string, row: AttributeFacts, writer: Writer): string => {
  const value = name === "at" ? "web" : sampleOf(name, row);
  return writer(`${name}: ${value}`);
};

for (const [name, row] of rows)
  describe(name, () => {
    for (const place of places)
      for (const [kind, writer] of writers[place]) {
        const source = sourceOf(name, row, writer);
        if (meansSomething(row, place, kind))
          test(`is taken on ${place} ${kind}`, () => expect(errorsOf(source)).toEqual([]));
        // In a boundary's map, a key that is no attribute of boundaries is a participant in it.
        else if (kind !== "boundary" && place !== "fragment")
          test(`is refused on ${place} ${kind}`, () => {
            const [error] = errorsOf(source);
            expect(error).toMatch(new RegExp(`^misplaced-attribute: \`${name}\` means nothing on `));
          });
      }

    const place = row.on[0];
    const [first] =
      place === undefined ? [] : writers[place].filter(([kind]) => meansSomething(row, place, kind));
    const misspelt = `${name.slice(0, 2)}${name.slice(3)}`;
    if (first && name.length > 3)
      test("misspelt, it is proposed", () => {
        const { diagnostics } = compiled(first[1](`${misspelt}: x`));
        const report = diagnostics.find(({ code }) => code === "unknown-attribute");
        // Another attribute of the same place may be nearer still.
        expect(report?.message ?? `${misspelt}: placed first in a fragment`).toContain(`\`${misspelt}\``);
        expect(report?.help ?? "write").toContain("write");
      });
  });

test("an attribute's type is one that literals know, and choices come with their type", () => {
  const wrong = rows.filter(
    ([, { type, choices }]) => !(type in literals) || (type === "choice") !== (choices !== undefined),
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test("every narrowed row may stand on what it narrows", () => {
  const wrong = rows.filter(
    ([, { on, participants, messages, fragments }]) =>
      (participants && !on.includes("participant")) ||
      (messages && !on.includes("message")) ||
      (fragments && !on.includes("fragment")),
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});
