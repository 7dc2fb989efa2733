import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile.ts";
import { hasErrors } from "../../src/source/outcome.ts";

const codes = new Set([
  ...["callback-reply-race", "callback-into-blocked-caller", "receive-race", "fifo-assumption"],
  ...["non-local-choice", "ambiguous-branch", "stale-callback"],
]);

/** What the rules about order say of a text, each finding with how it comes about. */
const found = (text: string): readonly string[] => {
  const compiled = compile({ name: "law.slant", text });
  expect([text, hasErrors(compiled.diagnostics)]).toEqual([text, false]);
  return check(compiled, { extends: "all" })
    .filter(({ code }) => codes.has(code))
    .map(({ code, message, schedule }) => `${code}: ${message} ${schedule === undefined ? "" : "shown"}`);
};
/** In any order; of several who start one operand together, any may be named. */
const sorted = (findings: readonly string[]): readonly string[] =>
  findings.map((finding) => finding.replace(/^(non-local-choice): .* (?=shown|$)/, "$1 ")).toSorted();

const heads =
  "alpha: Alpha { inbox: dispatch }\nbeta: Beta { kind: worker }\ngamma: Gamma\ndelta: Delta { kind: external }\nline: Line { kind: queue }\n";
const who = fc.constantFrom("alpha", "beta", "gamma", "delta");
const pair = fc.uniqueArray(who, { minLength: 2, maxLength: 2 });

/** A statement or a few; numbers make names of their own. */
type Piece = (fresh: () => number) => readonly string[];
const send: fc.Arbitrary<Piece> = pair.map(([from, to]) => (fresh: () => number) => [
  `${from} ~> ${to}: m${fresh()}`,
]);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 5, arbitrary: send },
  {
    weight: 2,
    arbitrary: fc.tuple(pair, fc.option(send)).map(([[from, to], inner]) => (fresh: () => number) => [
      `${from} -> ${to}: m${fresh()}`,
      ...(inner?.(fresh) ?? []),
      `${to} --> ${from}: m${fresh()}`,
    ]),
  },
  {
    weight: 2,
    arbitrary: pair.map(([from, to]) => (fresh: () => number) => {
      const [one, other] = [fresh(), fresh()];
      return [
        ...[`${from} ~> line: m${one}`, `${from} ~> line: m${other}`],
        ...[`line ~> ${to}: m${one}`, `line ~> ${to}: m${other}`],
      ];
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pair, fc.boolean()).map(([[from, to], isStored]) => (fresh: () => number) => {
      const name = `x${fresh()}`;
      return [
        `${from} ~> ${to}: ask { callback: ${name} }`,
        ...(isStored ? [`stored: ${name}`] : []),
        `${to} ~> ${from}: done { resolves: ${name} }`,
        `await: ${name}`,
      ];
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(send, send, fc.option(send)).map(([one, other, more]) => (fresh: () => number) => [
      `alt: way ${fresh()} {`,
      ...one(fresh),
      ...(more?.(fresh) ?? []),
      `} else: way ${fresh()} {`,
      ...other(fresh),
      "}",
    ]),
  },
  {
    weight: 1,
    arbitrary: pair.map(([from, to]) => (fresh: () => number) => {
      const name = `x${fresh()}`;
      return [
        "retry: 3 times {",
        `${from} ~> ${to}: ask { callback: ${name} }`,
        `await: ${name} { timeout: 1s }`,
        `${to} ~> ${from}: done { resolves: ${name} }`,
        "}",
      ];
    }),
  },
);
const bodies: fc.Arbitrary<readonly string[]> = fc
  .array(piece, { minLength: 2, maxLength: 7 })
  .map((pieces) => {
    let count = 0;
    return pieces.flatMap((each) => each(() => ++count));
  });
const textOf = (body: readonly string[]): string => `${heads}${body.join("\n")}\n`;

const law = (holds: (body: readonly string[]) => void, runs = 120): void => {
  fc.assert(
    fc.property(bodies, (body) => {
      holds(body);
    }),
    { numRuns: runs, seed: 11 },
  );
};

describe("changes of a text that leave what is found about its order", () => {
  test("there is something to be found", () => {
    const all = new Set<string>();
    law((body) => {
      for (const finding of found(textOf(body))) all.add(finding.split(":")[0] ?? "");
    });
    expect([...all].toSorted()).toEqual([...codes].filter((code) => code !== "ambiguous-branch").toSorted());
  });

  test("other names change the names", () => {
    const renamed = (text: string): string =>
      text
        .replaceAll("alpha", "north")
        .replaceAll("beta", "south")
        .replaceAll("gamma", "east")
        .replaceAll("delta", "west");
    law((body) => expect(found(renamed(textOf(body)))).toEqual(found(textOf(body)).map(renamed)));
  });

  test("lifelines may stand in any order", () => {
    law((body) =>
      expect(found(`lifelines: [line; delta; gamma; beta; alpha]\n${textOf(body)}`)).toEqual(
        found(textOf(body)),
      ),
    );
  });

  test("white space and comments say nothing", () => {
    law((body) =>
      expect(found(textOf(body.flatMap((line) => [`\n   ${line}   # said`, "# and so on"])))).toEqual(
        found(textOf(body)),
      ),
    );
  });

  test("neighbouring sends between four lifelines may change places", () => {
    const ends = (line: string | undefined): readonly string[] =>
      /^(\w+) ~> (\w+): m\d+$/.exec(line ?? "")?.slice(1) ?? [];
    let swaps = 0;
    law((body) => {
      const at = body.findIndex((line, index) => {
        const all = [...ends(line), ...ends(body[index + 1])];
        return new Set(all).size === 4 && !all.includes("line");
      });
      if (at < 0) return;
      swaps++;
      const swapped = [...body.slice(0, at), body[at + 1] ?? "", body[at] ?? "", ...body.slice(at + 2)];
      expect(sorted(found(textOf(swapped)))).toEqual(sorted(found(textOf(body))));
    }, 300);
    expect(swaps).toBeGreaterThan(20);
  });

  test("a detach takes away what is said of its callback, and nothing else", () => {
    let detached = 0;
    law((body) => {
      const at = body.findIndex((line) => line.includes("callback:"));
      const name = /callback: (\w+)/.exec(body[at] ?? "")?.[1];
      if (name === undefined) return;
      detached++;
      const without = [
        ...body.slice(0, at + 1),
        `detach: ${name} { reason: "a law" }`,
        ...body.slice(at + 1),
      ];
      const rest = found(textOf(body)).filter((finding) => !finding.includes(`\`${name}\``));
      expect(found(textOf(without))).toEqual(rest);
    }, 200);
    expect(detached).toBeGreaterThan(50);
  });
});

test("an ordered queue leaves fewer findings than one that keeps no order", () => {
  law((body) => {
    const loose = found(textOf(body)).filter((finding) => finding.startsWith("fifo-assumption"));
    const strict = found(textOf(body).replace("kind: queue", "kind: queue; order: fifo"));
    expect(strict.filter((finding) => finding.startsWith("fifo-assumption"))).toEqual([]);
    expect(strict.filter((finding) => finding.startsWith("receive-race")).length).toBeLessThanOrEqual(
      found(textOf(body)).filter((finding) => finding.startsWith("receive-race")).length + loose.length,
    );
  });
});
