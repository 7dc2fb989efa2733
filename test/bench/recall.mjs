// How many faults the rules find, and how many of their findings are faults: `npm run bench:recall [flows]`. Breaks good flows in
// known ways, counts who notices, and writes test/check/recall/measured.json, from which the rules' pages take their numbers.
// With `meetings` instead of a number it looks for texts in which two rules speak of one thing, and writes meetings.json beside it.
import { spawnSync } from "node:child_process";
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
/** Writes data as the formatter wants it. */
const write = (path, data) => {
  writeFileSync(path, JSON.stringify(data));
  spawnSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "format", "--write", path]);
};

const { measureAll, findMeetings } = await import(pathToFileURL(join(folder, "run.mjs")).href);
rmSync(folder, { recursive: true });
if (process.argv[2] === "meetings") {
  const meetings = findMeetings();
  write("test/check/recall/meetings.json", meetings);
  console.log(`${Object.keys(meetings).length} pairs of rules meet`);
  process.exit();
}
const measured = measureAll(generated);
write("test/check/recall/measured.json", measured);

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
