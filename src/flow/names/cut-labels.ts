import type { Entry, Statement, TextValue } from "../../syntax/ast.ts";
import { soleKey } from "../entry-shape.ts";
import type { Say } from "../report.ts";
import type { NameTree } from "./name-node.ts";
import type { Role } from "./roles.ts";

/**
 * Warns of a lone new name behind a `;`: more often than a participant it is the rest of a text that holds a `;`.
 *
 * In:     statements of one body, in order; `ends`, the first keys of the ends of connections.
 * Says:   cut-label, for a name that nothing else speaks of, behind an unquoted text on the same line.
 * Cost:   linear in the statements.
 */
export const sayCutLabels = (
  body: readonly Statement[],
  {
    roles,
    ends,
    tree,
  }: {
    readonly roles: ReadonlyMap<Entry, Role>;
    readonly ends: ReadonlySet<string>;
    readonly tree: NameTree;
  },
  say: Say,
): void => {
  for (let at = 1; at < body.length; at++) {
    const entry = body[at];
    if (entry?.kind !== "entry" || !entry.inline || entry.value || entry.map) continue;
    const before = body[at - 1];
    const key = soleKey(entry);
    const text = before && rawText(before);
    const role = roles.get(entry);
    if (key === undefined || !text || role?.kind !== "participant" || ends.has(key)) continue;
    const isNew = role.node.span.start === entry.path.span.start && tree.byLastKey.get(key)?.length === 1;
    if (!isNew) continue;
    const whole = JSON.stringify(`${text.text}; ${key}`);
    const span = { ...text.span, end: entry.span.end };
    say("cut-label", `The \`;\` ends the text, so \`${key}\` is a participant of its own.`, entry.path.span, {
      help: `quote the text: \`${whole}\``,
      fixes: [{ kind: "suggestion", message: "Quote the whole text.", edits: [{ span, text: whole }] }],
    });
  }
};

/** The unquoted text that a statement ends with. */
const rawText = (statement: Statement): TextValue | undefined => {
  if (statement.kind === "spread" || statement.map) return undefined;
  return statement.value?.kind === "text" && statement.value.quoting === "none" ? statement.value : undefined;
};
