import type { ElkNode } from "elkjs/lib/elk-api.js";
import type * as ElkWorker from "elkjs/lib/elk-worker.min.js";

/**
 * Places a graph, at once.
 *
 * In:     a graph with sizes and ELK's options; it is left as it is.
 * Out:    a copy with places, px. Same graph, same places, whatever was laid out before or meanwhile.
 * Says:   throws an Error with ELK's words for a graph that it cannot lay out; and in a page that has not loaded ELK yet.
 * Cost:   ELK's own; the first call also loads 1.6 MB of code.
 * Source: the Eclipse Layout Kernel, compiled to JavaScript as elkjs. Its worker is meant to be spoken to by messages; the
 *         dispatcher behind `postMessage` answers before it returns. Nobody promises that: the version is pinned, and the
 *         tests hold it to it.
 */
export const elkSync = (graph: ElkNode): ElkNode => ask(loadNow(), graph);

/** The same where code can only be loaded later: in a page. */
export const elk = async (graph: ElkNode): Promise<ElkNode> => ask(await loadLater(), graph);

type Worker = ElkWorker.Worker;

/** Loads ELK, so that `elkSync` works in a page too. */
export const loadElk = async (): Promise<void> => {
  await loadLater();
};

/** The worker, once it is loaded: it keeps nothing from one graph to the next. */
let loaded: Worker | undefined;

/** Only Node has this; asked for in this way, no `node:` gets into code that runs in pages. */
const nodeModules = () => globalThis.process?.getBuiltinModule?.("node:module");

const loadNow = (): Worker => {
  if (loaded) return loaded;
  const node = nodeModules();
  if (!node)
    throw new Error(
      "A map in a page needs ELK, which is not loaded yet: await `prepare({ map: true })` first.",
    );
  const handler = scope.onmessage;
  return opened(node.createRequire(import.meta.url)("elkjs/lib/elk-worker.min.js"), handler);
};

const loadLater = async (): Promise<Worker> => {
  if (loaded || nodeModules()) return loadNow();
  const handler = scope.onmessage;
  return opened(await import("elkjs/lib/elk-worker.min.js"), handler);
};

/** In a script without a document elkjs takes itself for the script, and its messages: they are given back. */
const scope = globalThis as { onmessage?: unknown };

/** In: elkjs's module, as `require` gives it or as a bundler wraps it; who took the script's messages before. */
const opened = (module: Wrapped, handler: unknown): Worker => {
  if (scope.onmessage !== handler) scope.onmessage = handler;
  loaded = new ("Worker" in module ? module : module.default).Worker();
  send(loaded, { cmd: "register", algorithms: ["layered"] });
  return loaded;
};

type Wrapped = typeof ElkWorker | { readonly default: typeof ElkWorker };

const ask = (worker: Worker, graph: ElkNode): ElkNode => {
  const { data, error } = send(worker, { cmd: "layout", graph: structuredClone(graph) });
  if (!data) throw new Error(`ELK cannot lay out this graph: ${reasonOf(error)}`, { cause: error });
  // `$H` are numbers by which ELK told its objects apart.
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === "$H" ? undefined : value)));
};

const send = (worker: Worker, message: object): ElkWorker.Answer["data"] => {
  let answer: ElkWorker.Answer["data"] | undefined;
  worker.onmessage = ({ data }) => {
    answer = data;
  };
  worker.dispatcher.saveDispatch({ data: { id: 0, ...message } });
  if (!answer) throw new Error("ELK has not answered: this release of elkjs cannot be driven at once.");
  return answer;
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
