import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile.ts";
import { findingsIn, reportsIn } from "./describe-rule.ts";

const dropped = "a ~> b: ask { callback: x }\nb ~> a: done { resolves: x }\n";

describe("what runs", () => {
  test("nothing on a text with errors, whose errors come back", () => {
    const compiled = compile({ name: "test.slant", text: `${dropped}await: y\n` });
    expect(check(compiled).map(({ code }) => code)).toEqual(["unknown-callback"]);
  });

  test("warnings of the compiler stand among the findings, in the order of the source", () => {
    const compiled = compile({ name: "test.slant", text: `${dropped}A -> b: hi\n` });
    expect(check(compiled).map(({ code }) => code)).toEqual(["unawaited-callback", "case-differs"]);
  });

  test("findings stand in the order of the source", () => {
    const text = `${dropped}a ~> b: more { callback: y }\nb --> a: what\n`;
    expect(reportsIn(text)).toEqual([
      "unawaited-callback x",
      "callback-missing y",
      "unmatched-reply b --> a: what",
    ]);
  });

  test("no rule but hygiene on a D2 diagram", () => {
    const compiled = compile({
      name: "test.slant",
      text: `${dropped}b --> a: again\n# slant-ignore unawaited-callback: well\n`,
    });
    const asD2 = { ...compiled, flow: { ...compiled.flow, mode: "d2" as const } };
    expect(check(asD2, { extends: "all" }).map(({ code }) => code)).toEqual([]);
    expect(check(compiled, { extends: "all" }).map(({ code }) => code)).toContain("unmatched-reply");
  });
});

describe("severities", () => {
  test("are the rule's own, unless said otherwise", () => {
    expect(findingsIn(dropped, {}).map(({ severity }) => severity)).toEqual(["error"]);
    expect(
      findingsIn(dropped, { rules: { "unawaited-callback": "info" } }).map(({ severity }) => severity),
    ).toEqual(["info"]);
  });

  test("`off` silences a rule and nothing else", () => {
    const text = `${dropped}b --> a: again\n`;
    expect(reportsIn(text, { rules: { "unawaited-callback": "off" } })).toEqual([
      "unmatched-reply b --> a: again",
    ]);
  });

  test("a rule that is off hides no other", () => {
    const text = "a ~> b: ask { callback: x }\nopt: up {\n  b ~> a: done { resolves: x }\n}\n";
    expect(reportsIn(text, { rules: { "callback-missing-on-path": "off" } })).toEqual([
      "unawaited-callback x",
    ]);
  });

  test("callbacks are judged a step more mildly in the reactive reading, replies are not", () => {
    const text = `config: { handled: reactive }\n${dropped}b --> c: again\n`;
    expect(findingsIn(text).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning unawaited-callback",
      "error unmatched-reply",
    ]);
  });
});

describe("what a finding says", () => {
  test("the callback, the place where it arrives, and the ways out", () => {
    const text = "api ~> jobs: SendWelcome { callback: sent }\nworker ~> api: MailSent { resolves: sent }\n";
    const [finding] = findingsIn(text);
    expect(finding?.message).toBe("Nothing at `api` awaits or handles the callback `sent`.");
    expect(
      finding?.notes?.map(({ message, span }) => [message, span && text.slice(span.start, span.end)]),
    ).toEqual([["it arrives here", "worker ~> api: MailSent { resolves: sent }"]]);
    expect(finding?.help).toBe("add `await: sent`, or `on: sent { … }`, or say `detach: sent { reason: … }`");
  });

  test("the path, with as few turns as are enough", () => {
    const text =
      "a ~> b: ask { callback: x }\nalt: fine {\n  b ~> a: done { resolves: x }\n} else: bad {\n  b ~> a: no { rejects: x }\n}\n" +
      "alt: express {\n  a -> a: hurry\n} else: slow {\n  on: x {\n    a -> a: next\n  }\n  on: x rejected {\n    a -> a: stop\n  }\n}\n";
    expect(findingsIn(text).map(({ message }) => message)).toEqual([
      "Nothing at `a` awaits or handles the callback `x` when `alt: express`.",
    ]);
  });

  test("an operand without words is named by its kind", () => {
    const text =
      "a ~> b: ask { callback: x }\nb ~> a: done { resolves: x }\nalt: fast {\n  await: x\n} else {\n  a -> a: go on\n}\n";
    expect(findingsIn(text).map(({ message }) => message)).toEqual([
      "Nothing at `a` awaits or handles the callback `x` when `else`.",
    ]);
  });
});

/** The text after the first fix of the first finding. */
const mended = (text: string): string => {
  const edits = findingsIn(text)[0]?.fixes?.[0]?.edits ?? [];
  return edits.reduceRight(
    (mending, { span, text: put }) => mending.slice(0, span.start) + put + mending.slice(span.end),
    text,
  );
};

describe("fixes", () => {
  const fixable: Readonly<Record<string, readonly [before: string, after: string]>> = {
    "a wait below the arrival": [dropped, `${dropped}await: x\n`],
    "a wait with the indentation of its neighbours": [
      "group: Ask {\n    a ~> b: ask { callback: x }\n    b ~> a: done { resolves: x } # well\n}\n",
      "group: Ask {\n    a ~> b: ask { callback: x }\n    b ~> a: done { resolves: x }\n    await: x # well\n}\n",
    ],
    "a wait below where it is received": [
      "a ~> b: ask { callback: x }\nb ~> a: done { resolves: x; id: r }\nb ~> a: first\narrive: r\n",
      "a ~> b: ask { callback: x }\nb ~> a: done { resolves: x; id: r }\nb ~> a: first\narrive: r\nawait: x\n",
    ],
    "a word to the only message that can mean it": [
      "a ~> b: ask { callback: x }\nb ~> a: done\nawait: x\n",
      "a ~> b: ask { callback: x }\nb ~> a: done { resolves: x }\nawait: x\n",
    ],
    "a reply that nobody waits for": ["a ~> b: ask\nb --> a: done\n", "a ~> b: ask\nb ~> a: done\n"],
    "a reply that is written from the right": [
      "a ~> b: ask\na <--- b: done\n",
      "a ~> b: ask\na <~ b: done\n",
    ],
  };

  test.each(Object.entries(fixable))("%s", (_, [before, after]) => {
    expect(mended(before)).toBe(after);
    expect(findingsIn(after)).toEqual([]);
  });
});
