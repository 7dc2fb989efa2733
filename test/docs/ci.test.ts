import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { starterFiles } from "../../src/cli/init/starter-files.ts";
import { fencesOf, openFolder, shell } from "./examples.ts";

const page = readFileSync("docs/ci.md", "utf8");

/** The commands that CI runs, as they stand in its files. */
const commands = [
  ...fencesOf(page, "yaml").flatMap((text) => textsIn(parse(text))),
  ...fencesOf(page, "groovy").flatMap((text) =>
    Array.from(text.matchAll(/sh '([^']*)'/g), ([, line = ""]) => line),
  ),
].filter((line) => line.startsWith("npx slant "));

/** Every text in a tree of plain data. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

let folder = "";
beforeAll(() => {
  folder = openFolder();
  rmSync(join(folder, "fixtures"), { recursive: true });
  mkdirSync(join(folder, "flows"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

test("the page has a command for each of its systems", () => {
  expect(commands).toHaveLength(5);
});

describe.each(commands)("%s", (command) => {
  test.each<[string, string, number]>([
    ["passes a project without findings", `${asked}await: sent\n`, 0],
    ["fails one with findings", asked, 1],
  ])("%s, and leaves its report", (_, text, code) => {
    writeFileSync(join(folder, "flows/a.slant"), text);
    expect(shell(command, folder).code).toBe(code);
    const [, report] = /--format \w+=(\S+)/.exec(command) ?? [];
    if (report === undefined) return;
    expect(readFileSync(join(folder, report), "utf8").includes("unawaited-callback")).toBe(code === 1);
    rmSync(join(folder, report));
  });
});

describe("the action", () => {
  const action = parse(readFileSync(".ci/action/action.yml", "utf8"));
  const [step] = action.runs.steps;
  const used = fencesOf(page, "yaml")
    .flatMap((text) => parse(text)?.jobs?.lint?.steps ?? [])
    .find(({ uses = "" }) => uses.includes("/.ci/action@"));

  /** Runs its step as GitHub does: inputs in the environment, each line of `run` by bash that stops at an error. */
  const act = (inputs: Readonly<Record<string, string>>) => {
    const expressions: Readonly<Record<string, string>> = { "github.action_path": resolve(".ci/action") };
    const resultOf = (expression: string): string => {
      const [, input = ""] = /^inputs\.(.*)$/.exec(expression) ?? [];
      return expressions[expression] ?? inputs[input] ?? action.inputs[input].default;
    };
    const filled = (text: string): string =>
      text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => resultOf(expression));
    const env = Object.entries<string>(step.env).map(([name, text]) => [name, filled(text)]);
    const { status, stdout } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run],
      {
        cwd: join(folder, filled(step["working-directory"])),
        env: { ...process.env, ...Object.fromEntries(env) },
        encoding: "utf8",
      },
    );
    return { code: status, log: stdout.split("\n") };
  };

  /** What GitHub finds in a log. */
  const annotated = (log: readonly string[]) => {
    const [, file = ""] = /^::add-matcher::(.*)$/.exec(log[0] ?? "") ?? [];
    const [{ pattern }] = JSON.parse(readFileSync(file, "utf8")).problemMatcher;
    const [place, message] = pattern.map(({ regexp }: { readonly regexp: string }) => new RegExp(regexp));
    return log.flatMap((line, at) => {
      const found = place.exec(line);
      return found ? [[...found.slice(1), message.exec(log[at + 1] ?? "")?.[1]]] : [];
    });
  };

  beforeAll(() => {
    mkdirSync(join(folder, "node_modules/.bin"));
    symlinkSync("../slant/dist/bin/slant.js", join(folder, "node_modules/.bin/slant"));
  });

  test("has each input that the page gives it", () => {
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used.with)));
  });

  test("passes a project without findings", () => {
    writeFileSync(join(folder, "flows/a.slant"), `${asked}await: sent\n`);
    const { code, log } = act({});
    expect([code, annotated(log)]).toEqual([0, []]);
    expect(log.at(-2)).toBe("::remove-matcher owner=slant::");
  });

  test("fails one with findings, shows them beside their lines, and leaves its report", () => {
    writeFileSync(join(folder, "flows/a.slant"), asked);
    const { code, log } = act({ ...used.with, paths: "flows\n" });
    const place = ["flows/a.slant", "1", "31", "error", "unawaited-callback"];
    expect([code, annotated(log)]).toEqual([
      1,
      [[...place, "Nothing at `api` awaits or handles the callback `sent`."]],
    ]);
    expect(readFileSync(join(folder, "slant.sarif"), "utf8")).toContain("unawaited-callback");
  });

  test("is not fooled by paths that hold blanks or look like commands", () => {
    expect(act({ paths: "$(touch fooled)\na b\n" }).code).toBe(2);
    expect(existsSync(join(folder, "fooled"))).toBe(false);
  });
});

test("each hook of pre-commit passes what is fine, and fails or mends what is not", () => {
  const hooks: readonly Readonly<Record<"id" | "entry" | "files", string>>[] = parse(
    readFileSync(".pre-commit-hooks.yaml", "utf8"),
  );
  const named = fencesOf(page, "yaml").flatMap((text) => parse(text)?.repos?.[0].hooks ?? []);
  expect(named).toEqual(expect.arrayContaining(hooks.map(({ id }) => ({ id }))));
  const runs: Readonly<Record<string, readonly [text: string, code: number, after: string]>> = {
    "slant-lint": [asked, 1, asked],
    "slant-fmt": ["a->b:hi\n", 0, "a -> b: hi\n"],
  };
  for (const { id, entry, files } of hooks) {
    const [text, code, after] = runs[id] ?? ["", -1, ""];
    writeFileSync(join(folder, "flows/a.slant"), text);
    writeFileSync(join(folder, "flows/fine.slant"), "a -> b: hi\n");
    const changed = ["flows/a.slant", "flows/fine.slant", "package.json"].filter((path) =>
      new RegExp(files).test(path),
    );
    expect(changed).toEqual(["flows/a.slant", "flows/fine.slant"]);
    expect(shell(`${entry} ${changed.join(" ")}`, folder).code).toBe(code);
    expect(readFileSync(join(folder, "flows/a.slant"), "utf8")).toBe(after);
    rmSync(join(folder, "flows/fine.slant"));
  }
});

test("what slant init writes for CI is what the page shows", () => {
  const workflow = starterFiles.find(({ path }) => path.endsWith(".yml"));
  expect(fencesOf(page, "yaml")[0]).toBe(workflow?.text);
  const snippet = shell("slant init 2>/dev/null", folder);
  expect([snippet.code, existsSync(join(folder, ".github/workflows/slant.yml"))]).toEqual([0, true]);
  writeFileSync(join(folder, ".gitlab-ci.yml"), "");
  expect(fencesOf(page, "yaml")).toContain(shell("slant init 2>/dev/null", folder).shown);
});
