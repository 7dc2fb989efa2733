import { distance } from "fastest-levenshtein";
import { type ThemeChoice, type ThemeName, themes } from "./themes.ts";

/**
 * Finds a theme by name.
 *
 * In:   `name`, the theme, and `darkName`, the one that takes its place where the reader prefers dark: a row's own if absent.
 * Out:  both themes, ready for layout (`theme.style`) and for the renderer.
 * Says: a TypeError for a name that is no theme, with the nearest one: names of themes are options, never source text.
 */
export const resolveTheme = (name: string = "auto", darkName?: string): ThemeChoice => {
  const choice = row("theme", name);
  if (darkName === undefined) return choice;
  const night = row("dark theme", darkName);
  return { theme: choice.theme, dark: night.dark ?? night.theme };
};

const names = Object.keys(themes) as readonly ThemeName[];

const row = (option: "theme" | "dark theme", name: string): ThemeChoice => {
  const found = names.find((known) => known === name);
  if (found !== undefined) return themes[found];
  const list = names.map((known) => `\`${known}\``).join(", ");
  throw new TypeError(
    `There is no ${option} \`${name}\`: did you mean \`${nearest(name)}\`? There are ${list}.`,
  );
};

const nearest = (name: string): string =>
  names.reduce((best, known) => (distance(name, known) < distance(name, best) ? known : best));
