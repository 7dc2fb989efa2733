// Builds, unless what was built is newer than all that it is built from: `npm ci`, `npm pack`, `npx slant` in a clone and
// the tests all come here.
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const inputs = ["src", "grammar", "bin", ".ci", "package.json", "package-lock.json", "tsconfig.json"];
const outputs = ["dist/bin/slant.js", "dist/bin/command.js", "dist/index.js", "dist/index.d.ts"];

const filesUnder = (path) =>
  statSync(join(root, path)).isDirectory()
    ? readdirSync(join(root, path)).flatMap((name) => filesUnder(join(path, name)))
    : [path];

const timeOf = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newest = Math.max(...inputs.flatMap(filesUnder).map(timeOf));
const oldest = Math.min(...outputs.map(timeOf));

if (newest > oldest) execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
