// What linting many files costs the command, from nothing and with what an earlier run kept, beside Node's own start:
// `npm run bench:lint [files] [rounds]`, after a build. Rounds are interleaved; ratios are medians of per-round ratios.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { flowOf } from "./flow-of.mjs";

const files = Number(process.argv[2] ?? 500);
const rounds = Number(process.argv[3] ?? 5);
const command = resolve("dist/bin/slant.js");
const folder = mkdtempSync(join(tmpdir(), "slant-lint-"));
const cache = join(folder, "node_modules/.cache");
mkdirSync(join(folder, "node_modules"));
for (let at = 0; at < files; at++) writeFileSync(join(folder, `f${at}.slant`), flowOf(6, 50, at));

const run = (args) => {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} exits with ${status}: ${stderr}`);
  return performance.now() - begin;
};
const cores = availableParallelism();
const runs = {
  "node -e 0": () => run(["-e", "0"]),
  "from nothing": () => {
    rmSync(cache, { recursive: true, force: true });
    return run([command, "lint"]);
  },
  "again, nothing changed": () => run([command, "lint"]),
  "in one thread": () => run([command, "lint", "--no-cache", "--jobs", "1"]),
  [`in ${cores} threads`]: () => run([command, "lint", "--no-cache", "--jobs", `${cores}`]),
};

const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = -1; round < rounds; round++)
  for (const [name, one] of Object.entries(runs)) {
    const spent = one();
    if (round >= 0) times[name].push(spent);
  }
rmSync(folder, { recursive: true });

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
for (const [name, own] of Object.entries(times)) {
  const ratio = median(own.map((ms, round) => ms / times["node -e 0"][round]));
  console.log(`${name.padEnd(24)} ${median(own).toFixed(0).padStart(6)} ms  ${ratio.toFixed(1)} × node -e 0`);
}
