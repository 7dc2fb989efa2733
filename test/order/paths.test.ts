import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverPairs } from "../../src/order/cover-pairs.ts";
import { order } from "../../src/order/order.ts";
import { defaultBounds } from "../../src/order/path.ts";
import { eventsOf } from "../../src/order/path-events.ts";
import { targetsOf } from "../../src/order/path-targets.ts";
import { type Paths, pathsOf } from "../../src/order/paths.ts";
import * as b from "./build-flow.ts";

/** A message to `to`, so that a path can be told by its receivers. */
const m = (to: string): b.Draft => b.send("a", to);

/** Each path by the receivers of its messages. */
const told = (drafts: readonly b.Draft[]): readonly string[] => {
  const found = order(b.buildFlow(drafts));
  return pathsOf(found).list.map((path) =>
    eventsOf(found, path)
      .list.map(({ occurrence }) => found.occurrences[occurrence])
      .filter((each) => each?.kind === "send")
      .map((each) => found.flow.participants[found.flow.messages[each?.message ?? -1]?.to ?? -1]?.key)
      .join(""),
  );
};

describe("paths", () => {
  test.each<[string, readonly b.Draft[], readonly string[]]>([
    ["one without fragments", [m("x"), m("y")], ["xy"]],
    ["one operand of a choice", [b.alt([m("x")], [m("y")], []), m("z")], ["xz", "yz", "z"]],
    ["what may be left out", [b.opt([m("x")]), m("z")], ["xz", "z"]],
    ["a lone operand of a choice too", [b.alt([m("x")]), m("z")], ["xz", "z"]],
    ["all side by side", [b.par([m("x")], [m("y")])], ["xy"]],
    [
      "equal guards together",
      [b.alt(b.guarded("vip", m("x")), [m("y")]), b.opt(b.guarded("vip", m("z")))],
      ["xz", "y"],
    ],
    [
      "equal guards of different deciders apart",
      [b.framed("opt", { decidedBy: "x" }, [m("x")]), b.framed("opt", { decidedBy: "y" }, [m("y")])],
      ["xy", "x", "y", ""],
    ],
    [
      "no operand when no guard is left",
      [
        b.alt(b.guarded("p", m("x")), b.guarded("q", m("y")), b.guarded("r", m("z"))),
        b.alt(b.guarded("p", m("u")), b.guarded("q", m("v"))),
      ],
      ["xu", "yv", "z"],
    ],
    [
      "a loop up to twice",
      [b.framed("loop", { rounds: { low: 0, high: null } }, [m("x")]), m("z")],
      ["xz", "xxz", "z"],
    ],
    ["a loop of a fixed count", [b.framed("loop", { rounds: { low: 3, high: 3 } }, [m("x")])], ["xx"]],
    ["a loop of one round", [b.framed("loop", { rounds: { low: 1, high: 1 } }, [m("x")])], ["x"]],
    [
      "rounds that differ",
      [b.framed("loop", { rounds: { low: 2, high: 2 } }, [b.alt([m("x")], [m("y")])])],
      ["xx", "xy", "yx", "yy"],
    ],
    [
      "a guard of an earlier decision inside a loop",
      [
        b.opt(b.guarded("vip", m("x"))),
        b.framed("loop", { rounds: { low: 2, high: 2 } }, [b.opt(b.guarded("vip", m("y")))]),
      ],
      ["xyy", ""],
    ],
    [
      "attempts, and what follows when all fail",
      [b.framed("retry", { rounds: { low: 1, high: 3 } }, [m("x")], [m("y")])],
      ["x", "xx", "xxy"],
    ],
    [
      "a break leaves the rounds",
      [b.framed("loop", { rounds: { low: 2, high: 2 } }, [b.breaking([m("x")]), m("y")]), m("z")],
      ["xz", "yxz", "yyz"],
    ],
    ["a break leaves the operand around it", [b.group([b.breaking([m("x")]), m("y")]), m("z")], ["xz", "yz"]],
    [
      "two breaks with the same words are two occasions",
      [b.breaking(b.guarded("on error", m("x"))), m("y"), b.breaking(b.guarded("on error", m("z")))],
      ["x", "yz", "y"],
    ],
    ["a break at the top leaves all", [b.breaking([m("x")]), m("z")], ["x", "z"]],
    [
      "loops in loops in loops run once inside",
      [
        b.framed("loop", { rounds: { low: 2, high: 2 } }, [
          b.framed("loop", { rounds: { low: 2, high: 2 } }, [
            b.framed("loop", { rounds: { low: 2, high: 2 } }, [m("x")]),
          ]),
        ]),
      ],
      ["xxxx"],
    ],
    [
      "a handler of what arrives",
      [
        b.send("a", "w", { callback: ["c"] }),
        b.alt([b.send("w", "a", { resolves: ["c"] })], [b.send("w", "a", { rejects: ["c"] })], []),
        b.on("c", "arrival", m("x")),
        b.on("c", "rejected", m("y")),
      ],
      ["wax", "way", "w"],
    ],
    [
      "a handler of a failure that has none of its own",
      [
        b.send("a", "w", { callback: ["c"] }),
        b.send("w", "a", { rejects: ["c"] }),
        b.on("c", "arrival", m("x")),
      ],
      ["wax"],
    ],
    [
      "in time or too late",
      [
        b.send("a", "w", { callback: ["c"] }),
        b.awaits("a", "c", { timeout: 5 }),
        b.on("c", "timeout", m("x")),
        b.send("w", "a", { resolves: ["c"] }),
        b.on("c", "late", m("y")),
        b.on("c", "arrival", m("z")),
      ],
      ["waz", "wxay"],
    ],
    [
      "what arrives elsewhere arrives where it was sent",
      [b.opt([b.send("a", "x", { id: "m" })]), b.arrive("m"), m("z")],
      ["xz", "z"],
    ],
  ])("%s", (_, drafts, expected) => {
    expect(told(drafts.map((each) => each))).toEqual(expected);
  });

  test("say which loops they do not follow to the end", () => {
    const endless = b.framed("loop", { rounds: { low: 0, high: null } }, [m("x")]);
    const twice = b.framed("loop", { rounds: { low: 1, high: 2 } }, [m("x")]);
    expect(pathsOf(order(b.buildFlow([endless, twice]))).missed.clipped).toEqual([0]);
  });

  test("of many choices cover every two operands", () => {
    const choices = Array.from({ length: 100 }, (_, index) => b.alt([m(`x${index}`)], [m(`y${index}`)]));
    const { list, complete, missed } = pathsOf(order(b.buildFlow(choices)));
    expect([complete, missed.pairs, missed.targets]).toEqual([false, 0, []]);
    expect(list.length).toBeLessThan(40);
  });

  test("own up to what they cannot cover", () => {
    const wide = b.alt(...Array.from({ length: 300 }, () => [m("x")]));
    const { list, complete, missed } = pathsOf(order(b.buildFlow([wide])));
    expect([list.length, complete, missed.targets.length]).toEqual([256, false, 44]);
  });
});

/** Trees of fragments with guards, breaks and loops. */
const trees = fc.letrec<{ body: readonly b.Draft[]; draft: b.Draft }>((tie) => ({
  body: fc.array(tie("draft"), { maxLength: 3 }),
  draft: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(m("x")),
    fc.tuple(tie("body"), tie("body")).map(([one, other]) => b.alt(one, other)),
    fc.tuple(tie("body"), fc.constantFrom("p", "q")).map(([body, guard]) => b.opt({ label: guard, body })),
    fc
      .tuple(tie("body"), tie("body"), fc.constantFrom("p", "q"))
      .map(([one, other, guard]) => b.alt({ label: guard, body: one }, other)),
    tie("body").map((body) => b.breaking(body)),
    tie("body").map((body) => b.breaking({ label: "p", body })),
    tie("body").map((body) => b.framed("loop", { rounds: { low: 0, high: null } }, body)),
    fc
      .tuple(tie("body"), tie("body"))
      .map(([one, other]) => b.framed("retry", { rounds: { low: 1, high: 2 } }, one, other)),
  ),
})).body;

test("a cover takes the pairs that all paths together take, or counts them as missed", () => {
  fc.assert(
    fc.property(trees, (drafts) => {
      const found = order(b.buildFlow(drafts));
      const all = pathsOf(found, 500);
      fc.pre(all.complete);
      const targets = targetsOf(found, defaultBounds);
      const pairsOf = (list: Paths["list"]): ReadonlySet<string> =>
        new Set(
          list.flatMap(({ decisions }) => {
            const taken = [...new Set(decisions.map(targets.of).filter((each) => each >= 0))];
            return taken.flatMap((one) => taken.map((other) => `${one} ${other}`));
          }),
        );
      const possible = pairsOf(all.list);
      const cover = coverPairs(found, targets, 256, defaultBounds);
      const covered = pairsOf(cover.list);
      for (const pair of covered) expect(possible).toContain(pair);
      const missing = [...possible].filter((pair) => !covered.has(pair));
      if (cover.pairs === 0) expect(missing).toEqual([]);
      else expect(missing.length / 2).toBeLessThanOrEqual(cover.pairs ?? 0);
    }),
    { numRuns: 300, seed: 1 },
  );
});
