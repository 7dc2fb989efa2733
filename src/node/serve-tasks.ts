import { parentPort } from "node:worker_threads";

/** What a thread says of a task; an error as plain words, because a class does not cross over. */
export type Answer =
  | { readonly isDone: true; readonly value: unknown }
  | {
      readonly isDone: false;
      readonly error: {
        readonly message: string;
        readonly stack?: string | undefined;
        readonly code?: string | undefined;
      };
    };

/** Does what the pool that started this thread asks for, one task at a time. */
export const serveTasks = (handle: (task: unknown) => Promise<unknown>): void => {
  const port = parentPort;
  port?.on("message", async (task: unknown) => {
    port.postMessage(await answerOf(task, handle));
  });
};

const answerOf = async (task: unknown, handle: (task: unknown) => Promise<unknown>): Promise<Answer> => {
  try {
    return { isDone: true, value: await handle(task) };
  } catch (thrown) {
    if (!(thrown instanceof Error)) return { isDone: false, error: { message: String(thrown) } };
    const { message, stack, code } = thrown as NodeJS.ErrnoException;
    return { isDone: false, error: { message, stack, code } };
  }
};
