import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds before a run when a source is newer than what was built, so that tests of the command test the sources. */
export const setup = (): void => {
  if (newest(inputs) <= oldest(outputs)) return;
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
};

const inputs = ["src", "grammar", "bin", ".ci", "package.json", "package-lock.json", "tsconfig.json"];
const outputs = ["dist/bin/slant.js", "dist/bin/command.js", "dist/index.js", "dist/index.d.ts"];

const newest = (paths: readonly string[]): number => Math.max(...paths.flatMap(filesUnder).map(timeOf));

const oldest = (paths: readonly string[]): number => Math.min(...paths.map(timeOf));

const timeOf = (path: string): number =>
  existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0;

const filesUnder = (path: string): readonly string[] => {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(join(path, name)));
};
