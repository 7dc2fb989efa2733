import fc from "fast-check";
import { expect, test } from "vitest";
import { duration } from "../../src/check/amounts.ts";
import { findingsIn } from "./describe-rule.ts";

/** A call with what its receiver does before it answers. Times in ms. */
interface Call {
  /** 0: none. */
  readonly timeout: number;
  readonly attempts: number;
  readonly latency: number;
  readonly does: Work;
}

interface Work {
  readonly how: "seq" | "par" | "alt" | "loop";
  readonly calls: readonly Call[];
}

const { call } = fc.letrec<{ call: Call; leaf: Call; work: Work }>((tie) => ({
  work: fc.record({
    how: fc.constantFrom("seq" as const, "par" as const, "alt" as const, "loop" as const),
    calls: fc.array(tie("call"), { maxLength: 3, depthIdentifier: "calls" }),
  }),
  leaf: fc.record({
    timeout: fc.constantFrom(0, 100, 500),
    attempts: fc.integer({ min: 1, max: 3 }),
    latency: fc.constantFrom(0, 30),
    does: fc.constant<Work>({ how: "seq", calls: [] }),
  }),
  call: fc.oneof(
    { maxDepth: 4, depthIdentifier: "calls", withCrossShrink: true },
    tie("leaf"),
    fc.record({
      timeout: fc.constantFrom(0, 100, 500, 1000, 2000, 4000),
      attempts: fc.integer({ min: 1, max: 3 }),
      latency: fc.constantFrom(0, 30),
      does: tie("work"),
    }),
  ),
}));

const rounds = 5;

/** The longest that the receiver may take: the definition, without paths, links or orders. */
const longest = ({ how, calls }: Work): number => {
  const waits = calls.map(waitFor);
  const sum = waits.reduce((all, ms) => all + ms, 0);
  return { seq: sum, loop: rounds * sum, par: Math.max(0, ...waits), alt: Math.max(0, ...waits) }[how];
};

/** The longest that the caller may wait. */
const waitFor = (each: Call): number =>
  each.timeout > 0 ? each.attempts * each.timeout : each.latency + longest(each.does);

/** The text of a call, and what must be said of it and of those inside. */
const written = (root: Call): { readonly text: string; readonly expected: readonly string[] } => {
  const expected: string[] = [];
  let names = 0;
  const lines = (caller: string, each: Call, indent: string): readonly string[] => {
    const callee = `p${++names}`;
    const { timeout, attempts, latency, does } = each;
    const worst = latency + longest(does);
    if (timeout > 0 && worst > timeout) expected.push(`call ${callee}: ${duration(worst)}`);
    const attributes = [
      ...(timeout > 0 ? [`timeout: ${timeout}ms`, `retry: ${attempts}`] : []),
      ...(latency > 0 ? [`latency: 0ms..${latency}ms`] : []),
    ];
    const inner = does.calls.map((child) =>
      lines(callee, child, `${indent}${does.how === "seq" ? "" : "  "}`),
    );
    const heads = { seq: "", loop: `loop: ${rounds} times {`, par: "par: {", alt: `alt: way ${callee} {` };
    const body =
      does.how === "seq" || inner.length === 0
        ? inner.flat()
        : does.how === "loop"
          ? [`${indent}${heads.loop}`, ...inner.flat(), `${indent}}`]
          : [
              `${indent}${heads[does.how]}`,
              ...inner.flatMap((child, at) =>
                at === 0 ? child : [`${indent}} ${does.how === "par" ? "and" : "else"}: {`, ...child],
              ),
              `${indent}}`,
            ];
    return [
      `${indent}${caller} -> ${callee}: call ${callee}${attributes.length > 0 ? ` { ${attributes.join("; ")} }` : ""}`,
      ...body,
      `${indent}${callee} --> ${caller}: done`,
    ];
  };
  const text = lines("root", root, "").join("\n");
  return { text: `${text}\n`, expected };
};

test("whoever gives up too early is found, with the longest that it may take, as the definition says", () => {
  fc.assert(
    fc.property(call, (root) => {
      const { text, expected } = written(root);
      const said = findingsIn(text)
        .filter(({ code }) => code === "timeout-inversion")
        .map(({ message }) => {
          const [, name, ms] = /gives up on `(.*?)` .* may take (\S+?)(?: when .*)?\.$/.exec(message) ?? [];
          return `${name}: ${ms}`;
        });
      expect(said.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 150 },
  );
});
