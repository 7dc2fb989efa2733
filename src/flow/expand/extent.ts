import type { Statement } from "../../syntax/ast.ts";

/** How much a body holds: all statements in it, and how many maps stand inside one another. */
export interface Extent {
  readonly statements: number;
  readonly levels: number;
}

/** Cost: linear in the statements. */
export const extentOf = (body: readonly Statement[]): Extent => {
  let statements = body.length;
  let levels = 0;
  for (const statement of body) {
    if (statement.kind === "spread" || !statement.map) continue;
    const inner = extentOf(statement.map.body);
    statements += inner.statements;
    levels = Math.max(levels, inner.levels + 1);
  }
  return { statements, levels };
};

/** What reuse may let a text grow to: a few lines that double each other would fill any memory. */
export const room = { statements: 200_000, characters: 10 * 1024 * 1024, levels: 256 } as const;
