// How drawing grows with the flow: `npm run bench:scale [rounds]`, after a build. Prints medians of warm renders in one
// process, the exponent of growth between neighbouring sizes (1 is linear), and the memory at the end.
import { renderSync } from "../../dist/index.js";

const rounds = Number(process.argv[2] ?? 5);
const sizes = [
  [6, 50],
  [10, 300],
  [20, 1000],
  [20, 10_000],
];

/** Calls with replies, messages in flight, work of one's own, remarks and fragments, in about the shares of real flows. */
const flowOf = (participants, messages) => {
  const lines = Array.from({ length: participants }, (_, at) => `p${at}: Service ${at}`);
  const key = (at) => `p${((at % participants) + participants) % participants}`;
  let count = 0;
  for (let turn = 0; count < messages; turn++) {
    const from = key(turn * 7);
    const to = key(turn * 7 + 1 + (turn % 3));
    const shapes = [
      () => [`${from} -> ${to}: reserve partial order ${turn}`, `${to} --> ${from}: confirmed by region`],
      () => [`${from} ~> ${to}: publish report ${turn} in background`],
      () => [`${from} -> ${from}: merge daily snapshot`],
      () => [
        `alt: signed invoice {`,
        `  ${from} ~> ${to}: push report`,
        `} else: local metrics {`,
        `  ${from} -> ${to}: send snapshot`,
        `}`,
      ],
    ];
    const shape = turn % 11 === 10 ? 3 : turn % 4 === 3 ? 2 : turn % 2;
    const added = shapes[shape]();
    lines.push(...added);
    count += shape === 1 || shape === 2 ? 1 : 2;
    if (turn % 12 === 11) lines.push(`note: store latest receipt { over: [${from}; ${to}] }`);
  }
  return `${lines.join("\n")}\n`;
};

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
