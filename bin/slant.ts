#!/usr/bin/env node
import { loadCompiled } from "../src/node/load-compiled.ts";
import { togetherFor } from "../src/node/together.ts";

loadCompiled("command.js", {
  folder: import.meta.dirname,
  together: togetherFor(process.argv.slice(2)),
  outside: require,
});
