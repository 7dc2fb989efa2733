// What a thread of the command loads.
import { rootedReader } from "../../node/rooted-reader.ts";
import { serveTasks } from "../../node/serve-tasks.ts";
import { runTask, type Task, type TaskName } from "./tasks.ts";

serveTasks((task) =>
  runTask(task as Task<TaskName>, { readerBelow: rootedReader, now: () => performance.now() }),
);
