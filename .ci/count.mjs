// Sums the JSON reports of the test suites in a folder: `N passed, N failed`, alone on a line.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
let [passed, failed] = [0, 0];
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), "utf8"));
  passed += report.numPassedTests;
  // a file that could not be loaded fails without any test of its own
  failed +=
    report.numFailedTests +
    report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
      .length;
}
console.log(`\n${passed} passed, ${failed} failed`);
