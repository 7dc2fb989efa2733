import { relative, resolve, sep } from "node:path";
import type { Settings } from "../../config/config.ts";
import { settingsFor } from "../../config/settings-for.ts";
import type { World } from "../world.ts";
import type { FoundConfig } from "./find-config.ts";

/** What a configuration says for a file; the path is as the user wrote it. */
export const settingsOf = ({ config, folder }: FoundConfig, path: string, { cwd }: World): Settings =>
  settingsFor(config, relative(folder, resolve(cwd, path)).split(sep).join("/"));
