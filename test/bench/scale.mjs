// How drawing grows with the flow: `npm run bench:scale [rounds]`, after a build. Prints medians of warm renders in one
// process, the exponent of growth between neighbouring sizes (1 is linear), and the memory at the end.
import { renderSync } from "../../dist/index.js";
import { flowOf } from "./flow-of.mjs";

const rounds = Number(process.argv[2] ?? 5);
const sizes = [
  [6, 50],
  [10, 300],
  [20, 1000],
  [20, 10_000],
];

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const text = flowOf(6, 50);
for (let warm = 0; warm < 100; warm++) renderSync(text, { fonts: "system" });

let before;
for (const [participants, messages] of sizes) {
  const source = flowOf(participants, messages);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const { output, diagnostics } = renderSync(source, { fonts: "system" });
    times.push(performance.now() - begin);
    if (output === "") throw new Error(`the flow is wrong: ${JSON.stringify(diagnostics[0])}`);
  }
  const time = median(times);
  const exponent = before ? Math.log(time / before.time) / Math.log(messages / before.messages) : undefined;
  const growth = exponent === undefined ? "" : `, exponent ${exponent.toFixed(2)}`;
  console.log(`${participants} participants, ${messages} messages: ${time.toFixed(1)} ms${growth}`);
  before = { time, messages };
}
console.log(`resident memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
