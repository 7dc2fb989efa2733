/** The part of elkjs 0.12.1 that the map uses; the package types only the interface that waits for messages. */
declare module "elkjs/lib/elk-worker.min.js" {
  import type { ElkNode } from "elkjs/lib/elk-api.js";

  /** `data` is the graph that was sent, with places in it. `error` is what was thrown, an Error as a rule. */
  export interface Answer {
    readonly data: { readonly id: number; readonly data?: ElkNode; readonly error?: unknown };
  }

  export class Worker {
    onmessage: (answer: Answer) => void;
    readonly dispatcher: { saveDispatch(message: { readonly data: object }): void };
  }
}
