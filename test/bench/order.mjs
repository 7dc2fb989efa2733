// What the order of large flows costs, from source: `node test/bench/order.mjs [rounds]`. Prints medians, in ms of the
// processor's time, so that what else the machine does does not count. Flows are made here: no text is read.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "slant-order-"));
const parts = [
  "order",
  "predecessors",
  "paths",
  "path-events",
  "causes",
  "races",
  "times",
  "cuts",
  "schedule",
];
await build({
  input: Object.fromEntries(parts.map((part) => [part, `src/order/${part}.ts`])),
  output: { dir: folder, format: "esm", entryFileNames: "[name].mjs" },
  logLevel: "silent",
});
const load = (part) => import(pathToFileURL(join(folder, `${part}.mjs`)).href);
const [
  { order },
  { predecessors },
  { pathsOf },
  { eventsOf },
  { causesOf },
  { racesOf },
  { timesOf },
  cuts,
  { scheduleOf },
] = await Promise.all(parts.map(load));
rmSync(folder, { recursive: true });

/** Calls with replies, sends, callbacks and a queue, in turn; every `choice`th statement stands in an `alt`. */
const flowOf = (participants, count, choice = 0) => {
  const messages = [];
  const fragments = [];
  const callbacks = [];
  const body = [];
  let at = 0;
  const span = () => ({ file: "bench.slant", start: at++, end: at });
  const name = (text) => ({ text, span: span() });
  const add = (kind, from, to, within, more = {}) => {
    const index = messages.length;
    const none = { asks: [], resolves: [], rejects: [], carries: [], streams: [] };
    const plain = { attributes: {}, attributeSpans: {}, classes: [], style: {} };
    messages.push({ index, kind, from, to, send: index, within, span: span(), ...none, ...plain, ...more });
    return { kind: "message", messages: [index], span: span() };
  };
  const latency = { attributes: { latency: { low: 5, high: 50 } } };
  for (let turn = 0; messages.length < count; turn++) {
    const fragment = choice > 0 && turn % choice === 0 ? fragments.length : -1;
    const steps = (operand) => {
      const within = fragment < 0 ? [] : [{ fragment, operand }];
      const [a, b] = [(turn * 7) % participants, (turn * 7 + 1 + (turn % 3)) % participants];
      if (turn % 4 === 0) return [add("call", a, b, within), add("reply", b, a, within)];
      if (turn % 4 === 1)
        return [add("send", a, participants, within, latency), add("send", participants, b, within)];
      if (turn % 4 === 2) return [add("send", a, b, within, latency)];
      const callback = {
        index: callbacks.length,
        name: `x${callbacks.length}`,
        owner: a,
        carried: [],
        settled: [],
        stream: false,
      };
      const asking = add("send", a, b, within, { asks: [name(callback.name)] });
      const settling = add("send", b, a, within, { resolves: [name(callback.name)], ...latency });
      const asked = [{ message: asking.messages[0], span: span() }];
      callbacks.push({
        ...callback,
        asked,
        arrivals: [{ message: settling.messages[0], how: "resolves", span: span() }],
      });
      return [
        asking,
        settling,
        { kind: "await", names: [name(callback.name)], any: false, by: a, span: span() },
      ];
    };
    if (fragment < 0) {
      body.push(...steps(0));
      continue;
    }
    const common = {
      index: fragment,
      id: `alt#${fragment}`,
      kind: "alt",
      within: [],
      span: span(),
      attributes: {},
      attributeSpans: {},
    };
    fragments.push({ ...common, classes: [], style: {}, operands: [] });
    const operands = [0, 1].map((operand) => ({ body: steps(operand), span: span() }));
    fragments[fragment] = { ...fragments[fragment], operands };
    body.push({ kind: "fragment", fragment, span: span() });
  }
  const lifelines = Array.from({ length: participants + 1 }, (_, index) => ({
    index,
    key: `p${index}`,
    label: { text: `p${index}`, format: "plain", span: span() },
    kind: index < participants ? "service" : "queue",
    attributes: {},
    attributeSpans: {},
    span: span(),
    declared: true,
    classes: [],
    style: {},
  }));
  const rest = {
    file: "bench.slant",
    mode: "slant",
    lang: "en",
    config: {},
    boundaries: [],
    autoOrder: false,
  };
  return { ...rest, participants: lifelines, messages, fragments, callbacks, body };
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const measure = (what, make, run) => {
  const spent = [];
  for (let round = -1; round < rounds; round++) {
    const given = make();
    const begin = process.cpuUsage();
    run(given);
    const { user, system } = process.cpuUsage(begin);
    if (round >= 0) spent.push((user + system) / 1000);
  }
  console.log(`${median(spent).toFixed(0).padStart(7)} ms  ${what}`);
};

const all = (flow) => {
  const found = order(flow);
  return [found.executions, found.waits, found.lanes, predecessors(found)].length;
};
const onlyPath = (flow) => {
  const found = order(flow);
  const [path] = pathsOf(found, 256).list;
  return eventsOf(found, path);
};
for (const count of [1_000, 10_000]) {
  measure(`${count} messages: occurrences, executions, waits, contents, rows`, () => flowOf(20, count), all);
  measure(
    `${count} messages: the path and its times`,
    () => flowOf(20, count),
    (flow) => timesOf(onlyPath(flow)),
  );
}
measure(
  "10000 messages in 2500 choices: occurrences, executions, waits, contents, rows",
  () => flowOf(20, 10_000, 2),
  all,
);
for (const count of [1_000, 2_000, 10_000])
  for (const channels of ["declared", "mailbox"])
    measure(
      `${count} messages: causal order, ${channels}`,
      () => onlyPath(flowOf(20, count)),
      (events) => causesOf(events, channels),
    );
const big = causesOf(onlyPath(flowOf(20, 2_000)));
measure(
  "2000 messages: races",
  () => big,
  (causes) => racesOf(causes),
);
const [race] = racesOf(big);
if (race !== undefined)
  measure(
    "2000 messages: a schedule",
    () => race,
    ({ first, second }) => scheduleOf(big, first, second),
  );
measure(
  "2000 messages: an earliest cut",
  () => big,
  (causes) => cuts.earliestCut(causes, [causes.events.list.length - 1]),
);
for (const count of [200, 2_000, 10_000])
  measure(
    `${count} messages, every other statement in a choice: paths`,
    () => order(flowOf(20, count, 2)),
    (found) => pathsOf(found),
  );
