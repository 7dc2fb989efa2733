// How long one picture takes in a warm process, beside other libraries where they are installed: `npm run bench:warm [folder]
// [rounds]`, after a build. The folder is one with node_modules of its own, made by `npm install svg-sequence-diagram
// opentype.js@1.3.4 beautiful-mermaid`. Every library draws the same messages, written in its own syntax, in a process of its
// own, which is warm before it is timed; rounds are interleaved. Prints medians of the processor's time per picture, bytes, and
// ratios to Slant.
import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = process.argv[2] === "--serve" ? process.argv[4] : process.argv[2];
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

/** How each library draws a text, by its name; what is not installed is left out. */
const files = {
  slant: fileURLToPath(new URL("../../dist/index.js", import.meta.url)),
  "svg-sequence-diagram":
    folder && resolve(join(folder, "node_modules/svg-sequence-diagram/lib/sequence-diagram.mjs")),
  "beautiful-mermaid": folder && resolve(join(folder, "node_modules/beautiful-mermaid/dist/index.js")),
};
const draws = {
  slant: ({ renderSync }) => ({
    syntax: "slant",
    draw: (text) => renderSync(text, { fonts: "system" }).output,
  }),
  "svg-sequence-diagram": ({ VirtualSequenceDiagram }) => ({
    syntax: "ssd",
    draw: (text) => VirtualSequenceDiagram.render(text),
  }),
  "beautiful-mermaid": ({ renderMermaidSVG }) => ({ syntax: "mermaid", draw: renderMermaidSVG }),
};

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** In a process of its own: draws what it is told to, as often as it is told to, and answers how long that took. */
const serve = async (name) => {
  const { syntax, draw } = draws[name](await import(pathToFileURL(files[name]).href));
  let text = "";
  process.on("message", ({ size, times }) => {
    if (size !== undefined) {
      text = texts[syntax](size.participants, messagesOf(size.participants, size.count));
      // long enough for V8 to have optimised what it will
      for (let begin = performance.now(); performance.now() - begin < 4000; ) draw(text);
      process.send({ bytes: draw(text).length });
      return;
    }
    const begin = cpu();
    for (let time = 0; time < times; time++) draw(text);
    process.send({ taken: (cpu() - begin) / Math.max(times, 1), memory: process.memoryUsage().rss });
  });
  process.send({ isReady: true });
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const compare = async () => {
  const names = Object.keys(files).filter((name) => files[name] && existsSync(files[name]));
  const libraries = [];
  for (const name of names) {
    const child = fork(fileURLToPath(import.meta.url), ["--serve", name, folder ?? ""], { silent: true });
    const ask = async (question) => {
      child.send(question);
      return (await once(child, "message"))[0];
    };
    await once(child, "message");
    libraries.push({ name, child, ask, last: undefined });
  }
  for (const [participants, count, times] of [
    [6, 50, 200],
    [10, 300, 40],
    [20, 1000, 10],
    [20, 10_000, 1],
  ]) {
    const runs = [];
    for (const library of libraries) {
      const { bytes } = await library.ask({ size: { participants, count } });
      runs.push({ library, bytes, taken: [] });
    }
    for (let round = 0; round < rounds; round++)
      for (const { library, taken } of runs) taken.push((await library.ask({ times })).taken);
    const own = median(runs[0].taken);
    console.log(`${participants} participants, ${count} messages`);
    for (const { library, taken, bytes } of runs) {
      const time = median(taken);
      const { name, last } = library;
      const exponent = last && Math.log(time / last.time) / Math.log(count / last.count);
      library.last = { time, count };
      const growth = exponent === undefined ? "" : `  exponent ${exponent.toFixed(2)}`;
      console.log(
        `  ${name.padEnd(22)} ${time.toFixed(2).padStart(9)} ms  ${(time / own).toFixed(2).padStart(6)} × slant  ${bytes} bytes${growth}`,
      );
    }
  }
  const { memory } = await libraries[0].ask({ times: 0 });
  console.log(`resident memory of slant ${Math.round(memory / 2 ** 20)} MiB`);
  for (const { child } of libraries) child.kill();
};

if (process.argv[2] === "--serve") await serve(process.argv[3]);
else await compare();
