import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { attributes } from "../../src/language/attributes.ts";
import { fragmentKinds } from "../../src/language/fragment-kinds.ts";
import { messageKinds } from "../../src/language/message-kinds.ts";
import { participantKinds } from "../../src/language/participant-kinds.ts";
import { statementWords } from "../../src/language/statement-words.ts";
import { flowTexts } from "./flow-text.ts";

const sample = fc.sample(flowTexts, { numRuns: 600, seed: 7 }).map(({ text }) => text);
const flows = sample.map((text) => compile({ name: "flow.slant", text }));

test("generated texts compile", () => {
  const errors = flows.flatMap(({ diagnostics }, at) =>
    diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => `${message}\n${sample[at]}`),
  );
  expect(errors.slice(0, 3)).toEqual([]);
});

describe("generated texts have", () => {
  const all = sample.join("\n");
  const missing = (words: readonly string[], found: (word: string) => boolean): readonly string[] =>
    words.filter((word) => !found(word));

  test("every attribute", () => {
    expect(missing(Object.keys(attributes), (name) => new RegExp(`[{;\\s]${name}[:.]`).test(all))).toEqual(
      [],
    );
  });
  test("every statement word", () => {
    // A generated text stands alone: what it shares with others is tested where imports are.
    const words = [...statementWords].filter((word) => word !== "shape");
    expect(missing(words, (word) => new RegExp(`(^|[{}]) *${word}[ :]`, "m").test(all))).toEqual([]);
  });
  test("every kind of message, fragment and participant", () => {
    const used = flows.flatMap(({ flow }) => [
      ...flow.messages.map(({ kind }) => kind),
      ...flow.fragments.map(({ kind }) => kind),
      ...flow.participants.map(({ kind }) => kind),
      ...flow.boundaries.map(() => "boundary"),
    ]);
    const kinds = [messageKinds, fragmentKinds, participantKinds].flatMap((table) => Object.keys(table));
    expect(missing(kinds, (kind) => (used as readonly string[]).includes(kind))).toEqual([]);
  });
});
