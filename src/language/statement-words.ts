/**
 * Words that head a statement of their own when they stand alone, unquoted and in lower case, outside a participant's map
 * (section 3 of the language).
 */
// biome-ignore format: a table, one row to a line
export const statementWords = [
  "title", "description", "lang", "config", "vars", "classes", "lifelines", "note", "divider", "wait",
  "await", "on", "cancel", "detach", "stored", "arrive", "create", "destroy", "budget",
  "alt", "else", "opt", "loop", "retry", "par", "and", "critical", "break", "group", "ref", "saga",
  "shape", "direction",
] as const;

export type StatementWord = (typeof statementWords)[number];

const known: ReadonlySet<string> = new Set(statementWords);

export const isStatementWord = (text: string): text is StatementWord => known.has(text);
