import type { WorkerPool } from "../../node/worker-pool.ts";
import { Failure } from "../failure.ts";
import type { World } from "../world.ts";
import { runTask, type Task, type TaskInput, type TaskName, type TaskResult } from "./tasks.ts";

/** What a task came to; an error is a Failure, or a bug of ours that says what it came with. */
export type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** What is to be done, and how. */
export interface TaskRun<Name extends TaskName> {
  readonly name: Name;
  readonly inputs: readonly (TaskInput<Name> & { readonly name: string })[];
  /** Threads at most; with one, everything is done in this. */
  readonly jobs: number;
  readonly world: World;
  /** Is told each result, in the order of the inputs; what it throws ends the run. */
  readonly each: (result: Settled<TaskResult<Name>>, index: number) => void | Promise<void>;
}

/** Does a task for each input, here or in several threads at once. */
export const runTasks = async <Name extends TaskName>(run: TaskRun<Name>): Promise<void> => {
  const { jobs, world, inputs } = run;
  const count = Math.min(jobs, inputs.length);
  if (count > 1 && world.workers !== undefined) {
    const pool = await world.workers.open(count);
    try {
      await inThreads(run, pool);
    } finally {
      pool.close();
    }
  } else await here(run);
};

const here = async <Name extends TaskName>({ name, inputs, world, each }: TaskRun<Name>): Promise<void> => {
  for (const [index, input] of inputs.entries())
    await each(await settled(runTask({ name, input }, world), input.name), index);
};

const inThreads = async <Name extends TaskName>(
  { name, inputs, each }: TaskRun<Name>,
  pool: WorkerPool,
): Promise<void> => {
  const results = inputs.map((input) =>
    settled(pool.run({ name, input } satisfies Task<Name>) as Promise<TaskResult<Name>>, input.name),
  );
  for (const [index, result] of results.entries()) await each(await result, index);
};

const settled = async <T>(promise: Promise<T>, workingOn: string): Promise<Settled<T>> => {
  try {
    return { value: await promise };
  } catch (error) {
    return { error: explained(error, workingOn) };
  }
};

/** An error with the name of what it came with. */
export const explained = (error: unknown, name: string): unknown => {
  if (!(error instanceof Error) || error instanceof Failure) return error;
  const { code, hint } = error as { readonly code?: string; readonly hint?: string };
  // by its name: a class does not come over from another thread
  if (error.name === "Refusal") return new Failure(`cannot draw \`${name}\`: ${error.message}`, hint);
  if (code !== "WORKER_DIED") return Object.assign(error, { workingOn: name });
  return new Failure(
    `cannot finish \`${name}\`: the thread that worked on it died, ${error.message}`,
    "With `--jobs 1`, everything runs in one thread, and the reason shows.",
  );
};

/** A thread costs as much as this many files: it has to load and warm up all that works on them. */
const worthThread = { lint: 120, draw: 60 } as const satisfies Record<TaskName, number>;

/** How many threads a run of so many files is worth, where nobody said. One core is busy with cleaning up and compiling for the others. */
export const jobsFor = (
  name: TaskName,
  files: number,
  asked: number | undefined,
  { workers }: Pick<World, "workers">,
): number => {
  if (asked !== undefined) return asked;
  const worth = Math.min(mostThreads, Math.floor(files / worthThread[name]));
  // few files need not know of cores, which takes Node a moment
  return worth <= 1 ? 1 : Math.max(1, Math.min((workers?.cores ?? 1) - 1, worth));
};

/** More would take more memory than they save time. */
const mostThreads = 8;
