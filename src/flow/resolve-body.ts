import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import type { Statement } from "../syntax/ast.ts";
import type { At, Context, DraftStep, FragmentDraft } from "./context.ts";
import { isContinuation, isFragmentKind } from "./entry-shape.ts";
import { addOperand, resolveFragment } from "./fragments.ts";
import { resolveConnection } from "./messages.ts";
import { fragmentParts } from "./names/fragment-parts.ts";
import { participantParts } from "./names/participant-parts.ts";
import { notesOf } from "./notes.ts";
import { statements } from "./statements/table.ts";

/**
 * Resolves the statements of a body in written order.
 *
 * In:     statements whose names are resolved, and where they stand.
 * Out:    the steps; a statement that went wrong has none and is reported.
 * Cost:   linear in the statements.
 */
export const resolveBody = (body: readonly Statement[], at: At, context: Context): DraftStep[] => {
  const steps: DraftStep[] = [];
  /** The fragment that stands just before, to which `else` and `and` belong. */
  let open: FragmentDraft | undefined;
  for (const statement of body) {
    const before = open;
    open = undefined;
    if (statement.kind === "connection") resolveConnection(statement, at, context, steps);
    else if (statement.kind === "entry") {
      const role = context.names.roles.get(statement);
      const word = role?.kind === "statement" ? role.word : role?.kind === "group" ? "group" : undefined;
      if (word !== undefined && isContinuation(word)) {
        const isContinued = before !== undefined && continues(before, word);
        if (isContinued) addOperand(before, statement, at, context);
        // The syntax has reported one that continues nothing; what is in it still happens.
        else if (statement.map)
          steps.push(...resolveBody(fragmentParts(statement.map, context.names.endKeys).body, at, context));
        open = isContinued ? before : undefined;
      } else if (word !== undefined && isFragmentKind(word)) {
        open = resolveFragment(word, statement, at, context);
        if (open) steps.push({ kind: "fragment", fragment: open.index, span: statement.span });
      } else if (word !== undefined)
        steps.push(...statements[word as keyof typeof statements](statement, at, context));
      else if (role?.kind === "participant") {
        steps.push(...notesOf(statement, role, context));
        if (role.node.boundary && statement.map && role.depth === statement.path.keys.length)
          steps.push(
            ...resolveBody(
              participantParts(statement.map, true).children,
              { ...at, scope: role.node },
              context,
            ),
          );
      } else if (statement.map)
        steps.push(...resolveBody(fragmentParts(statement.map, context.names.endKeys).body, at, context));
    }
  }
  return steps;
};

const continues = ({ kind }: FragmentDraft, word: string): boolean => {
  const facts: FragmentFacts = fragmentKinds[kind];
  return facts.continuation === word;
};
