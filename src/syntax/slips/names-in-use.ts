import type { Ast, KeyPath, Statement } from "../ast.ts";

/**
 * The names that stand at the end of a connection, or in `lifelines`, anywhere in a file: surely participants, so that a
 * statement of that name is no slip.
 *
 * Cost: linear in the file; asked for only once something looks like a slip.
 */
export const namesInUse = (body: Ast["body"]): ReadonlySet<string> => {
  const names = new Set<string>();
  const addPath = ({ keys }: KeyPath): void => {
    for (const { text } of keys) names.add(text);
  };
  const add = (statement: Statement): void => {
    if (statement.kind === "connection") {
      for (const end of statement.ends) {
        if (end.kind === "path") addPath(end.path);
        else if (end.kind === "list") end.paths.forEach(addPath);
      }
    } else if (statement.kind === "entry") {
      const { path, value, map } = statement;
      if (path.keys[0]?.text === "lifelines" && value?.kind === "list") {
        for (const item of value.items) if (item.kind === "text") names.add(item.text);
      }
      map?.body.forEach(add);
    }
  };
  body.forEach(add);
  return names;
};
