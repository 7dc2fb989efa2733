import type { Ast, Entry, KeyPath } from "../../syntax/ast.ts";
import { stepFinder } from "../entry-shape.ts";
import { newGuesses } from "../guesses.ts";
import type { Say } from "../report.ts";
import { type Declaration, followAppearances } from "./appear.ts";
import { sayCaseDiffers } from "./case-differs.ts";
import { declareNames } from "./declare.ts";
import { candidates, type End, type NameNode, type NameTree, newTree, nodesBelow } from "./name-node.ts";
import type { Role } from "./roles.ts";
import { survey } from "./survey.ts";

/** All names of a file, and what each entry and each end of a connection means by them. */
export interface Names {
  readonly tree: NameTree;
  readonly roles: ReadonlyMap<Entry, Role>;
  readonly ends: ReadonlyMap<KeyPath, End>;
  readonly declarations: ReadonlyMap<NameNode, readonly Declaration[]>;
  /** The participant or boundary that a word was probably meant to name. */
  readonly guess: (word: string) => string | undefined;
  /** First keys of the ends of connections. */
  readonly endKeys: ReadonlySet<string>;
}

/**
 * Resolves the participants and boundaries of a file, wherever they are declared.
 *
 * In:     a tree without imports and substitutions.
 * Out:    the names; their drawn order is not settled yet.
 * Says:   misplaced-attribute, cut-label, stray-attribute, ambiguous-name, boundary-with-messages, case-differs.
 * Cost:   linear in the statements.
 */
export const resolveNames = (ast: Ast, say: Say): Names => {
  const tree = newTree(ast.span);
  const holdsSteps = stepFinder();
  const known = survey(ast, holdsSteps);
  const roles = declareNames(ast, tree, known, holdsSteps, say);
  const { ends, declarations } = followAppearances(ast, tree, known.ends, roles, say);
  sayCaseDiffers(tree, say);
  return { tree, roles, ends, declarations, guess: newGuesses(() => knownKeys(tree)), endKeys: known.ends };
};

/** The participants or boundaries that a text in an attribute may mean: a key, or a path with dots. */
export const namesFor = (tree: NameTree, scope: NameNode, text: string): readonly NameNode[] => {
  const whole = candidates(tree, scope, text).filter(isReal);
  if (whole.length > 0 || !text.includes(".")) return whole;
  const [first = "", ...more] = text.split(".").map((key) => key.trim());
  return candidates(tree, scope, first)
    .map((head) => more.reduce<NameNode | undefined>((at, key) => at?.children.get(key), head))
    .filter((found) => found !== undefined)
    .filter(isReal);
};

/** Every key that a name may have been meant as. */
const knownKeys = (tree: NameTree): readonly string[] => [
  ...new Set(
    nodesBelow(tree.root)
      .filter((name) => isReal(name))
      .map(({ key }) => key),
  ),
];

const isReal = ({ slip, seen }: NameNode): boolean => !slip && seen !== Number.POSITIVE_INFINITY;
