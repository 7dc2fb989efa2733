// How long large maps take: `npm run bench:map [limit in s]`, after a build. Prints for each size the time of one map in one
// process, the first with what loading costs, and fails when the largest takes longer than the limit (10 s if none is given).
import { renderSync } from "../../dist/index.js";

const limit = Number(process.argv[2] ?? 10);
const sizes = [
  [20, 40],
  [50, 120],
  [100, 300],
  [200, 600],
];

/** Numbers from 0 to 1 that look like chance and are the same every time. */
const sequence = () => {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** Services in ten teams, every eighth a queue; a channel mostly leads to somebody near. */
const flowOf = (participants, channels) => {
  const random = sequence();
  const kinds = { 0: "queue", 3: "store", 5: "external" };
  const one = (at) => `p${at}: Participant ${at}${kinds[at % 8] ? ` { kind: ${kinds[at % 8]} }` : ""}`;
  const teams = Array.from({ length: 10 }, (_, team) => {
    const members = Array.from({ length: participants }, (_, at) => at).filter((at) => at % 20 === team);
    return [`team${team}: Team ${team} {`, "  kind: boundary", ...members.map((at) => `  ${one(at)}`), "}"];
  });
  const free = Array.from({ length: participants }, (_, at) => at).filter((at) => at % 20 >= 10);
  const seen = new Set();
  const lines = [];
  while (lines.length < channels) {
    const from = Math.floor(random() * participants);
    const to = (from + 1 + Math.floor(random() ** 3 * (participants - 1))) % participants;
    if (from === to || seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    lines.push(`p${from} ${random() < 0.5 ? "->" : "~>"} p${to}: message ${lines.length}`);
  }
  return [...teams.flat(), ...free.map(one), ...lines, ""].join("\n");
};

let last = 0;
for (const [participants, channels] of sizes) {
  const source = flowOf(participants, channels);
  const begin = performance.now();
  const { output, diagnostics } = renderSync(source, { view: "map", fonts: "system" });
  last = (performance.now() - begin) / 1000;
  if (output === "") throw new Error(`the flow is wrong: ${JSON.stringify(diagnostics[0])}`);
  console.log(`${participants} participants, ${channels} channels: ${last.toFixed(2)} s`);
}
console.log(`resident memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
if (last > limit) {
  console.error(`The largest map takes longer than ${limit} s.`);
  process.exitCode = 1;
}
