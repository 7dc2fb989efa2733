import type { Ast, Ends, KeyPath, MapNode, Statement, Value } from "../../src/syntax/ast.ts";

const pathText = ({ keys }: KeyPath): string =>
  keys.map(({ text, quoting }) => (quoting === "none" ? text : `<${text}>`)).join(".");

const endText = (end: Ends): string =>
  end.kind === "path"
    ? pathText(end.path)
    : end.kind === "list"
      ? `[${end.paths.map(pathText).join("; ")}]`
      : "()";

const valueText = (value: Value): string => {
  switch (value.kind) {
    case "text":
      return value.quoting === "none"
        ? value.text
        : `<${value.tag === undefined ? "" : `${value.tag}|`}${value.text}>`;
    case "list": {
      const items = value.items.map(valueText);
      for (const { before, of } of value.spreads.toReversed()) items.splice(before, 0, `...${valueText(of)}`);
      return `[${items.join("; ")}]`;
    }
    case "substitution":
      return `\${${pathText(value.path)}}`;
    case "import":
      return `@${value.path}${value.keys === undefined ? "" : ` . ${pathText(value.keys)}`}`;
  }
};

const headText = (statement: Statement): string => {
  switch (statement.kind) {
    case "entry":
      return pathText(statement.path);
    case "connection":
      return statement.ends
        .map((end, at) => `${at === 0 ? "" : ` ${statement.operators[at - 1]?.arrow} `}${endText(end)}`)
        .join("");
    case "spread":
      return `...${valueText(statement.of)}`;
    case "reference": {
      const { scope, from, operator, to, index, path } = statement;
      const before = scope === undefined ? "" : `${pathText(scope)}.`;
      const behind = path === undefined ? "" : `.${pathText(path)}`;
      return `${before}(${pathText(from)} ${operator.arrow} ${pathText(to)})[${index}]${behind}`;
    }
  }
};

const mapText = ({ body }: MapNode): string => (body.length === 0 ? "{}" : `{ ${bodyText(body)} }`);

const statementText = (statement: Statement): string =>
  [
    headText(statement),
    "value" in statement && statement.value !== undefined ? `: ${valueText(statement.value)}` : "",
    "map" in statement && statement.map !== undefined ? ` ${mapText(statement.map)}` : "",
  ].join("");

const bodyText = (body: readonly Statement[]): string => body.map(statementText).join("; ");

/** A tree on one line: `a -> b: label { timeout: 5s }; c`; what was quoted stands between `<` and `>`. */
export const outline = ({ body }: Ast): string => bodyText(body);
