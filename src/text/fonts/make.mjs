/**
 * Makes the shipped fonts and their metric tables from the development dependencies:
 *
 *     node src/text/fonts/make.mjs [folder]
 *
 * Writes metrics/<face>.ts, pieces/<cut>.ts, coverage.ts, <Face>.ttf and the licences beside this file, or into the
 * folder named. Same inputs, same bytes; the core never imports this file.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cuts } from "./make/coverage.mjs";
import { coverageModule } from "./make/coverage-module.mjs";
import { faces, licences } from "./make/faces.mjs";
import { metricsModule } from "./make/metrics-module.mjs";
import { pieceModule } from "./make/piece-module.mjs";
import { openFont } from "./make/shape.mjs";
import { piece, wholeFace } from "./make/subset.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? here;
const modules = join(here, "../../../node_modules");

const write = async (name, content) => {
  const file = join(target, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
};

const fileName = ({ family, style }) => `${family.replaceAll(" ", "")}-${style}.ttf`;

const originals = new Map();
for (const face of faces) {
  const original = await readFile(join(modules, face.source));
  originals.set(face, original);
  const whole = await wholeFace(face, original);
  await write(fileName(face), whole);
  await write(`metrics/${face.name}.ts`, metricsModule(face, openFont(whole)));
}

for (const cut of Object.keys(cuts)) {
  const pieces = new Map();
  for (const [face, original] of originals) pieces.set(face.name, await piece(face, original, cut));
  await write(`pieces/${cut}.ts`, pieceModule(cut, pieces));
}

await write("coverage.ts", coverageModule());
for (const { from, to } of licences) await copyFile(join(modules, from), join(target, to));
