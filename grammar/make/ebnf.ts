import type { Expression, Grammar } from "./expression.ts";
import { lexis, syntax } from "./language-grammar.ts";
import { parserGrammar } from "./parser-grammar.ts";

/** grammar/slant.ebnf. */
export const ebnf = (): string =>
  [
    comment(
      "The grammar of Slant, made by grammar/make/ebnf.ts.",
      "",
      '"…" stands for itself, ?…? is said in words, [ ] may be missing, { } may come any number of times, ( | ) is a choice.',
    ),
    comment("What a text is made of."),
    rules(syntax),
    comment(
      "What its words and marks are made of, in a .slant file. White space within a line separates them and means nothing else; so does a",
      "backslash at a line's end together with that line's end.",
    ),
    rules(lexis),
    comment(
      "What the parser reads, taken from the parser itself: every text, so that it can report what is wrong with one. Names",
      "with a capital letter are tokens and their categories. Maps and lists that nest are read in one loop, not by recursion.",
    ),
    rules(parserGrammar()),
  ].join("\n");

const comment = (...lines: readonly string[]): string =>
  `(*\n${lines.map((line) => `  ${line}`.trimEnd()).join("\n")}\n*)\n`;

const rules = (grammar: Grammar): string => {
  const widest = Math.max(...Object.keys(grammar).map((name) => name.length));
  return Object.entries(grammar)
    .map(([name, expression]) => `${name.padEnd(widest)} = ${body(expression, widest)} ;\n`)
    .join("");
};

/** A rule on one line, or, when it is longer than 120 characters, its alternatives on lines of their own. */
const body = (expression: Expression, widest: number): string => {
  const line = write(expression);
  if (widest + 5 + line.length <= 120 || expression.kind !== "any") return line;
  return expression.parts.map((part) => write(part)).join(`\n${" ".repeat(widest)} | `);
};

/** An expression as text; one that stands in a sequence needs parentheses around its alternatives. */
const write = (expression: Expression, isPart = false): string => {
  switch (expression.kind) {
    case "mark":
      return expression.text.includes('"') ? `'${expression.text}'` : `"${expression.text}"`;
    case "name":
      return expression.name;
    case "words":
      return `? ${expression.text} ?`;
    case "all":
      return expression.parts.map((part) => write(part, true)).join(" ");
    case "any": {
      const choice = expression.parts.map((part) => write(part)).join(" | ");
      return isPart ? `( ${choice} )` : choice;
    }
    case "optional":
      return `[ ${write(expression.part)} ]`;
    case "repeat":
      return `{ ${write(expression.part)} }`;
  }
};
