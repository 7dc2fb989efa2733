import type { Limits } from "../../source/limits.ts";
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

/** How many targets patterns may be held against, for each statement that they may bring. */
const testsPerStatement = 5;

/** Counts what patterns bring and what they look at. */
export interface Budget {
  /** Whether there is still room for that many more statements; the first that finds none is told to `full`. */
  readonly hasRoom: (statements: number) => boolean;
  /** Whether that many more targets may be looked at. */
  readonly mayTest: (targets: number) => boolean;
}

/** Reuse may let a text grow to its limit of statements: a few lines that double each other would fill any memory. */
export const newBudget = (limits: Limits, full: () => void): Budget => {
  let [statements, tests] = [0, 0];
  let isFull = false;
  const check = (): boolean => {
    const now = statements > limits.statements || tests > limits.statements * testsPerStatement;
    if (now && !isFull) full();
    isFull ||= now;
    return !isFull;
  };
  return {
    hasRoom: (more) => {
      statements += more;
      return check();
    },
    mayTest: (more) => {
      tests += more;
      return check();
    },
  };
};
