import { execFileSync } from "node:child_process";

/** Builds before a run when a source is newer than what was built, so that tests of the command test the sources. */
export const setup = (): void => {
  execFileSync(process.execPath, [".ci/build-if-stale.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
};
