import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** The built command itself. */
export const command = resolve("dist/bin/slant.js");

/** The built command in a folder of its own for each test of a file, with a cache for what it remembers. */
export const builtCommand = () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "slant-"));
    mkdirSync(join(folder, "node_modules"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (...parts: readonly string[]): string => join(folder, ...parts);
  return {
    /** A path in that folder. */
    path,
    write: (name: string, content: string): void => writeFileSync(path(name), content),
    slant: (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    },
  };
};
