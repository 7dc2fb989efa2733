import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  Terminal,
  type TokenType,
} from "chevrotain";
import * as categories from "../categories.ts";
import { createParser } from "../parser.ts";
import { vocabulary } from "../tokens.ts";
import { all, any, type Expression, type Grammar, optional, repeat } from "./expression.ts";

/**
 * The parser's own grammar, as Chevrotain learned it.
 *
 * Out:  a rule for each of the parser's, and one for each category of tokens; a name with a capital letter is a token's.
 * Says: throws when the parser uses a form that has no row here.
 */
export const parserGrammar = (): Grammar => ({
  ...Object.fromEntries(
    Object.entries(createParser({ validate: true }).getGAstProductions()).map(([name, { definition }]) => [
      name,
      all(...definition.map(toExpression)),
    ]),
  ),
  ...Object.fromEntries(
    Object.values(categories).map((category) => [category.name, any(...tokensOf(category))]),
  ),
});

const tokensOf = (category: TokenType): readonly string[] =>
  vocabulary.filter(({ CATEGORIES = [] }) => CATEGORIES.includes(category)).map(({ name }) => name);

const toExpression = (node: IProduction): Expression => {
  if (node instanceof Terminal) return any(node.terminalType.name);
  if (node instanceof NonTerminal) return any(node.nonTerminalName);
  if (node instanceof Option) return optional(...node.definition.map(toExpression));
  if (node instanceof Repetition) return repeat(...node.definition.map(toExpression));
  if (node instanceof Alternation) return any(...node.definition.map(toExpression));
  // An alternative is a sequence, and a class that Chevrotain does not name.
  if ("definition" in node && Array.isArray(node.definition))
    return all(...node.definition.map(toExpression));
  throw new Error("the parser uses a form of rule that is not printed yet");
};
