// What checking a large flow with all rules costs, from source: `node test/bench/check.mjs [messages]`. Prints the time of the
// processor for compiling, for every rule in its turn (whoever asks first pays for what the rules share), and for all at once
// in a process of its own, with its memory. Fails above 3 s or 200 MiB for 2,000 messages.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";

const messages = Number(process.argv[2] ?? 2000);
const mostTime = 3000;
const mostMemory = 200;

/** Calls with limits and retries, queues with numbers, callbacks, choices and loops, in about the shares of real flows. */
const flowOf = (count) => {
  const services = 20;
  const lines = Array.from(
    { length: services },
    (_, at) => `p${at}: Service ${at} { takes: 1ms..5ms; dedupe: id }`,
  );
  lines.push("db: { kind: store; idempotent: true }");
  for (let queue = 0; queue < 10; queue++) {
    lines.push(
      `q${queue}: { kind: queue; visibility: 5m; max-receives: 5; retention: 4d; capacity: 1k; dead-letter: dead; order: fifo }`,
    );
  }
  lines.push("dead: { kind: queue; retention: 14d }", "ops: { kind: person }");
  let sent = 0;
  for (let turn = 0; sent < count; turn++) {
    const [a, b, c] = [turn * 7, turn * 7 + 1 + (turn % 3), turn * 7 + 5].map((at) => `p${at % services}`);
    const queue = `q${turn % 10}`;
    const shapes = [
      [
        `${a} -> ${b}: read ${turn} { timeout: 5s; latency: 1ms..20ms }`,
        `${b} -> ${c}: look up ${turn} { timeout: 1s; retry: 2 backoff 100ms..1s }`,
        `${c} --> ${b}: row ${turn}`,
        `${b} --> ${a}: answer ${turn}`,
      ],
      [
        `${a} ~> ${queue}: job ${turn} { callback: done${turn}; key: id }`,
        `${queue} ~> ${b}: job ${turn} { latency: 5ms..1s }`,
        `${b} -> db: save ${turn} { effect: true; timeout: 2s }`,
        `db --> ${b}: ok`,
        `${b} --> ${queue}: ack`,
        `${b} ~> ${a}: done ${turn} { resolves: done${turn} }`,
        `await: done${turn} { timeout: 10m }`,
      ],
      [
        `alt: way ${turn} {`,
        `  ${a} -> ${b}: order ${turn} { timeout: 3s }`,
        `  ${b} --> ${a}: ordered`,
        "} else: refused {",
        `  ${a} ~> ${c}: refuse ${turn}`,
        "}",
      ],
      [`loop: 3 times {`, `  ${a} -> ${b}: poll ${turn} { timeout: 1s }`, `  ${b} --> ${a}: state`, "}"],
    ];
    const shape = shapes[turn % 3 === 2 ? 2 + (turn % 2) : turn % 3];
    sent += shape.filter((line) => /[-~]>/.test(line)).length;
    lines.push(...shape);
  }
  return `${lines.join("\n")}\ndead ~> ops: look\n`;
};

const parts = ["compile", "check/check", "check/rules", "check/context"];

const bundle = async () => {
  const folder = mkdtempSync(join(tmpdir(), "slant-check-"));
  await build({
    input: Object.fromEntries(parts.map((part) => [part, `src/${part}.ts`])),
    output: { dir: folder, format: "esm", entryFileNames: "[name].mjs" },
    logLevel: "silent",
  });
  return folder;
};

const load = async (folder) => {
  const modules = parts.map((part) => import(pathToFileURL(join(folder, `${part}.mjs`)).href));
  return Object.assign({}, ...(await Promise.all(modules)));
};

/** ms of the processor. */
const timed = (run) => {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, time: (user + system) / 1000 };
};

const source = { name: "large.slant", text: flowOf(messages) };

/** In a process of its own: what checking costs, with nothing else in its memory. */
const alone = async (folder) => {
  const { compile, check } = await load(folder);
  const compiled = compile(source);
  const { value, time } = timed(() => check(compiled, { extends: "all" }));
  console.log(
    JSON.stringify({ time, memory: process.resourceUsage().maxRSS / 1024, findings: value.length }),
  );
};

const all = async (folder) => {
  const { compile, rules, contextOf } = await load(folder);
  const { value: compiled, time } = timed(() => compile(source));
  const wrong = compiled.diagnostics.find(({ severity }) => severity === "error");
  if (wrong) throw new Error(`the flow is wrong: ${JSON.stringify(wrong)}`);
  console.log(`${compiled.flow.messages.length} messages, compiled in ${time.toFixed(0)} ms`);
  const codes = rules.map(({ code }) => code);
  const context = contextOf({
    ...{ flow: compiled.flow, sources: compiled.sources, imported: [] },
    ...{ suppressions: [], unused: [], codes },
  });
  const costs = rules.map((rule) => ({ code: rule.code, ...timed(() => rule.check(context).length) }));
  for (const { code, time: cost, value } of costs.toSorted((a, b) => b.time - a.time))
    if (cost >= 5)
      console.log(`${cost.toFixed(0).padStart(6)} ms  ${code}${value > 0 ? `, ${value} findings` : ""}`);
  const file = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [file, String(messages), folder], { encoding: "utf8" });
  const { time: sum, memory, findings } = JSON.parse(child.stdout);
  console.log(`all rules: ${sum.toFixed(0)} ms, ${memory.toFixed(0)} MiB at most, ${findings} findings`);
  const scale = Math.max(1, messages / 2000);
  if (sum > mostTime * scale || memory > mostMemory * scale) process.exitCode = 1;
};

if (process.argv[3] === undefined) {
  const folder = await bundle();
  await all(folder);
  rmSync(folder, { recursive: true });
} else await alone(process.argv[3]);
