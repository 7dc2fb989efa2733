import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { runIn } from "./memory-world.ts";

const race = "a ~> c: order placed\nb ~> c: order cancelled\n";

test("each finding about order is drawn as it can come about", async () => {
  const files = {
    "flows/shop one.slant": `${race}${race.replaceAll("order", "bill").replaceAll("a ~>", "d ~>")}`,
    "clean.slant": "a ~> b: x\n",
  };
  const { err, files: written } = await runIn({ files }, "lint", "--witness", "out/", "flows", "clean.slant");
  const drawn = [...written.keys()].filter((name) => name.startsWith("out/")).toSorted();
  expect(drawn.filter((name) => name.endsWith(".slant")).length).toBe(drawn.length / 2);
  expect(drawn).toContain("out/shop-one-2-receive-race.slant");
  expect(written.get("out/shop-one-2-receive-race.svg")).toMatch(/^<svg [\s\S]*<\/svg>\n?$/);
  expect(err).toContain(`slant: drew in out/ how ${drawn.length / 2} findings can come about\n`);
  const text = written.get("out/shop-one-2-receive-race.slant") ?? "";
  expect(compile({ name: "w.slant", text }).flow.messages.map(({ label }) => label?.text)).toEqual([
    "order cancelled",
    "order placed",
  ]);
});

test("findings of one line have names of their own", async () => {
  const files = { "a.slant": "a ~> c: one; b ~> c: two; d ~> c: three\n" };
  const { files: written } = await runIn({ files }, "lint", "--witness", "out", "--quiet", "a.slant");
  expect([...written.keys()].filter((name) => name.endsWith(".svg"))).toEqual([
    "out/a-1-receive-race.svg",
    "out/a-1-receive-race-2.svg",
  ]);
});

test("where nothing is out of order, nothing is written", async () => {
  const { err, files } = await runIn(
    { files: { "a.slant": "a ~> b: x\n" } },
    "lint",
    "--witness",
    "out",
    "a.slant",
  );
  expect([...files.keys()]).toEqual(["a.slant"]);
  expect(err).toBe("slant: no finding shows how it can come about\n");
});

test("a folder that cannot be made is told", async () => {
  const run = await runIn(
    { files: { "a.slant": race }, broken: { "out/a-2-receive-race.slant": "EACCES" } },
    "lint",
    "--witness",
    "out",
    "a.slant",
  );
  expect(run).toMatchObject({ code: 2 });
  expect(run.err).toContain("out/a-2-receive-race.slant");
});
