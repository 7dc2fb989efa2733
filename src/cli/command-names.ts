/** The commands that a user can name. */
export const commandNames = ["render", "lint", "map", "fmt", "explain", "inspect", "md", "init"] as const;

/** With the one that is meant when none is named: `slant IN [OUT]`. */
export type CommandName = (typeof commandNames)[number] | "draw";
