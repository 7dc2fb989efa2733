import type { ElkNode } from "elkjs/lib/elk-api.js";

/**
 * Places a graph, at once.
 *
 * In:     a graph with sizes and ELK's options; it is left as it is.
 * Out:    a copy with places, px. Same graph, same places, whatever was laid out before or meanwhile.
 * Says:   throws an Error with ELK's words for a graph that it cannot lay out; and in a page that has not yet loaded ELK.
 * Cost:   ELK's: seconds for 600 edges; the first call also loads 1.6 MB of code.
 * Source: Eclipse Layout Kernel, compiled to JavaScript as elkjs. Its worker is meant to be spoken to by messages; the
 *         dispatcher behind `postMessage` answers before it returns, which is no documented promise: the version is pinned
 *         and test/layout/map/elk.test.ts holds it to that.
 */
export const elkSync = (graph: ElkNode): ElkNode => ask(loadNow(), graph);

/** The same for a page, where code can only be loaded later; in Node too. */
export const elk = async (graph: ElkNode): Promise<ElkNode> => ask(await loadLater(), graph);

interface Answer {
  readonly data: { readonly id: number; readonly data?: ElkNode; readonly error?: unknown };
}

/** What is used of elkjs's worker. */
interface ElkWorker {
  onmessage: (answer: Answer) => void;
  readonly dispatcher: { readonly saveDispatch: (message: { readonly data: object }) => void };
}

type WorkerModule = { readonly Worker: new () => ElkWorker };

/** The worker, once it is loaded: it keeps nothing from one graph to the next. */
let loaded: ElkWorker | undefined;

const file = "elkjs/lib/elk-worker.min.js";

const loadNow = (): ElkWorker => {
  if (loaded) return loaded;
  // Node alone has this, and it keeps `node:` out of code that runs in pages.
  const node = globalThis.process?.getBuiltinModule?.("node:module");
  if (!node)
    throw new Error("A map cannot be drawn at once before ELK is loaded: draw one asynchronously first.");
  return keepOnMessage(() => opened(node.createRequire(import.meta.url)(file) as WorkerModule));
};

const loadLater = async (): Promise<ElkWorker> => {
  if (loaded) return loaded;
  const before = messageHandler();
  const module: unknown = await import("elkjs/lib/elk-worker.min.js");
  restore(before);
  return opened(workerModule(module));
};
