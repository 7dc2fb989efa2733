import { expect, test } from "vitest";
import { unusedSuppression } from "../../../src/check/rules/unused-suppression.ts";
import { describeRule, findingsIn, reportsIn } from "../describe-rule.ts";

const asked = "api ~> log: write { callback: written }\n";
const answered = "log ~> api: done { resolves: written }\n";

describeRule(unusedSuppression, {
  silent: {
    "one that matches": `# slant-ignore unawaited-callback: the log never fails\n${asked}${answered}`,
    "one at the end of the line": `${asked.trim()} # slant-ignore unawaited-callback: the log never fails\n${answered}`,
    "one for the whole file": `# slant-ignore-file unawaited-callback: a sketch\n\na ~> b: hi\n${asked}${answered}`,
    "one before a fragment around the finding": `# slant-ignore unawaited-callback: a sketch\ngroup: Log {\n  ${asked}  ${answered}}\n`,
    "one inside a fragment": `group: Log {\n  # slant-ignore unawaited-callback: a sketch\n  ${asked}  ${answered}}\n`,
    "one that is broken, which is worse": `# slant-ignore unawaited-callback\n${asked}${answered}await: written\n`,
  },
  reports: {
    "one whose fault is mended": [
      `# slant-ignore unawaited-callback: the log never fails\n${asked}${answered}await: written\n`,
      "# slant-ignore unawaited-callback: the log never fails",
    ],
    "one before another statement": [
      `${asked}# slant-ignore unawaited-callback: the log never fails\n${answered}`,
      "# slant-ignore unawaited-callback: the log never fails",
    ],
    "one of another code": [
      `# slant-ignore callback-missing: the log never fails\n${asked}${answered}`,
      "# slant-ignore callback-missing: the log never fails",
    ],
    "one at the file's end": [
      `${asked}${answered}await: written\n# slant-ignore unawaited-callback: what\n`,
      "# slant-ignore unawaited-callback: what",
    ],
    "one for a whole file that is clean": [
      "a ~> b: hi\n# slant-ignore-file unawaited-callback: what\n",
      "# slant-ignore-file unawaited-callback: what",
    ],
  },
});

test("a finding that is suppressed does not bring up a lower one", () => {
  const text =
    "# slant-ignore callback-missing-on-path: known\na ~> b: x { callback: c }\nalt: one {\n  b ~> a: y { resolves: c }\n} else: two {\n  b -> b: z\n}\n";
  expect(reportsIn(text)).toEqual([]);
});

test("a suppression of a rule that is off is left alone", () => {
  const text = `# slant-ignore unawaited-callback: the log never fails\n${asked}${answered}await: written\n`;
  expect(reportsIn(text, { rules: { "unawaited-callback": "off" } })).toEqual([]);
});

test("its fix takes out the line", () => {
  const text = `a ~> b: hi\n  # slant-ignore unawaited-callback: well\n${asked}${answered}await: written\n`;
  const edit = findingsIn(text)[0]?.fixes?.[0]?.edits[0];
  expect(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe(
    `a ~> b: hi\n${asked}${answered}await: written\n`,
  );
});
