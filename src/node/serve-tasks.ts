import { parentPort } from "node:worker_threads";

/** What a thread says of a task. */
export type Answer =
  | { readonly isDone: true; readonly value: unknown }
  | { readonly isDone: false; readonly error: ThrownFacts };

/** An error as plain words, because a class does not cross over; besides these, whatever texts it has (`code`, `hint` …). */
export interface ThrownFacts extends Readonly<Record<string, string>> {
  readonly message: string;
}

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
    return { isDone: false, error: factsOf(thrown) };
  }
};

const factsOf = (thrown: unknown): ThrownFacts => {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const { name, message, stack = "" } = thrown;
  const own = Object.entries(thrown).filter(([, value]) => typeof value === "string");
  return { ...Object.fromEntries(own), name, message, stack };
};
