import { expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const written = ["slant.config.json", "flows/order.slant", ".github/workflows/slant.yml"];

test("a new project gets a configuration, an example and a check on each push, and is clean", async () => {
  const { code, out, err, files } = await runIn({}, "init");
  expect([code, out, err]).toEqual([0, "", written.map((path) => `slant: wrote ${path}\n`).join("")]);
  expect([...files.keys()]).toEqual(written);
  const project = Object.fromEntries(files);
  expect(await runIn({ files: project }, "lint", "--max-warnings", "0")).toMatchObject({ code: 0, err: "" });
  expect((await runIn({ files: project }, "flows/order.slant", "-")).out).toMatch(/^<svg /);
});

test("what is there stays as it is", async () => {
  const mine = { "slant.config.json": "{}", "flows/order.slant": "a ~> b: mine\n" };
  const { err, files } = await runIn({ files: mine }, "init");
  expect(err).toBe(
    "slant: kept slant.config.json\nslant: kept flows/order.slant\nslant: wrote .github/workflows/slant.yml\n",
  );
  expect(Object.fromEntries(files)).toMatchObject(mine);
});

test("in a GitLab project the snippet is printed, for a file that has more in it", async () => {
  const { out, files } = await runIn({ files: { ".gitlab-ci.yml": "x: 1\n" } }, "init");
  expect(out).toMatch(/^slant:\n {2}image: node[\s\S]* npx slant lint .*--format gitlab=slant\.json\n/);
  expect(files.has(".github/workflows/slant.yml")).toBe(false);
  expect(files.get(".gitlab-ci.yml")).toBe("x: 1\n");
});

test("a folder that cannot be made is named", async () => {
  const { code, err } = await runIn({ files: { flows: "a file" } }, "init");
  expect([code, err]).toEqual([
    2,
    "slant: cannot write `flows/order.slant`: a file of that name is in the way\n",
  ]);
});
