import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile.ts";
import { hasErrors } from "../../src/source/outcome.ts";
import { flowTexts } from "../generated/flow-text.ts";
import { type Act, judge, type Piece } from "./oracle.ts";

const found = (text: string): readonly string[] =>
  check(compile({ name: "law.slant", text }), { extends: "all" }).map(
    ({ code, message }) => `${code}: ${message}`,
  );

describe("check", () => {
  test("never throws on a flow that compiles", () => {
    fc.assert(
      fc.property(flowTexts, ({ text }) => {
        const compiled = compile({ name: "law.slant", text });
        expect(hasErrors(compiled.diagnostics)).toBe(false);
        expect(check(compiled, { extends: "all" })).toEqual(check(compiled, { extends: "all" }));
      }),
      { numRuns: 100 },
    );
  });

  test("never throws on what is left of a broken text", () => {
    const tokens = [
      ..."a b api () -> --> ~> <- <-> { } [ ] ; : # : \n \n".split(" "),
      ..."alt opt loop par and else on await cancel detach arrive retry break group callback resolves rejects carries x y".split(
        " ",
      ),
      "{ callback: x }",
      "{ resolves: x }",
      "await: x\n",
      "on: x {\n",
      "a ~> b: m\n",
      "b --> a: r\n",
      "}\n",
      "\n",
      " ",
      "# slant-ignore unawaited-callback: well\n",
      "# slant-ignore",
      "loop: until x {\n",
      "detach: x { reason: r }\n",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 40 }), (soup) => {
        const compiled = compile({ name: "law.slant", text: soup.join(" ") });
        // Without its errors the flow is checked as if it had none.
        const usable = compiled.diagnostics.filter(({ severity }) => severity !== "error");
        expect(() => check({ ...compiled, diagnostics: usable }, { extends: "all" })).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

const acts: Readonly<Record<Act, readonly string[]>> = {
  ask: ["api ~> job: ask { callback: x }"],
  resolve: ["job ~> api: done { resolves: x }"],
  reject: ["job ~> api: failed { rejects: x }"],
  await: ["await: x"],
  on: ["on: x {", "  api -> api: next", "}"],
  "on rejected": ["on: x rejected {", "  api -> api: stop", "}"],
  cancel: ["cancel: x"],
  detach: ['detach: x { reason: "read nightly" }'],
  work: ["api -> api: work"],
};

const write = (body: readonly Piece[], fresh: () => number): readonly string[] =>
  body.flatMap((piece) => {
    if ("act" in piece) return acts[piece.act];
    const { kind, guard, bodies } = piece;
    const heads = bodies.map((_, index) => {
      const word = index === 0 ? kind : "} else";
      if (guard === undefined) return `${word}: way ${fresh()} {`;
      return index === 0 ? `${word}: ${guard} {` : `${word} {`;
    });
    return [
      ...bodies.flatMap((each, index) => [
        heads[index] ?? "",
        ...write(each, fresh).map((line) => `  ${line}`),
      ]),
      "}",
    ];
  });

const textOf = (body: readonly Piece[]): string => {
  let count = 0;
  return `${write(body, () => ++count).join("\n")}\n`;
};

/** Bodies below a request: arrivals, words about the callback and work in any order and nesting, some conditions twice. */
const { body } = fc.letrec<{ body: readonly Piece[]; piece: Piece }>((tie) => {
  const guarded = (
    kind: "alt" | "opt" | "break",
    bodies: fc.Arbitrary<readonly (readonly Piece[])[]>,
  ): fc.Arbitrary<Piece> =>
    fc
      .record({ guard: fc.constantFrom(undefined, undefined, "p", "q"), bodies })
      .map(({ guard, bodies: all }) => ({
        kind,
        ...(guard !== undefined && all.length < 3 && { guard }),
        bodies: all,
      }));
  return {
    piece: fc.oneof(
      { maxDepth: 3, depthIdentifier: "piece" },
      {
        weight: 6,
        arbitrary: fc
          .constantFrom<Act>("resolve", "reject", "await", "on", "on rejected", "cancel", "detach", "work")
          .map((act) => ({ act })),
      },
      { weight: 3, arbitrary: guarded("alt", fc.array(tie("body"), { minLength: 2, maxLength: 3 })) },
      { weight: 1, arbitrary: guarded("opt", fc.tuple(tie("body"))) },
      { weight: 1, arbitrary: guarded("break", fc.tuple(tie("body"))) },
    ),
    body: fc.array(tie("piece"), { maxLength: 4, depthIdentifier: "piece" }),
  };
});

const settlesTwice = (paths: readonly Piece[]): boolean =>
  textOf(paths).split("{ resolves").length + textOf(paths).split("{ rejects").length > 5;

const callbackCodes = [
  "await-without-sender",
  "callback-missing",
  "callback-missing-on-path",
  "unawaited-callback",
  "callback-not-awaited-on-path",
];
const callbackFindings = (text: string): readonly string[] =>
  found(text)
    .map((finding) => finding.split(":")[0] ?? "")
    .filter((code) => callbackCodes.includes(code));

describe("the monitor", () => {
  test("says what the definition says, read off every path", () => {
    fc.assert(
      fc.property(body, (rest) => {
        const whole: readonly Piece[] = [{ act: "ask" }, ...rest];
        fc.pre(!settlesTwice(whole));
        const wanted = judge(whole);
        expect([textOf(whole), callbackFindings(textOf(whole))]).toEqual([
          textOf(whole),
          wanted === undefined ? [] : [wanted],
        ]);
      }),
      { numRuns: 600 },
    );
  });
});

/** Puts something below the request, around all of it, or in other words: what is said must change as told, and no more. */
describe("changes of a text", () => {
  const bodies = body.filter((rest) => !settlesTwice(rest)).map((rest) => textOf([{ act: "ask" }, ...rest]));
  const second = (text: string): string => text.replaceAll(/\bx\b/g, "y").replaceAll("job", "other");

  test("a detach below the request takes away what is said of that callback, and nothing else", () => {
    fc.assert(
      fc.property(bodies, bodies, (text, other) => {
        const both = text + second(other);
        const detached = both.replace(
          "{ callback: x }\n",
          '{ callback: x }\ndetach: x { reason: "a law" }\n',
        );
        expect(found(detached)).toEqual(found(both).filter((finding) => !finding.includes("`x`")));
      }),
      { numRuns: 150 },
    );
  });

  test("a group around a flow changes nothing", () => {
    fc.assert(
      fc.property(flowTexts, ({ text }) => {
        const lines = text.split("\n");
        const last = lines.findLastIndex(isHead);
        const end = lines[last + 1] === "}" ? last + 2 : last + 1;
        const [head, rest] = [lines.slice(0, end), lines.slice(end)];
        expect(found([...head, "group: All {", ...rest, "}", ""].join("\n"))).toEqual(found(text));
      }),
      { numRuns: 100 },
    );
  });

  // Seeded: where several orders are judged equally mildly, which faults are told may depend on the order.
  test("parallel operands may stand in any order", () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        fc.pre(!settlesTwice([...one, ...other]));
        // Each operand counts its ways from a number of its own, so that none has the words of another.
        const operand = (pieces: readonly Piece[], from: number): readonly string[] => {
          let count = from;
          return write(pieces, () => ++count);
        };
        const [left, right] = [operand(one, 100), operand(other, 200)];
        const parallel = (first: readonly string[], second: readonly string[]): string =>
          [...acts.ask, "par: {", ...first, "} and: {", ...second, "}", ""].join("\n");
        expect(callbackFindings(parallel(right, left))).toEqual(callbackFindings(parallel(left, right)));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test("other names change nothing but the names", () => {
    fc.assert(
      fc.property(bodies, (text) => {
        const renamed = text.replaceAll("api", "server").replaceAll("job", "robot");
        expect(found(renamed)).toEqual(
          found(text).map((finding) => finding.replaceAll("api", "server").replaceAll("job", "robot")),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** Lines of a generated flow that declare things and stand above all that happens. */
const isHead = (line: string): boolean =>
  /^(title|config|p\d+: |b: | {2}kind: boundary| {2}p\d+: )/.test(line);
