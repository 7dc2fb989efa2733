import { expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const flow = "a ~> b: hello\n";
const config = JSON.stringify({
  theme: "dark",
  fonts: "system",
  overrides: [{ files: "plain.slant", theme: "mono" }],
});

/** The picture of a flow. */
const drawn = async (files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> =>
  (await runIn({ files }, "render", ...args, "-o", "-")).out;

test("a picture looks as its configuration wants, unless the flow or the command says otherwise", async () => {
  const files = {
    "a.slant": flow,
    "plain.slant": flow,
    "own.slant": `config: { theme: light }\n${flow}`,
    "slant.config.json": config,
  };
  const without = { "a.slant": flow };
  expect(await drawn(files, "a.slant")).toBe(
    await drawn(without, "a.slant", "--theme", "dark", "--fonts", "system"),
  );
  expect(await drawn(files, "plain.slant")).toBe(
    await drawn(without, "a.slant", "--theme", "mono", "--fonts", "system"),
  );
  const own = { "own.slant": files["own.slant"] };
  expect(await drawn(files, "own.slant")).toBe(await drawn(own, "own.slant", "--fonts", "system"));
  expect(await drawn(files, "a.slant", "--theme", "light")).toBe(
    await drawn(without, "a.slant", "--theme", "light", "--fonts", "system"),
  );
});

test("a configuration with a mistake stops the run", async () => {
  const files = { "a.slant": flow, "slant.config.json": '{ "theme": "drak" }' };
  const { code, err } = await runIn({ files }, "render", "a.slant", "-o", "-");
  expect([code, err]).toEqual([2, expect.stringContaining("did you mean `dark`?")]);
});
