import type { World } from "../world.ts";

/** What a task may touch of the outside; each thread has its own. */
export type Outside = Pick<World, "readerBelow" | "now">;

/** Every kind of task that may be done in another thread: from plain data to plain data. What it needs is loaded for it. */
export const tasks = {
  lint: async () => (await import("../lint/lint-task.ts")).lintTask,
  draw: async () => (await import("../render/draw-task.ts")).drawTask,
} as const;

export type TaskName = keyof typeof tasks;

type TaskOf<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

/** What a kind of task takes, and what it comes to. */
export type TaskInput<Name extends TaskName> = Parameters<TaskOf<Name>>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<TaskOf<Name>>>;

/** As it goes to a thread. */
export interface Task<Name extends TaskName> {
  readonly name: Name;
  readonly input: TaskInput<Name>;
}

/** Does a task, here. */
export const runTask = async <Name extends TaskName>(
  { name, input }: Task<Name>,
  outside: Outside,
): Promise<TaskResult<Name>> => {
  const run = (await tasks[name]()) as (
    input: TaskInput<Name>,
    outside: Outside,
  ) => TaskResult<Name> | Promise<TaskResult<Name>>;
  return await run(input, outside);
};
