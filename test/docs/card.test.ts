import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { arrows } from "../../src/language/arrows.ts";
import { participantKinds } from "../../src/language/participant-kinds.ts";
import { statementWords } from "../../src/language/statement-words.ts";

const card = readFileSync("docs/card.md", "utf8");

test("the card names every statement word, every kind and every arrow", () => {
  const [, words = ""] = card.split("Words that head statements:");
  expect(Array.from(words.matchAll(/`(\w+)`/g), ([, word]) => word)).toEqual(statementWords);
  const [, kinds = ""] = /^Kinds: (.*)$/m.exec(card) ?? [];
  expect(Array.from(kinds.matchAll(/`(\w+)`/g), ([, kind]) => kind)).toEqual(Object.keys(participantKinds));
  const rightwards = Object.entries(arrows).flatMap(([arrow, { leftwards }]) => (leftwards ? [] : arrow));
  expect(Array.from(card.matchAll(/^\| `([-~<>]+)` \|/gm), ([, arrow]) => arrow).sort()).toEqual(
    rightwards.sort(),
  );
});

test("the card fits on a screen", () => {
  expect(card.split("\n").length).toBeLessThan(75);
});
