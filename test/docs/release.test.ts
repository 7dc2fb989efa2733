import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const { jobs } = parse(readFileSync(".ci/release.yml", "utf8"));
const { engines, scripts } = JSON.parse(readFileSync("package.json", "utf8"));

test("a release is checked on the oldest Node that the package promises, and published without a secret", () => {
  expect(engines.node).toBe(`>=${jobs.check.strategy.matrix.node[0]}`);
  expect(jobs.publish.needs).toBe("check");
  expect(jobs.publish.permissions).toEqual({ contents: "read", "id-token": "write" });
  const runs: readonly string[] = jobs.publish.steps.flatMap(({ run }: { run?: string }) => run ?? []);
  expect(runs.at(-1)).toMatch(/^npm publish .*--provenance$/);
  expect(readFileSync(".ci/release.yml", "utf8")).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  expect(scripts.prepare).toBeDefined();
});

test("a tag that is not the version, or has no section in the changelog, is not published", () => {
  const { run } = jobs.publish.steps.find(({ name }: { name?: string }) => name?.startsWith("the tag"));
  const folder = mkdtempSync(join(tmpdir(), "slant-release-"));
  writeFileSync(join(folder, "package.json"), '{ "version": "1.2.3" }');
  const tried = (tag: string, changelog: string): number | null => {
    writeFileSync(join(folder, "CHANGELOG.md"), changelog);
    return spawnSync("bash", ["-e", "-c", run], {
      cwd: folder,
      env: { ...process.env, GITHUB_REF_NAME: tag },
    }).status;
  };
  expect(tried("v1.2.3", "# Changelog\n\n## 1.2.3\n")).toBe(0);
  expect(tried("v1.2.4", "# Changelog\n\n## 1.2.3\n")).not.toBe(0);
  expect(tried("v1.2.3", "# Changelog\n\n## Unreleased\n")).not.toBe(0);
  rmSync(folder, { recursive: true });
});
