import { contrast } from "./contrast.ts";
import { dark } from "./dark.ts";
import { light } from "./light.ts";
import { mono } from "./mono.ts";
import type { Theme } from "./theme.ts";

/** A theme, and the one that stands in for it where the reader asked for dark. */
export interface ThemeChoice {
  readonly theme: Theme;
  readonly dark?: Theme;
}

/** Every theme that can be asked for by name: one row is all a theme is. */
export const themes = {
  auto: { theme: light, dark },
  light: { theme: light },
  dark: { theme: dark },
  mono: { theme: mono },
  contrast: { theme: contrast },
} as const satisfies Record<string, ThemeChoice>;

export type ThemeName = keyof typeof themes;
