#!/usr/bin/env node
import * as module from "node:module";
import manifest from "../package.json" with { type: "json" };

// Node 22 keeps compiled code between runs; Node 20 has nothing of the kind. Its types are Node 20's.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

const { main } = await import("../src/cli/main.ts");
const { processWorld } = await import("../src/cli/world.ts");
process.exitCode = await main(process.argv.slice(2), processWorld(), manifest.version);
