import type { Settings } from "../../config/config.ts";
import type { Flow } from "../../flow/flow.ts";

/** What a configuration may say of a picture. */
export type PictureSettings = Pick<Settings, "theme" | "darkTheme" | "fonts">;

/** How a configuration wants a flow drawn: its own `config` says more of it, and the command's options have the last word. */
export const pictureSettings = (
  { theme, darkTheme, fonts }: PictureSettings,
  { config }: Flow,
): PictureSettings => {
  const isOwn = config.theme !== undefined;
  return {
    ...(theme !== undefined && !isOwn && { theme }),
    ...(darkTheme !== undefined && !isOwn && config["dark-theme"] === undefined && { darkTheme }),
    ...(fonts !== undefined && { fonts }),
  };
};
