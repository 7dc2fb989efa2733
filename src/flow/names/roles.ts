import type { StatementWord } from "../../language/statement-words.ts";
import type { Entry } from "../../syntax/ast.ts";
import type { NameNode } from "./name-node.ts";

/** What an entry is, where statements stand. */
export type Role =
  | { readonly kind: "statement"; readonly word: StatementWord }
  /** It speaks of a participant or a boundary: the first `depth` keys are its path, the others stand below it. */
  | { readonly kind: "participant"; readonly node: NameNode; readonly depth: number }
  | { readonly kind: "group" }
  /** It was reported; `body` is what may still be read of it. */
  | { readonly kind: "slip" };

export type Roles = ReadonlyMap<Entry, Role>;
