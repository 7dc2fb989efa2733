import type { Entry } from "../../syntax/ast.ts";
import type { At, Context, DraftStep } from "../context.ts";

/** Makes the steps of one statement; none where it went wrong and was reported. */
export type StatementResolver = (entry: Entry, at: At, context: Context) => readonly DraftStep[];
