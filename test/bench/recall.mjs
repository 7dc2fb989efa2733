// How many faults the rules find, and how many of their findings are faults: `npm run bench:recall [flows]`. Breaks good flows in
// known ways, counts who notices, and writes test/check/recall/measured.json, from which the rules' pages take their numbers.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";

const generated = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), "slant-recall-"));
await build({
  input: { run: "test/check/recall/run.ts" },
  output: { dir: folder, format: "esm", entryFileNames: "[name].mjs" },
  platform: "node",
  logLevel: "silent",
});
const { measureAll } = await import(pathToFileURL(join(folder, "run.mjs")).href);
rmSync(folder, { recursive: true });
const measured = measureAll(generated);
writeFileSync("test/check/recall/measured.json", `${JSON.stringify(measured, null, 2)}\n`);

const { recall, precision } = measured;
for (const [code, { mutants, caught, alone }] of Object.entries(recall.rules))
  console.log(`${code}: ${caught} of ${mutants} mutants, ${alone} of them alone`);
for (const { code, does, says, flows, why } of recall.survivors)
  console.log(
    `  ${code}, ${does}: ${flows} flows say ${says.join(", ") || "nothing"}${why === null ? " UNEXPLAINED" : ""}`,
  );
const wrong = precision.findings.filter(({ isRight }) => isRight !== true);
console.log(
  `${precision.flows} flows not written for a rule: ${precision.findings.length} findings, ${wrong.length} not judged right`,
);
for (const { flow, code } of wrong) console.log(`  ${code} on ${flow}`);
const unexplained = recall.survivors.some(({ why }) => why === null);
if (recall.loud.length > 0 || unexplained || wrong.length > 0) process.exitCode = 1;
