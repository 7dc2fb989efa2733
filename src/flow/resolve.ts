import type { Diagnostic } from "../source/diagnostic.ts";
import type { Outcome } from "../source/outcome.ts";
import type { Span } from "../source/span.ts";
import type { Ast } from "../syntax/ast.ts";
import { readClasses } from "./attributes/classes.ts";
import { expand } from "./expand/expand.ts";
import type { Flow } from "./flow.ts";
import { readHead, readLifelines, rootEntries } from "./head.ts";
import type { ImportSource } from "./load.ts";
import { drawnOrder } from "./names/drawn-order.ts";
import { resolveNames } from "./names/names.ts";
import { makeBoundary, makeParticipant } from "./participants.ts";
import { collectReports, type Say } from "./report.ts";
import { resolveCourse } from "./resolve-course.ts";

/**
 * Finds out what a tree means: reuse ──▶ names ──▶ participants ──▶ course.
 *
 * In:     any tree that `parse` returns, and where its imports come from.
 * Out:    the flow of the statements that are right; every index in it points at something.
 * Says:   whatever is wrong with names, types and places, in the order of the source, each mistake once. Of a file in D2
 *         mode, that it cannot be compiled yet, and no more.
 * Cost:   linear in the tree; n log n in the participants.
 */
export const resolve = (ast: Ast, imports: ImportSource = {}): Outcome<Flow> => {
  const { say: report, said } = collectReports();
  const say: Say = ast.mode === "d2" ? () => {} : report;
  if (ast.mode === "d2") report("not-yet-supported", "D2 files cannot be compiled yet.", startOf(ast));
  const expanded = expand(ast, imports, say);
  const names = resolveNames(expanded, say);
  const { auto, listed } = readLifelines(expanded, names, say);
  const order = drawnOrder(names.tree.root, listed, say);
  const classes = readClasses(rootEntries(expanded, "classes"), names, say);
  const reader = { say, names, classes };
  const participants = order.participants.map((node) => makeParticipant(node, reader));
  const boundaries = order.boundaries.map((node) => makeBoundary(node, reader));
  const course = resolveCourse(expanded, { ...reader, participants });
  const value: Flow = {
    file: ast.file,
    mode: ast.mode,
    ...readHead(expanded, reader),
    participants,
    boundaries,
    ...course,
    autoOrder: auto,
  };
  return { value, diagnostics: said.toSorted(bySource(ast.file)) };
};

const startOf = ({ span }: Ast): Span => ({ ...span, end: span.start });

/** In the order of the source; what belongs to another file comes after. */
const bySource =
  (file: string) =>
  (one: Diagnostic, other: Diagnostic): number =>
    Number(one.span.file !== file) - Number(other.span.file !== file) || one.span.start - other.span.start;
