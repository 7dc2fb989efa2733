import type { Ast } from "../../syntax/ast.ts";
import type { Say } from "../report.ts";
import { refuse } from "./refuse.ts";
import { substitute } from "./substitute.ts";

/**
 * Replaces reuse by what it stands for: Ast ──▶ Ast, so that what follows knows nothing of it.
 *
 * In:     the tree as written.
 * Out:    a tree of entries and connections with texts and lists; what cannot be expanded is taken out and named.
 * Says:   what the steps say.
 * Cost:   linear in the tree and what it grows to.
 */
export const expand = (ast: Ast, say: Say): Ast => refuse(substitute(ast, say), say);
