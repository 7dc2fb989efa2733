import { defaultLimits } from "../../source/limits.ts";
import type { Ast } from "../../syntax/ast.ts";
import type { ImportSource } from "../load.ts";
import type { Say } from "../report.ts";
import { holdsReuse } from "./holds-reuse.ts";
import { bringImports, type Imported } from "./imports.ts";
import { refer } from "./references/refer.ts";
import { type Substituted, substitute } from "./substitute.ts";

/**
 * Replaces reuse by what it stands for: Ast ──▶ Ast, so that what follows knows nothing of it.
 *
 * In:     the tree as written, and where imports come from.
 * Out:    a tree of entries and connections with texts and lists; what cannot be expanded is taken out and named. A tree
 *         without reuse is the same object.
 * Says:   what the steps say.
 * Cost:   linear in the tree and what it grows to.
 */
export const expand = (ast: Ast, source: ImportSource, say: Say): Expanded => {
  if (!holdsReuse(ast.body)) return { ast, imports: [], variables: [] };
  const { limits = defaultLimits } = source;
  const { ast: brought, imports } = bringImports(ast, source, say);
  const { ast: whole, variables } = substitute(brought, limits, say);
  return { ast: refer(whole, limits, say), imports, variables };
};

/** A tree without reuse, and what it was put together from. */
export type Expanded = Pick<Imported, "imports"> & Substituted;
