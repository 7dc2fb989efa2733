import { expect, test } from "vitest";
import { brokenSuppression } from "../../../src/check/rules/broken-suppression.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const asked = "api ~> log: write { callback: written }\n";
const answered = "log ~> api: done { resolves: written }\n";

describeRule(brokenSuppression, {
  silent: {
    "a code and a reason": `# slant-ignore unawaited-callback: the log never fails\n${asked}${answered}`,
    "two codes": `# slant-ignore unawaited-callback, callback-missing: the log never fails\n${asked}${answered}`,
    "a comment that speaks of it": "# to slant-ignore something, give a reason\na ~> b: hi\n",
    "another word that begins so": "# slant-ignored: yes\na ~> b: hi\n",
  },
  reports: {
    "no code": [`# slant-ignore\n${asked}${answered}await: written\n`, "# slant-ignore"],
    "a code alone": [
      `# slant-ignore unawaited-callback\n${asked}${answered}`,
      "# slant-ignore unawaited-callback",
    ],
    "an empty reason": [
      `# slant-ignore unawaited-callback:  \n${asked}${answered}`,
      "# slant-ignore unawaited-callback:  ",
    ],
    "an unknown code": [
      `# slant-ignore unawaited-callbak: well\n${asked}${answered}`,
      "# slant-ignore unawaited-callbak: well",
    ],
    "a whole file without a reason": [
      `# slant-ignore-file unawaited-callback\n${asked}${answered}`,
      "# slant-ignore-file unawaited-callback",
    ],
  },
});

test("a mistyped code is told its nearest", () => {
  const help = findingsIn("# slant-ignore unawaited-callbak: well\na ~> b: hi\n").map(
    (finding) => finding.help,
  );
  expect(help).toEqual(["did you mean `unawaited-callback`?"]);
});
