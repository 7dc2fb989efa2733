import type { Statement, Value } from "../../syntax/ast.ts";
import { isOperation } from "./references/operations.ts";
import { isVars } from "./variables.ts";

/**
 * Whether anything in a body stands for something else: an import, a variable, a reference, a pattern, a `null` that removes.
 * Most texts hold nothing of the kind, and one look spares them the steps that would replace it.
 *
 * Cost: linear in the statements.
 */
export const holdsReuse = (body: readonly Statement[], inMap = false): boolean => {
  for (const statement of body) {
    if (statement.kind === "spread" || isOperation(statement, inMap) || isVars(statement)) return true;
    const { value, map } = statement;
    if (value !== undefined && isReplaced(value)) return true;
    if (map !== undefined && holdsReuse(map.body, true)) return true;
  }
  return false;
};

const isReplaced = (value: Value): boolean => {
  switch (value.kind) {
    case "text":
      // A text without holes is one string.
      return value.parts.length !== 1 || typeof value.parts[0] !== "string";
    case "list":
      return value.spreads.length > 0 || value.items.some(isReplaced);
    case "substitution":
    case "import":
      return true;
  }
};
