import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A user's project with the package in it, as it would be published: nothing comes from a network. */
export interface PackedApp {
  readonly folder: string;
  /** The package itself. */
  readonly tarball: string;
  /** Bytes of it. */
  readonly size: number;
  /** The files in it. */
  readonly files: readonly string[];
  readonly write: (name: string, text: string) => void;
  /** Runs a program in the project's folder. */
  readonly run: (program: string, ...args: string[]) => Ran;
  readonly remove: () => void;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const packedApp = (): PackedApp => {
  const folder = mkdtempSync(join(tmpdir(), "slant-package-"));
  const app = join(folder, "app");
  mkdirSync(app);
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    encoding: "utf8",
  });
  const [{ filename, files, size }] = JSON.parse(packed);
  const tarball = join(folder, filename);
  const write = (name: string, text: string): void => writeFileSync(join(app, name), text);
  write("package.json", '{ "name": "app", "private": true, "type": "module" }');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball], {
    cwd: app,
    stdio: "pipe",
  });
  return {
    folder: app,
    tarball,
    size,
    files: files.map(({ path }: { path: string }) => path),
    write,
    run: (program, ...args) => {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd: app, encoding: "utf8" });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
