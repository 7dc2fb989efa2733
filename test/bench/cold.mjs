// How long the command takes from nothing to a picture, beside Node's own start: `npm run bench:cold [rounds]`.
// Rounds are interleaved, so that what else the machine does falls on all alike; ratios are medians of per-round ratios.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 25);
const folder = mkdtempSync(join(tmpdir(), "slant-cold-"));
const flow = "fixtures/gallery/sign-up.slant";
const runs = {
  "node -e 0": ["-e", "0"],
  "slant IN OUT": ["dist/bin/slant.js", flow, join(folder, "out.svg")],
  "slant lint": ["dist/bin/slant.js", "lint", flow],
  "slant --version": ["dist/bin/slant.js", "--version"],
};

const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = -2; round < rounds; round++) {
  for (const [name, args] of Object.entries(runs)) {
    const begin = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    const spent = performance.now() - begin;
    if (status !== 0) throw new Error(`${name} exits with ${status}: ${stderr}`);
    if (round >= 0) times[name].push(spent); // the first rounds warm the disk's cache
  }
}
rmSync(folder, { recursive: true });

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
for (const [name, own] of Object.entries(times)) {
  const ratio = median(own.map((ms, round) => ms / times["node -e 0"][round]));
  console.log(`${name.padEnd(16)} ${median(own).toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)} × node -e 0`);
}
