import type { Diagnostic } from "../source/diagnostic.ts";
import type { Outcome } from "../source/outcome.ts";
import type { Span } from "../source/span.ts";
import type { Ast } from "../syntax/ast.ts";
import { readClasses } from "./attributes/classes.ts";
import { resolveD2 } from "./d2/resolve-d2.ts";
import { executionsOf } from "./executions.ts";
import { expand } from "./expand/expand.ts";
import { importPath } from "./expand/import-path.ts";
import type { Flow } from "./flow.ts";
import { type RootEntries, readHead, readLifelines, rootEntries } from "./head.ts";
import type { ImportSource } from "./load.ts";
import { drawnOrder } from "./names/drawn-order.ts";
import { resolveNames } from "./names/names.ts";
import { makeBoundary, makeParticipant } from "./participants.ts";
import { collectReports, type Say } from "./report.ts";
import { resolveCourse } from "./resolve-course.ts";
import { unusedIn } from "./unused.ts";

/**
 * Finds out what a tree means: reuse ──▶ names ──▶ participants ──▶ course.
 *
 * In:     any tree that `parse` returns, and where its imports come from.
 * Out:    the flow of the statements that are right; every index in it points at something.
 * Says:   whatever is wrong with names, types and places, in the order of the source, each mistake once.
 * Cost:   linear in the tree; n log n in the participants.
 */
export const resolve = (ast: Ast, imports: ImportSource = {}): Outcome<Flow> => {
  const { say, said } = collectReports();
  const value = ast.mode === "d2" ? resolveD2(ast, imports, say) : resolveSlant(ast, imports, say);
  return { value, diagnostics: said.toSorted(bySource(ast.file)) };
};

const resolveSlant = (ast: Ast, imports: ImportSource, say: Say): Flow => {
  const { ast: expanded, ...sources } = expand(ast, imports, say);
  const names = resolveNames(expanded, say);
  const roots = rootEntries(expanded);
  const { auto, listed } = readLifelines(roots, names, say);
  const order = drawnOrder(names.tree.root, listed, say);
  const classes = readClasses(roots("classes"), names, say);
  const reader = { say, names, classes };
  const participants = order.participants.map((node) => makeParticipant(node, reader));
  const boundaries = order.boundaries.map((node) => makeBoundary(node, reader));
  const course = resolveCourse(expanded, { ...reader, participants });
  const flow = {
    file: ast.file,
    mode: ast.mode,
    ...readHead(roots, reader),
    participants,
    boundaries,
    ...course,
    executions: executionsOf(order.participants, reader),
    autoOrder: auto,
    ...wholeImports(ast),
  };
  const isPlain = sources.imports.length === 0 && sources.variables.length === 0;
  return { ...flow, unused: isPlain ? [] : unusedIn(ast.file, sources, flow, settingsIn(roots, flow)) };
};

/** Where the settings of the file stand, and the classes that something names. */
const settingsIn = (
  roots: RootEntries,
  { participants, messages, fragments }: Pick<Flow, "participants" | "messages" | "fragments">,
): readonly Span[] => {
  const settings = (["title", "description", "config", "lifelines", "lang"] as const).flatMap((word) =>
    roots(word),
  );
  const named = new Set([...participants, ...messages, ...fragments].flatMap(({ classes }) => classes));
  const classes = roots("classes")
    .flatMap(({ map }) => map?.body ?? [])
    .filter((entry) => entry.kind === "entry" && named.has(entry.path.keys[0]?.text ?? ""));
  return [...settings, ...classes].map(({ span }) => span);
};

/** What `...@file` brings at the text's top level. */
const wholeImports = ({ body, file }: Ast): Pick<Flow, "imports"> => {
  if (!body.some(({ kind }) => kind === "spread")) return {};
  const imports = body.flatMap((statement) =>
    statement.kind === "spread" && statement.of.kind === "import" && statement.of.keys === undefined
      ? [{ file: importPath(file, statement.of.path, ".slant"), span: statement.span }]
      : [],
  );
  return imports.length > 0 ? { imports } : {};
};

/** In the order of the source; what belongs to another file comes after. */
const bySource =
  (file: string) =>
  (one: Diagnostic, other: Diagnostic): number =>
    Number(one.span.file !== file) - Number(other.span.file !== file) || one.span.start - other.span.start;
