import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { keepHighest } from "../../src/check/precedence.ts";
import { rules } from "../../src/check/rules.ts";
import { foundIn, saidOf } from "./recall/meetings.ts";

/** Pairs of rules, each with the shortest text in which both speak of one thing: `npm run bench:recall meetings` finds them. */
const meetings: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("test/check/recall/meetings.json", "utf8"),
);

const yields = (code: string, other: string): boolean =>
  rules.find((rule) => rule.code === code)?.yieldsTo.includes(other) === true;

/** Rules that stand beside others about the same thing, since each mistake has to be mended by itself; `*` is any. */
const apart: readonly (readonly [string, string, why: string])[] = [
  ["await-unbounded", "*", "a wait without a limit is mended at the wait"],
  ["double-resolve", "*", "one arrival too many is mended at the arrival"],
  ["callback-reply-race", "*", "what comes too early is mended at the request"],
  ["unreachable-event", "*", "what can never happen is mended where it stands"],
  ["late-callback", "missing-correlation", "one is about the request, the other about the arrival"],
  [
    "await-by-wrong-participant",
    "callback-before-request",
    "one is about the wait, the other about the arrival",
  ],
  ["await-by-wrong-participant", "late-callback", "one is about the wait, the other about the arrival"],
  ["misrouted-callback", "await-before-request", "one is about the arrival, the other about the wait"],
  ["callback-missing", "fan-in-mismatch", "one is about who never answers, the other about the wait"],
  ["unawaited-callback", "fan-in-mismatch", "one is about the arrival, the other about the wait"],
  ["missing-reply", "retry-unsafe-call", "one is about the reply, the other about the attempts"],
  ["missing-reply", "retry-amplification", "one is about the reply, the other about the attempts"],
  ["missing-reply", "missing-compensation", "one is about the reply, the other about the effect"],
  [
    "retry-unsafe-call",
    "retry-amplification",
    "one is about the effect, the other about how many attempts there are",
  ],
  ["poison-message-loop", "visibility-too-short", "each number of a queue is one by itself"],
  ["poison-message-loop", "queue-unstable", "each number of a queue is one by itself"],
  ["poison-message-loop", "queue-overflow", "each number of a queue is one by itself"],
  ["poison-message-loop", "retention-overflow", "each number of a queue is one by itself"],
  ["visibility-too-short", "dlq-retention-too-short", "each number of a queue is one by itself"],
  ["visibility-too-short", "queue-unstable", "each number of a queue is one by itself"],
  ["visibility-too-short", "queue-overflow", "each number of a queue is one by itself"],
  ["visibility-too-short", "retention-overflow", "each number of a queue is one by itself"],
  ["dlq-retention-too-short", "queue-unstable", "each number of a queue is one by itself"],
  ["dlq-retention-too-short", "queue-overflow", "each number of a queue is one by itself"],
  ["dlq-retention-too-short", "retention-overflow", "each number of a queue is one by itself"],
];

const standApart = (one: string, other: string): boolean =>
  apart.some(
    ([a, b]) => (a === one && (b === other || b === "*")) || (a === other && (b === one || b === "*")),
  );

const pairs = Object.entries(meetings).map(([pair, text]) => {
  const [a = "", b = ""] = pair.split("|");
  return [a, b, text] as const;
});

describe("where two rules speak of one thing, it is written down which of them is heard", () => {
  test.each(pairs)("%s and %s", (a, b, text) => {
    const found = foundIn(text);
    const shared = [...saidOf(found)]
      .filter(([, codes]) => codes.has(a) && codes.has(b))
      .map(([thing]) => thing);
    expect(shared).not.toEqual([]);
    const kept = keepHighest(found);
    const speaksOf = (code: string, thing: string): boolean =>
      kept.some(({ rule, finding }) => rule.code === code && finding.about.includes(thing));
    expect(yields(a, b) || yields(b, a) || standApart(a, b)).toBe(true);
    for (const thing of shared) {
      if (yields(a, b)) expect(speaksOf(a, thing)).toBe(false);
      else if (yields(b, a)) expect(speaksOf(b, thing)).toBe(false);
    }
    // Whatever is left out, something that explains it is said of the same thing.
    for (const thing of shared) expect(kept.some(({ finding }) => finding.about.includes(thing))).toBe(true);
  });
});

/**
 * Rows of the precedence that no text was found for, in 60,000 tries: the rules' own conditions keep them apart already. A new
 * row belongs here only when it has been looked for.
 */
const neverMet: Readonly<Record<string, readonly string[]>> = {
  "unawaited-callback": ["await-without-sender"],
  "callback-not-awaited-on-path": [
    "callback-missing-on-path",
    "unawaited-callback",
    "misrouted-callback",
    "fan-in-mismatch",
    "callback-before-request",
  ],
  "callback-missing": ["await-before-request", "callback-before-request"],
  "callback-missing-on-path": ["await-before-request"],
  "await-without-sender": ["callback-before-request"],
  "callback-before-request": ["await-before-request"],
  "callback-reply-race": ["callback-into-blocked-caller"],
  "late-callback": ["await-without-sender", "callback-not-awaited-on-path"],
  "stale-callback": ["missing-correlation", "await-without-sender", "callback-missing", "misrouted-callback"],
  "double-resolve": ["callback-before-request"],
  "missing-correlation": ["misrouted-callback"],
  "fan-in-mismatch": ["misrouted-callback"],
  "callback-into-blocked-caller": ["await-before-request", "await-without-sender"],
  "missing-reply": ["unmatched-reply"],
  "receive-race": ["callback-reply-race"],
  "fifo-assumption": ["receive-race", "callback-reply-race"],
  "ambiguous-branch": ["non-local-choice"],
  "timeout-inversion": ["late-callback"],
  "process-divergence": ["unawaited-callback"],
  "unused-suppression": ["broken-suppression"],
};

test("every other row of the precedence meets in one of these texts", () => {
  const isMet = (a: string, b: string): boolean =>
    meetings[`${a}|${b}`] !== undefined || meetings[`${b}|${a}`] !== undefined;
  const unmet = rules.flatMap(({ code, yieldsTo }) =>
    yieldsTo.filter((other) => !isMet(code, other)).map((other) => `${code} > ${other}`),
  );
  const known = Object.entries(neverMet).flatMap(([code, others]) =>
    others.map((other) => `${code} > ${other}`),
  );
  expect(unmet.filter((row) => !known.includes(row))).toEqual([]);
});
