import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Four suites: `unit` needs Node alone, `browser` a Chromium, `package` packs and installs what would be published, `sites`
 * builds real sites with that and opens them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/package/**", "test/sites/**"],
          globalSetup: [here("./build.ts")],
          testTimeout: 60_000,
          // No module of ours holds state, so test files may share what they import.
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: [here("./build.ts")],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: [here("./build.ts")],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "sites",
          include: ["test/sites/*.test.ts"],
          globalSetup: [here("./build.ts")],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
