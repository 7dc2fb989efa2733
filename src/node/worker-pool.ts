import { Worker } from "node:worker_threads";
import type { Answer, ThrownFacts } from "./serve-tasks.ts";

/** Threads that do tasks of one kind. */
export interface WorkerPool {
  /** Does a task in the next free thread; rejects with what the task threw, or with the reason why its thread died. */
  readonly run: (task: unknown) => Promise<unknown>;
  /** Ends all threads, whatever they do. */
  readonly close: () => void;
}

/** A task that waits for a thread, or is done in one. */
interface Job {
  readonly task: unknown;
  readonly done: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** The code of a thread's death. */
const workerDied = "WORKER_DIED";

/**
 * Opens a pool.
 *
 * In:   the script of a thread, which calls `serveTasks`, and how many threads there may be; each starts with its first task.
 * Out:  a pool, which must be closed. A thread does one task at a time; one that dies costs its task alone, and the next task
 *       starts another.
 * Says: a task rejects with the error that it threw, as plain words, or with one whose `code` is WORKER_DIED.
 */
export const openPool = (script: string, size: number): WorkerPool => {
  const waiting: Job[] = [];
  const free: Worker[] = [];
  const busy = new Map<Worker, Job>();
  let isClosed = false;

  const next = (): void => {
    const job = waiting[0];
    if (job === undefined || isClosed) return;
    const worker = free.pop() ?? (busy.size < size ? start() : undefined);
    if (worker === undefined) return;
    waiting.shift();
    busy.set(worker, job);
    worker.postMessage(job.task);
  };

  const start = (): Worker => {
    const worker = new Worker(script);
    let reason: string | undefined;
    worker.on("message", (answer: Answer) => {
      const job = busy.get(worker);
      busy.delete(worker);
      free.push(worker);
      if (answer.isDone) job?.done(answer.value);
      else job?.fail(asError(answer.error));
      next();
    });
    worker.on("error", (error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on("exit", (code) => {
      const job = busy.get(worker);
      busy.delete(worker);
      if (free.includes(worker)) free.splice(free.indexOf(worker), 1);
      job?.fail(death(reason ?? `it ended with code ${code}`));
      next();
    });
    return worker;
  };

  return {
    run: (task) =>
      new Promise((done, fail) => {
        waiting.push({ task, done, fail });
        next();
      }),
    close: () => {
      isClosed = true;
      for (const worker of [...free, ...busy.keys()]) void worker.terminate();
    },
  };
};

const death = (reason: string): Error => Object.assign(new Error(reason), { code: workerDied });

/** What was thrown in a thread, with the name and the stack that it had there. */
const asError = (facts: ThrownFacts): Error => Object.assign(new Error(facts.message), facts);
