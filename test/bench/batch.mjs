// What drawing many files costs, warm, and where the time goes: `npm run bench:batch [files] [rounds]`. The stages run one after
// another from source, on flows that differ; prints medians per file, ms of the processor's time with what collects garbage, so
// that what else the machine does counts little. At the end the command, from cold, with and without what an earlier run kept.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";
import { flowOf } from "./flow-of.mjs";

const files = Number(process.argv[2] ?? 200);
const rounds = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "slant-batch-"));
const entry = join(folder, "stages.ts");
writeFileSync(
  entry,
  `export { parse } from ${JSON.stringify(resolve("src/syntax/parse.ts"))};
export { compile } from ${JSON.stringify(resolve("src/compile.ts"))};
export { order } from ${JSON.stringify(resolve("src/order/order.ts"))};
export { sceneOf, drawSync } from ${JSON.stringify(resolve("src/draw.ts"))};
export { allPieces } from ${JSON.stringify(resolve("src/text/all-pieces.ts"))};`,
);
await build({
  input: { stages: entry },
  platform: "node",
  external: ["#dom", "elkjs/lib/elk-worker.min.js"],
  plugins: [{ name: "dom", resolveId: (id) => (id === "#dom" ? resolve("dist/dom-node.js") : null) }],
  output: { dir: folder, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
  logLevel: "silent",
});
const { parse, compile, order, sceneOf, drawSync, allPieces } = await import(
  pathToFileURL(join(folder, "stages.mjs")).href
);

const sources = Array.from({ length: files }, (_, at) => ({ name: `f${at}.slant`, text: flowOf(6, 50, at) }));
const compiled = sources.map((source) => compile(source));
const wrong = compiled.find(({ diagnostics }) => diagnostics.length > 0);
if (wrong) throw new Error(`the flow is wrong: ${JSON.stringify(wrong.diagnostics[0])}`);

/** Each stage with all before it: the difference to the line above is its own. */
const steps = {
  parse: (at) => parse(sources[at]),
  compile: (at) => compile(sources[at]),
  order: (at) => order(compiled[at].flow),
  "order and layout": (at) => sceneOf(compiled[at].flow, compiled[at].sources),
  "all but fonts": (at) => all(at, { fonts: "system" }),
  all: (at) => all(at, {}),
};
const all = (at, options) => {
  const { flow, sources: texts } = compile(sources[at]);
  return drawSync(flow, texts, options, allPieces);
};

const spent = (work) => {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000 / files;
};
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const times = Object.fromEntries(Object.keys(steps).map((name) => [name, []]));
for (let round = -2; round < rounds; round++)
  for (const [name, step] of Object.entries(steps)) {
    const ms = spent(() => {
      for (let at = 0; at < files; at++) step(at);
    });
    if (round >= 0) times[name].push(ms);
  }
for (const [name, own] of Object.entries(times))
  console.log(`${name.padEnd(18)} ${median(own).toFixed(2).padStart(6)} ms a file`);

mkdirSync(join(folder, "flows"));
mkdirSync(join(folder, "node_modules"));
for (const { name, text } of sources) writeFileSync(join(folder, "flows", name), text);
const run = (...args) => {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} exits with ${status}: ${stderr}`);
  return `${(performance.now() - begin).toFixed(0).padStart(6)} ms`;
};
const draw = [resolve("dist/bin/slant.js"), "render", "flows", "--out-dir", "out"];
console.log(`node -e 0          ${run("-e", "0")}`);
console.log(`the command, cold  ${run(...draw)} for ${files} files`);
console.log(`nothing changed    ${run(...draw)}`);
rmSync(folder, { recursive: true });
