import { contextOf } from "../../../src/check/context.ts";
import type { Found } from "../../../src/check/precedence.ts";
import { rules } from "../../../src/check/rules.ts";
import { suppressionsIn } from "../../../src/check/suppressions.ts";
import { compile } from "../../../src/compile.ts";
import { type GoodFlow, pieceFlows } from "./good-flows.ts";
import { mutate, operators } from "./operators.ts";

/** Two rules that have something to say of one thing, as `a|b` in the order of the list of rules, and a text in which they do. */
export type Meetings = ReadonlyMap<string, string>;

/** Texts with up to two faults: the rules' own bad examples, and good pieces that were broken once or twice. */
export const faultyTexts = (): readonly string[] => {
  const broken = ({ name, text }: GoodFlow): readonly string[] => {
    const compiled = compile({ name, text });
    if (compiled.diagnostics.some(({ severity }) => severity === "error")) return [];
    return operators.flatMap((operator) =>
      operator
        .mutants({ name, text, compiled })
        .slice(0, 1)
        .map((mutant) => mutate(text, mutant)),
    );
  };
  const once = pieceFlows().flatMap(({ name, text }) =>
    broken({ name, text }).map((each) => ({ name, text: each })),
  );
  return [
    ...byHand,
    ...rules.map(({ bad }) => bad),
    ...once.map(({ text }) => text),
    ...once.flatMap(broken),
  ];
};

/** Meetings of numbers, which no breaking by chance brings about. */
const byHand: readonly string[] = [
  "jobs: { kind: queue; capacity: 2 }\nw: { takes: 90ms }\napi ~> jobs: job { rate: 10/s }\njobs ~> w: job\n",
  "a -> b: get { timeout: 1s }\nb -> c: get { timeout: 2s; latency: 3s }\nc --> b: ok\nb --> a: ok\n",
  "a ~> b: ask { callback: x; timeout: 2s }\nb -> c: get { timeout: 5s }\nc --> b: ok\nb ~> a: done { resolves: x; latency: 1s..9s }\non: x {\n  a -> a: next\n}\non: x timeout {\n  a -> a: stop\n}\n",
  "jobs: { kind: queue; max-receives: 5; visibility: 1s; retention: 4d; dead-letter: dead }\ndead: { kind: queue; retention: 1d }\na ~> jobs: job\njobs ~> w: job\n",
  "loop: until stopped {\n  a ~> b: ask { callback: x }\n  b ~> a: done { resolves: x }\n}\n",
  "loop: until stopped {\n  a ~> b: ask { callback: x }\n}\non: x {\n  a -> a: next\n}\nopt: {\n  b ~> a: done { resolves: x }\n}\n",
];

/** What every rule finds in a text, before one mistake becomes one finding. */
export const foundIn = (text: string): readonly Found[] => {
  const compiled = compile({ name: "meeting.slant", text });
  if (compiled.diagnostics.some(({ severity }) => severity === "error")) return [];
  const context = contextOf({
    ...{ flow: compiled.flow, sources: compiled.sources, codes: rules.map(({ code }) => code) },
    ...{ suppressions: suppressionsIn(compiled.ast), unused: [] },
  });
  return rules.flatMap((rule) => rule.check(context).map((finding) => ({ rule, finding })));
};

/** By thing: the codes of what is found about it; what is for information hides nothing. */
export const saidOf = (found: readonly Found[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const said = new Map<string, Set<string>>();
  for (const { rule, finding } of found)
    for (const thing of finding.severity === "info" ? [] : finding.about)
      said.set(thing, (said.get(thing) ?? new Set()).add(rule.code));
  return said;
};

export const meetingsIn = (texts: readonly string[]): Meetings => {
  const meetings = new Map<string, string>();
  for (const text of texts)
    for (const codes of saidOf(foundIn(text)).values()) {
      const met = [...codes];
      for (const [place, a] of met.entries())
        for (const b of met.slice(place + 1))
          if (text.length < (meetings.get(`${a}|${b}`)?.length ?? Number.POSITIVE_INFINITY))
            meetings.set(`${a}|${b}`, text);
    }
  return meetings;
};

const acts: Readonly<Record<string, readonly string[]>> = {
  ask: ["api ~> job: ask { callback: x }"],
  "ask with a limit": ["api ~> job: ask { callback: x; timeout: 1s }"],
  "ask two": ["api ~> [job; other]: ask { callback: x }"],
  "resolve by the other": ["other ~> api: done { resolves: x }"],
  "ask by a call": ["api -> job: ask { callback: x }", "job --> api: accepted"],
  "ask by a call that stays open": ["api -> job: ask { callback: x }"],
  resolve: ["job ~> api: done { resolves: x }"],
  "resolve late": ["job ~> api: done { resolves: x; latency: 2s..3s }"],
  "resolve by a call": ["job -> api: done { resolves: x }"],
  "resolve by a reply": ["job --> api: done { resolves: x }"],
  reject: ["job ~> api: no { rejects: x }"],
  misroute: ["job ~> other: done { resolves: x }"],
  await: ["await: x"],
  "await first": ["await: [x; y] { any: true }"],
  "await both": ["await: [x; y]"],
  "await by another": ["await: x { by: other }"],
  on: ["on: x {", "  api -> api: next", "}"],
  timeout: ["on: x timeout {", "  api -> api: stop", "}"],
  cancel: ["cancel: x"],
  detach: ["detach: x { reason: nightly }"],
  stored: ["stored: x"],
  end: ["destroy: api"],
  answer: ["job --> api: ok"],
  more: ["job ~> api: news"],
  strange: ["other ~> api: news"],
  queued: ["api ~> jobs: ask { callback: x }", "jobs ~> job: ask"],
  second: ["api ~> other: ask { callback: y }", "other ~> api: done { resolves: y }"],
};

/** Short courses of one callback, each with a choice or a loop in it. */
export const scripts = (count: number, seed: number): readonly string[] => {
  let state = seed;
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const names = Object.keys(acts);
  const some = (most: number): readonly string[] =>
    Array.from({ length: below(most + 1) }, () => acts[names[below(names.length)] ?? ""] ?? []).flat();
  const inner = (most: number): readonly string[] => some(most).map((line) => `  ${line}`);
  return Array.from({ length: count }, () => {
    const asks = below(4) > 0 ? (acts[names[below(6)] ?? ""] ?? []) : [];
    const middle =
      below(4) === 0
        ? ["loop: 3 times {", ...inner(3), "}"]
        : ["alt: one {", ...inner(3), "} else: two {", ...inner(3), "}"];
    const lines = [
      "jobs: { kind: queue }",
      "job: { kind: external }",
      "api ~> other: hello",
      ...asks,
      ...some(3),
      ...(below(2) ? middle : []),
      ...some(2),
    ];
    return `${lines.join("\n")}\n`;
  });
};
