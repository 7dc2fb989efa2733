import { describe, expect, test } from "vitest";
import { rules } from "../../src/check/rules.ts";
import { findingsIn } from "./describe-rule.ts";

/** Codes of rules about callbacks: where whatever follows an arrival handles it, they speak one step more mildly. */
const aboutCallbacks: Readonly<Record<string, string>> = {
  "unawaited-callback": "warning",
  "callback-missing": "warning",
  "callback-missing-on-path": "warning",
  "await-without-sender": "warning",
  "await-unbounded": "info",
  "await-by-wrong-participant": "warning",
  "misrouted-callback": "warning",
  "await-before-request": "warning",
  "callback-before-request": "warning",
  "callback-reply-race": "warning",
  "late-callback": "info",
  "stale-callback": "warning",
  "double-resolve": "warning",
  "missing-correlation": "warning",
  "fan-in-mismatch": "info",
};

const inReading = (reading: "explicit" | "reactive", code: string): readonly string[] =>
  findingsIn(`config: { handled: ${reading} }\n${rules.find((rule) => rule.code === code)?.bad}`).map(
    (finding) => `${finding.severity} ${finding.code}`,
  );

describe("in the reactive reading", () => {
  test.each(Object.entries(aboutCallbacks))("%s is %s", (code, severity) => {
    expect(inReading("reactive", code)).toEqual([`${severity} ${code}`]);
    expect(inReading("explicit", code)[0]).not.toEqual(`${severity} ${code}`);
  });

  test("a callback that is dropped on one path is handled by what follows it there", () => {
    expect(inReading("reactive", "callback-not-awaited-on-path")).toEqual([]);
  });

  test.each([
    ...["callback-into-blocked-caller", "unmatched-reply", "missing-reply", "receive-race"],
    ...["fifo-assumption", "non-local-choice", "ambiguous-branch"],
  ])("%s is as grave as ever", (code) => {
    expect(inReading("reactive", code)).toEqual(inReading("explicit", code));
    expect(inReading("reactive", code)).toHaveLength(1);
  });
});
