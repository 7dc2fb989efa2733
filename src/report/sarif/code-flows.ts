import type { LocatedSchedule } from "../locate.ts";
import type { FilesOf } from "./artifacts.ts";

/** Steps of one finding that viewers show. */
const most = 1_000;

/**
 * A schedule as a code flow: one thread for each lifeline, and the order in which the steps happen over all of them.
 *
 * In:   a schedule, the files of the run.
 * Out:  a code flow; of a longer schedule the last thousand steps. What is out of place is essential.
 * Cost: linear in the steps.
 * Source: SARIF 2.1.0, sections 3.36 to 3.38; GitHub shows a thousand locations of a result.
 */
export const codeFlowOf = ({ steps }: LocatedSchedule, files: FilesOf) => {
  const threads = new Map<string, object[]>();
  const from = Math.max(0, steps.length - most);
  for (const [at, { lifeline, message, remark, ...place }] of steps.slice(from).entries()) {
    const thread = threads.get(lifeline) ?? [];
    threads.set(lifeline, thread);
    const text = `${lifeline} ${message}${remark === undefined ? "" : ` (${remark})`}`;
    thread.push({
      executionOrder: from + at + 1,
      importance: remark === undefined ? "important" : "essential",
      location: {
        message: { text },
        physicalLocation: {
          artifactLocation: files.location(place.file),
          region: files.region(place),
        },
      },
    });
  }
  return {
    message: { text: "One way in which it can happen." },
    threadFlows: [...threads].map(([id, locations]) => ({ id, locations })),
  };
};
