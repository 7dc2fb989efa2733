// How long one picture takes in a warm process, beside other libraries where they are installed: `npm run bench:warm [folder]
// [rounds]`, after a build. The folder is one with node_modules of its own, made by `npm install svg-sequence-diagram
// opentype.js@1.3.4 beautiful-mermaid`. Every library draws the same messages, written in its own syntax. Rounds are interleaved;
// prints medians of the processor's time per picture, bytes, and ratios to Slant.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { renderSync } from "../../dist/index.js";

const folder = process.argv[2];
const rounds = Number(process.argv[3] ?? 9);
const verbs = ["reserve", "publish", "confirm", "fetch", "validate", "cancel", "store", "notify", "merge"];
const nouns = ["daily order", "signed report", "open invoice", "remote token", "payload", "latest receipt"];

/** Calls with replies, messages in flight and work of one's own, in fixed shares. */
const messagesOf = (participants, count) =>
  Array.from({ length: count }, (_, at) => {
    const from = (at * 7) % participants;
    const to = at % 9 === 4 ? from : (from + 1 + (at % (participants - 1))) % participants;
    const kind = from === to ? "self" : at % 3 === 0 ? "call" : at % 3 === 1 ? "reply" : "send";
    return { from: `P${from}`, to: `P${to}`, kind, label: `${verbs[at % 9]} ${nouns[at % 6]}` };
  });

const arrows = {
  slant: { call: "->", reply: "-->", send: "~>", self: "->" },
  ssd: { call: "->", reply: "-->", send: "->>", self: "->" },
  mermaid: { call: "->>", reply: "-->>", send: "-)", self: "->>" },
};
const lines = (messages, syntax) =>
  messages.map(({ from, to, kind, label }) => `${from} ${arrows[syntax][kind]} ${to}: ${label}`).join("\n");
const names = (participants) => Array.from({ length: participants }, (_, at) => `P${at}`);
const texts = {
  slant: (participants, messages) => `${names(participants).join("\n")}\n${lines(messages, "slant")}\n`,
  ssd: (participants, messages) => `begin ${names(participants).join(", ")}\n${lines(messages, "ssd")}\n`,
  mermaid: (participants, messages) =>
    `sequenceDiagram\n${names(participants)
      .map((name) => `participant ${name}`)
      .join("\n")}\n${lines(messages, "mermaid")}\n`,
};

const installed = async (path, pick) => {
  const file = folder && resolve(join(folder, "node_modules", path));
  return file && existsSync(file) ? pick(await import(pathToFileURL(file).href)) : undefined;
};
const ssd = await installed(
  "svg-sequence-diagram/lib/sequence-diagram.mjs",
  ({ VirtualSequenceDiagram }) =>
    (text) =>
      VirtualSequenceDiagram.render(text),
);
const mermaid = await installed(
  "beautiful-mermaid/dist/index.js",
  ({ renderMermaidSVG }) => renderMermaidSVG,
);
const libraries = [
  { name: "slant", syntax: "slant", draw: (text) => renderSync(text, { fonts: "system" }).output },
  ...(ssd ? [{ name: "svg-sequence-diagram", syntax: "ssd", draw: ssd }] : []),
  ...(mermaid ? [{ name: "beautiful-mermaid", syntax: "mermaid", draw: mermaid }] : []),
];

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const before = new Map();
for (const [participants, count, times] of [
  [6, 50, 60],
  [10, 300, 10],
  [20, 1000, 4],
  [20, 10_000, 1],
]) {
  const messages = messagesOf(participants, count);
  const runs = libraries.map(({ name, syntax, draw }) => {
    const text = texts[syntax](participants, messages);
    for (let warm = 0; warm < times; warm++) draw(text);
    return { name, text, draw, taken: [], bytes: draw(text).length };
  });
  for (let round = 0; round < (count > 1000 ? Math.min(rounds, 3) : rounds); round++)
    for (const run of runs) {
      const begin = cpu();
      for (let time = 0; time < times; time++) run.draw(run.text);
      run.taken.push((cpu() - begin) / times);
    }
  const own = median(runs[0].taken);
  console.log(`${participants} participants, ${count} messages`);
  for (const { name, taken, bytes } of runs) {
    const time = median(taken);
    const last = before.get(name);
    const exponent = last && Math.log(time / last.time) / Math.log(count / last.count);
    before.set(name, { time, count });
    const growth = exponent === undefined ? "" : `  exponent ${exponent.toFixed(2)}`;
    console.log(
      `  ${name.padEnd(22)} ${time.toFixed(2).padStart(9)} ms  ${(time / own).toFixed(2).padStart(6)} × slant  ${bytes} bytes${growth}`,
    );
  }
}
console.log(`resident memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
