// What bin/slant.js loads: the command as a process.
import manifest from "../../package.json" with { type: "json" };
import { main } from "./main.ts";
import { processWorld } from "./world.ts";

main(process.argv.slice(2), processWorld(), manifest.version).then((code) => {
  process.exitCode = code;
  // where nothing is left to wait for, it need not be asked for once more, nor the memory given back piece by piece
  if (process.getActiveResourcesInfo().length === 0) process.exit();
});
