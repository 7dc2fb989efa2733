import type { Because } from "../../order/time-solution.ts";
import { duration } from "../amounts.ts";
import type { Context } from "../context.ts";
import { about, type Finding, type Rule } from "../rule.ts";
import type { TimedPath } from "../timed-paths.ts";
import { happeningAt, notesOn, sumOf, turnsOn } from "../way-notes.ts";

export const timingInconsistent: Rule = {
  code: "timing-inconsistent",
  severity: "error",
  category: "quantity",
  precision: "very-high",
  tier: "numbers",
  fixKind: "none",
  summary: "The declared times and the drawn order contradict each other: no run keeps them all.",
  why:
    "What must be over by a time limit takes longer even when everything goes as fast as it can. Either a number is wrong, or " +
    "what is drawn never happens, and the limit always strikes.",
  bad: "app -> api: quote { latency: 50ms..70ms; timeout: 80ms }\napi --> app: offer { latency: 50ms..70ms }\n",
  good: "app -> api: quote { latency: 50ms..70ms; timeout: 150ms }\napi --> app: offer { latency: 50ms..70ms }\n",
  sources: [
    "Alur, Holzmann and Peled, An analyzer for message sequence charts, 1996: timing conflicts",
    "Dechter, Meiri and Pearl, Temporal constraint networks, 1991",
  ],
  yieldsTo: [],
  limits:
    "Compared are the lower ends of latencies, service times, waits and intervals with `timeout`, `ttl` and the upper ends of latencies. " +
    "What has no time counts as instant. Of flows with very many paths some are looked at.",
  check: (context) => {
    const found = new Map<string, Finding>();
    for (const path of context.timed) {
      const { conflict } = path;
      const limits = conflict?.steps.filter(({ way }) => way === "most") ?? [];
      // Without a limit, events wait for each other: that is no matter of numbers.
      if (conflict === undefined || limits.length === 0) continue;
      const finding = findingOf(context, path, conflict.steps, limits);
      if (finding === undefined) continue;
      const key = `${finding.span.file} ${finding.span.start}`;
      if (!found.has(key)) found.set(key, finding);
    }
    return [...found.values()];
  },
};

const findingOf = (
  { words }: Context,
  path: TimedPath,
  steps: readonly Because[],
  limits: readonly Because[],
): Finding | undefined => {
  const passing = steps
    .filter(({ way, link }) => way === "least" && link.least > 0)
    .map(({ link }) => ({ link, ms: link.least, isRepeated: false }));
  const least = passing.reduce((sum, { ms }) => sum + ms, 0);
  const most = limits.reduce((sum, { link }) => sum + link.most, 0);
  const events = limits.flatMap(({ link }) => [happeningAt(path, link.from), happeningAt(path, link.to)]);
  const [first] = limits;
  const [begin, end] = [happeningAt(path, first?.link.from ?? -1), happeningAt(path, first?.link.to ?? -1)];
  const sent = path.order.flow.messages[begin?.message ?? -1];
  const value =
    end?.kind === "await"
      ? end.span
      : first?.link.why === "timeout"
        ? sent?.attributeSpans.timeout
        : undefined;
  const span = value ?? begin?.span ?? end?.span;
  if (span === undefined) return undefined;
  const turns = words.when(turnsOn(path, passing, first?.link.from ?? -1));
  return {
    message: `No run keeps these times${turns === "" ? "" : ` ${turns}`}: what takes at least ${duration(least)} must be over within ${duration(most)}.`,
    span,
    notes: [
      ...notesOn(path, passing, words, "at least"),
      {
        message: `${sumOf(passing.map(({ ms }) => ms))}, and only ${sumOf(limits.map(({ link }) => link.most))} is allowed`,
      },
    ],
    help: "raise the limit, or correct the times",
    about: events.flatMap((event) => [
      ...(event?.message === undefined ? [] : [about.message(event.message)]),
      ...(event?.callbacks ?? []).map(about.callback),
    ]),
  };
};
