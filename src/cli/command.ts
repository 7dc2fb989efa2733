// What bin/slant.js loads: the command as a process.
import manifest from "../../package.json" with { type: "json" };
import { main } from "./main.ts";
import { processWorld } from "./world.ts";

main(process.argv.slice(2), processWorld(), manifest.version).then((code) => {
  process.exitCode = code;
});
