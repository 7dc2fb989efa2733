import type { Entry, Statement } from "../../syntax/ast.ts";
import { soleKey, wordOf } from "../entry-shape.ts";
import type { Say } from "../report.ts";

/** Settings of D2's own renderer. */
const settings: ReadonlySet<string> = new Set(["d2-config", "d2-legend"]);

export const isSetting = (name: string): boolean => settings.has(name.toLowerCase());

/** Names what a text sets for D2's renderer: `vars: { d2-config: { theme-id: 4 } }`. */
export const sayConfig = (body: readonly Statement[], say: Say): void => {
  for (const { map } of body.filter(isVars))
    for (const entry of map?.body ?? []) {
      const word = entry.kind === "entry" ? entry.path.keys[0]?.text.toLowerCase() : undefined;
      if (entry.kind === "entry" && word !== undefined && settings.has(word))
        say(
          "without-meaning",
          `\`${word}\` speaks to D2's own renderer, and changes nothing here.`,
          entry.path.span,
          {
            help: "choose a theme with `--theme`",
          },
        );
    }
};

const isVars = (statement: Statement): statement is Entry =>
  statement.kind === "entry" && wordOf(statement) === "vars" && soleKey(statement) !== undefined;
