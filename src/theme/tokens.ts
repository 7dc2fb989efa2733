/**
 * Every colour that the built-in themes use, once, as ramps from light to dark. A theme picks from these and nothing else,
 * so that two themes never drift apart by a shade. Contrast between picks is computed in the theme tests.
 */

/** Paper, from bright to night; the steps between are grounds that stand on the paper. */
export const paper = {
  white: "#ffffff",
  mist: "#f9fafc",
  fog: "#f2f4f8",
  slate: "#262e3b",
  dusk: "#1c222d",
  night: "#161b24",
  deep: "#11151c",
} as const;

/** What is written. */
export const ink = {
  black: "#000000",
  strong: "#1a2230",
  soft: "#535f72",
  graphite: "#333333",
  moon: "#e8ecf3",
  haze: "#a3afc0",
} as const;

/** Structure: lifelines, outlines of heads and frames. */
export const grey = {
  pale: "#e6e6e6",
  light: "#8490a3",
  middle: "#6f7c90",
  dark: "#595959",
  iron: "#4a4a4a",
} as const;

/** Work and waiting: a blue so quiet that it reads as grey beside the accent. */
export const steel = {
  wash: "#e4eaf6",
  line: "#778cb8",
  night: "#2a344b",
  glow: "#7f93c0",
} as const;

/** The one accent: what is asynchronous. */
export const indigo = {
  wash: "#efeefd",
  pale: "#c8c4f5",
  strong: "#4740d4",
  deep: "#1f1a9e",
  night: "#26254c",
  dusk: "#524ea6",
  glow: "#a7a3ff",
} as const;

/** What a queue holds. */
export const amber = {
  wash: "#fdf0cf",
  line: "#b37a10",
  strong: "#744900",
  deep: "#583700",
  night: "#3b2d0e",
  glow: "#c9953a",
  pale: "#f4d28c",
} as const;

/** What goes wrong. */
export const red = {
  strong: "#bf3636",
  deep: "#990000",
  glow: "#f28d86",
} as const;

/** Notes: warm paper on the cool one. */
export const cream = {
  wash: "#fbf8ef",
  line: "#d9cfae",
  strong: "#3f3a2b",
  night: "#22211c",
  dusk: "#57503d",
  glow: "#e6dfcd",
} as const;
