import { expect, test } from "vitest";
import { github } from "../../src/report/github.ts";
import { hardFiles, reportOf } from "./report-of.ts";

/** A workflow command as GitHub's runner reads it: properties and message with their escapes undone. */
const read = (line: string) => {
  const [, command, listed = "", message = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const properties = Object.fromEntries(
    listed.split(",").map((each): [string, string] => {
      const [name = "", value = ""] = each.split("=");
      return [name, plain(value.replaceAll("%3A", ":").replaceAll("%2C", ","))];
    }),
  );
  return { command, properties, message: plain(message) };
};

const commands = github(reportOf(hardFiles)).trimEnd().split("\n").map(read);

test("a line for each finding, which GitHub's runner can read", () => {
  expect(commands).toHaveLength(reportOf(hardFiles).diagnostics.length);
  expect(new Set(commands.map(({ command }) => command))).toEqual(new Set(["error", "warning"]));
});

test("names with colons, commas and percent signs come through", () => {
  const [found] = commands.filter(({ properties }) => properties.file?.startsWith("docs/"));
  expect(found).toMatchObject({
    properties: {
      file: "docs/ü & <b>, 100%.slant",
      line: "1",
      endLine: "1",
      title: "slant unawaited-callback",
    },
  });
  expect(found?.message).toMatch(/`𝒜:p,i%`.*`sent`/);
});

test("what is said besides stands on lines of its own", () => {
  expect(commands[0]?.message.split("\n")).toEqual([
    "Nothing at `api` awaits or handles the callback `sent`.",
    "a.slant:2: it arrives here",
    expect.stringMatching(/^fix: add `await: sent`/),
  ]);
});

test("columns are told of findings in one line only, as they would be ignored", () => {
  for (const { properties } of commands)
    expect(properties.col !== undefined).toBe(properties.line === properties.endLine);
});

test("nothing is said when there is nothing to say", () => {
  expect(github(reportOf({ "a.slant": "a ~> b: fine\n" }))).toBe("");
});
