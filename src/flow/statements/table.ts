import type { FragmentKind } from "../../language/fragment-kinds.ts";
import type { StatementWord } from "../../language/statement-words.ts";
import { awaitStatement, cancelStatement, detachStatement, storedStatement } from "./awaits.ts";
import {
  arriveStatement,
  budgetStatement,
  dividerStatement,
  lifeStatement,
  noteStatement,
  waitStatement,
} from "./marks.ts";
import type { StatementResolver } from "./statement.ts";
import { wordIn } from "./values.ts";

/** Of the whole file: read before the walk; at the root there is nothing left to do, elsewhere they are misplaced. */
const ofTheFile: StatementResolver = (entry, { within, scope }, { say }) => {
  if (within.length > 0 || scope.parent !== undefined)
    say(
      "misplaced-statement",
      `\`${wordIn(entry)}\` speaks of the whole file, so it stands outside of all braces.`,
      entry.path.span,
    );
  return [];
};

/** What each statement word does, fragments aside: they have bodies, and are the body's business. */
export const statements: Readonly<
  Record<Exclude<StatementWord, FragmentKind | "else" | "and">, StatementResolver>
> = {
  title: ofTheFile,
  description: ofTheFile,
  lang: ofTheFile,
  config: ofTheFile,
  classes: ofTheFile,
  lifelines: ofTheFile,
  shape: ofTheFile,
  direction: ofTheFile,
  // Taken up before names are resolved, wherever they stand.
  vars: () => [],
  note: noteStatement,
  divider: dividerStatement,
  wait: waitStatement,
  await: awaitStatement,
  cancel: cancelStatement,
  detach: detachStatement,
  stored: storedStatement,
  arrive: arriveStatement,
  create: lifeStatement("create"),
  destroy: lifeStatement("destroy"),
  budget: budgetStatement,
};
