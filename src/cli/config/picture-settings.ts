import type { DrawOptions } from "../../draw.ts";
import type { Flow } from "../../flow/flow.ts";
import type { World } from "../world.ts";
import type { FoundConfig } from "./find-config.ts";
import { settingsOf } from "./settings-of.ts";

/** How a configuration wants a flow drawn: its own `config` says more of it, and the command's options have the last word. */
export const pictureSettings = (
  found: FoundConfig,
  { file, config }: Flow,
  world: World,
): Pick<DrawOptions, "theme" | "darkTheme" | "fonts"> => {
  const { theme, darkTheme, fonts } = settingsOf(found, file, world);
  const isOwn = config.theme !== undefined;
  return {
    ...(theme !== undefined && !isOwn && { theme }),
    ...(darkTheme !== undefined && !isOwn && config["dark-theme"] === undefined && { darkTheme }),
    ...(fonts !== undefined && { fonts }),
  };
};
