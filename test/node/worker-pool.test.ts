import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, type WorkerPool } from "../../src/node/worker-pool.ts";

/** A thread that does what its tasks say. */
const thread = `
import { threadId } from "node:worker_threads";
import { serveTasks } from ${JSON.stringify(resolve("src/node/serve-tasks.ts"))};
serveTasks(async ({ say, exit, fail, later }) => {
  if (exit !== undefined) process.exit(exit);
  if (fail !== undefined) throw Object.assign(new Error(fail), { name: "Refusal", code: "OWN", hint: "buy some" });
  if (later !== undefined) setImmediate(() => { throw new Error(later); });
  if (later !== undefined) await new Promise(() => {});
  return { say, threadId };
});
`;

let folder = "";
let pool: WorkerPool;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "slant-pool-"));
  const input = join(folder, "thread.mjs");
  writeFileSync(input, thread);
  const file = join(folder, "built.mjs");
  await build({ input, platform: "node", output: { file, format: "esm" }, logLevel: "silent" });
  pool = openPool(file, 2);
});
afterAll(() => {
  pool.close();
  rmSync(folder, { recursive: true });
});

interface Said {
  readonly say: number;
  readonly threadId: number;
}

const said = async (numbers: readonly number[]): Promise<readonly Said[]> =>
  (await Promise.all(numbers.map((say) => pool.run({ say })))) as readonly Said[];

const numbers = Array.from({ length: 40 }, (_, index) => index);

test("each task has its own answer, and so many threads as were asked for work", async () => {
  const all = await said(numbers);
  expect(all.map(({ say }) => say)).toEqual(numbers);
  expect(new Set(all.map(({ threadId }) => threadId)).size).toBe(2);
});

test("what a task throws comes back with its words, its name, its code and its stack", async () => {
  const error = await pool.run({ fail: "no paper" }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "Refusal", message: "no paper", code: "OWN", hint: "buy some" });
  expect((error as Error).stack).toContain("built.mjs");
});

test.each<[string, object, string]>([
  ["ends itself", { exit: 3 }, "it ended with code 3"],
  ["ends as if all were well", { exit: 0 }, "it ended with code 0"],
  ["throws where nobody catches", { later: "from nowhere" }, "from nowhere"],
])("a thread that %s costs its own task only", async (_, deadly, words) => {
  const [before, death, after] = await Promise.allSettled([
    said(numbers),
    pool.run(deadly),
    said(numbers),
  ] as const);
  expect(death).toMatchObject({
    status: "rejected",
    reason: { code: "WORKER_DIED", message: expect.stringContaining(words) },
  });
  for (const rest of [before, after])
    expect(rest).toMatchObject({ status: "fulfilled", value: numbers.map((say) => ({ say })) });
});
