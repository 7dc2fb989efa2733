import type { Limits } from "../../../source/limits.ts";
import type { Ast } from "../../../syntax/ast.ts";
import { wordOf } from "../../entry-shape.ts";
import { resolveNames } from "../../names/names.ts";
import type { Say } from "../../report.ts";
import { carryOut } from "./carry-out.ts";
import { newFilters } from "./filters.ts";
import { followCourse } from "./follow.ts";
import { withoutOperations } from "./operations.ts";
import { rebuild } from "./rebuild.ts";

/**
 * Carries out what speaks of other statements: references `(a -> b)[0].style.stroke: red`, patterns `*.style.fill: red`,
 * `* -> b`, and `null`, which removes.
 *
 * In:     a tree without imports and variables.
 * Out:    the tree without them. What a reference says stands in the map of its message: above what is written there where
 *         the reference stands above, below otherwise. What a pattern says of a participant stands where the pattern stands.
 *         `null` removes what is above it, participants with their messages; a pattern's `null`, everything that it fits.
 *         The same object where nothing of the kind is written.
 * Says:   what `carryOut` says; what is wrong with names is said when they are resolved for good.
 * Cost:   linear in the tree, and in what patterns bring.
 */
export const refer = (ast: Ast, limits: Limits, say: Say): Ast => {
  const plain = withoutOperations(ast);
  if (plain === ast) return ast;
  const names = resolveNames(plain, () => {});
  const course = followCourse(ast, names);
  const connected = new Set(
    course.links.flatMap(({ from, to }) => [from, to].flatMap((end) => end?.node ?? [])),
  );
  const classes = plain.body.filter(
    (statement) => statement.kind === "entry" && wordOf(statement) === "classes",
  );
  const filters = newFilters(
    names,
    connected,
    classes.filter((statement) => statement.kind === "entry"),
  );
  return rebuild(ast, carryOut(course, names, filters, limits, say), course, names);
};
