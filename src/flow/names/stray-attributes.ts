import { type AttributeFacts, attributes } from "../../language/attributes.ts";
import { literals } from "../../language/literals.ts";
import type { Entry, Statement } from "../../syntax/ast.ts";
import { soleKey, textOf } from "../entry-shape.ts";
import { either, type Say } from "../report.ts";
import type { Role } from "./roles.ts";

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

/**
 * Warns of a participant that nothing speaks of, and that is called and labelled like an attribute with its value:
 * `timeout: 5s`, `theme: dark`.
 *
 * In:     statements of one body; `ends`, the first keys of the ends of connections.
 * Says:   stray-attribute.
 * Cost:   linear in the statements.
 */
export const sayStrayAttributes = (
  body: readonly Statement[],
  { roles, ends }: { readonly roles: ReadonlyMap<Entry, Role>; readonly ends: ReadonlySet<string> },
  say: Say,
): void => {
  for (const entry of body) {
    if (entry.kind !== "entry" || entry.map || entry.value?.kind !== "text" || entry.value.quoting !== "none")
      continue;
    const key = soleKey(entry);
    const row = key !== undefined && Object.hasOwn(rows, key) ? rows[key] : undefined;
    const isParticipant = roles.get(entry)?.kind === "participant";
    if (key === undefined || !row || !isParticipant || ends.has(key) || !fits(row, textOf(entry.value) ?? ""))
      continue;
    say(
      "stray-attribute",
      `\`${key}\` stands in no map, so it is read as a participant with the label \`${textOf(entry.value)}\`.`,
      entry.path.span,
      {
        help: row.on.includes("config")
          ? `write \`config: { ${key}: … }\``
          : `put it into the map of ${either(row.on)}`,
      },
    );
  }
};

/** A text of the row's type; any text at all fits a text, so that only a setting of the whole file is told by its name. */
const fits = ({ type, choices, on }: AttributeFacts, text: string): boolean => {
  if (choices) return choices.includes(text);
  if (type === "text") return on.includes("config");
  return !namesSomething.has(type) && literals[type].read(text).ok;
};

const namesSomething: ReadonlySet<string> = new Set([
  "name",
  "names",
  "texts",
  "link",
  "participant",
  "participants",
]);
