// Whether pictures are the same bytes on every Node: `node .ci/same-bytes.mjs [20 22 24]`, after a build. Draws the gallery and
// the stress flows in every format on each release (which npx fetches), and under another time zone and locale, and compares.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);

if (process.argv[2] === "--digest") {
  const { render } = await import("../dist/index.js");
  const digests = {};
  for (const folder of ["gallery", "stress"])
    for (const name of readdirSync(new URL(`../fixtures/${folder}`, import.meta.url)).toSorted()) {
      if (!name.endsWith(".slant")) continue;
      const text = readFileSync(new URL(`../fixtures/${folder}/${name}`, import.meta.url), "utf8");
      for (const format of ["svg", "txt", "png", "pdf"]) {
        const { output } = await render(text, { format, lint: true });
        digests[`${name} ${format}`] = createHash("sha256").update(output).digest("hex");
      }
    }
  console.log(JSON.stringify(digests));
} else {
  const releases = process.argv.slice(2);
  const env = { ...process.env, TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
  const run = (file, args, more = {}) =>
    JSON.parse(
      execFileSync(file, args, {
        encoding: "utf8",
        maxBuffer: 1e8,
        stdio: ["ignore", "pipe", "inherit"],
        ...more,
      }),
    );
  const runs = [
    [process.version, () => run(process.execPath, [self, "--digest"])],
    [`${process.version}, elsewhere`, () => run(process.execPath, [self, "--digest"], { env })],
    ...(releases.length > 0 ? releases : ["20", "22", "24"]).map((release) => [
      `node@${release}`,
      () => run("npx", ["-y", "-p", `node@${release}`, "node", self, "--digest"]),
    ]),
  ];
  let first;
  for (const [name, digest] of runs) {
    const found = digest();
    first ??= found;
    const differing = Object.keys(first).filter((key) => first[key] !== found[key]);
    console.log(
      `${name}: ${Object.keys(found).length} pictures, ${differing.length === 0 ? "the same" : differing.join(", ")}`,
    );
    if (differing.length > 0) process.exitCode = 1;
  }
}
