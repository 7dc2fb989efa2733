/** The commands that a user can name. */
export const commandNames = ["render", "lint", "fmt", "explain", "inspect", "init"] as const;

/** With the one that is meant when none is named: `slant IN [OUT]`. */
export type CommandName = (typeof commandNames)[number] | "draw";
