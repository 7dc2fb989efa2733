import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sceneOf } from "../../src/draw.ts";
import { faultsOf } from "./scene-faults.ts";

const sceneFor = (text: string) => {
  const { flow, sources } = compile({ name: "flow.slant", text });
  return sceneOf(flow, sources);
};

const labelsOf = (text: string) =>
  sceneFor(text)
    .groups.filter(({ classes }) => classes.includes("execution-label"))
    .map(({ marks }) => marks.map((mark) => (mark.kind === "text" ? mark.text : mark.kind)).join(" "));

const job = (label: string): string =>
  `web -> api.job: start\napi.job ~> db: write\napi.job --> web: ok\napi.job: ${label}\n`;
const noFaults = { overlaps: [], crossed: [], outside: [] };

test("an execution's label stands beside its bar", () => {
  expect(labelsOf(job("Job"))).toEqual(["Job"]);
});

test("a long one makes room between the lifelines, on the side where less happens", () => {
  const called = (label: string): string =>
    `web -> api.job: start\napi.job -> db: w\ndb --> api.job: ok\napi.job --> web: done\napi.job: ${label}\n`;
  const text = called("Resize the picture of a user");
  expect(labelsOf(text)).toEqual(["Resize the picture of a user"]);
  expect(faultsOf(sceneFor(text))).toEqual(noFaults);
  expect(sceneFor(text).width).toBeGreaterThan(sceneFor(called("Job")).width);
});

test("what has no room anywhere is left to the bar's name, and takes none", () => {
  const long = job(
    "A label that is far too long to stand anywhere beside the bar that it belongs to ".repeat(3),
  );
  expect(labelsOf(long)).toEqual([]);
  expect(sceneFor(long).width).toBe(sceneFor(job("''")).width);
});

test("several have room side by side, in frames and beside messages to themselves", () => {
  const text = `a ~> b.work: go
b.work: Working through the whole list
b.work -> b.work: think
b.work ~> c.mail: send
c.mail: Sending all the mails there are
c.mail ~> c.mail: spool
loop: each {
  c.mail -> a.log: note
  a.log: Writing the log book
  a.log -> a.log: write
  a.log --> c.mail: noted
}
c.mail ~> b: sent
`;
  expect(labelsOf(text).toSorted()).toEqual([
    "Sending all the mails there are",
    "Working through the whole list",
    "Writing the log book",
  ]);
  expect(faultsOf(sceneFor(text))).toEqual(noFaults);
});
