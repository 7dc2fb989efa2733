import { kindOfShape } from "../../../language/attributes.ts";
import type { Entry, Key, Statement, Value } from "../../../syntax/ast.ts";
import type { Declaration } from "../../names/appear.ts";
import { type NameNode, pathOf } from "../../names/name-node.ts";
import type { Names } from "../../names/names.ts";
import { below } from "../../names/participant-parts.ts";
import { statementsAt } from "../import-keys.ts";
import type { Link } from "./follow.ts";
import { isFilter } from "./operations.ts";
import { fitsPattern } from "./patterns.ts";

/** What filters are asked about. */
export interface Filters {
  readonly passesName: (body: readonly Statement[], node: NameNode) => boolean;
  readonly passesLink: (body: readonly Statement[], link: Link) => boolean;
}

/**
 * Tells which targets the filters among statements let through: `&kind: queue`, `!&style.fill: red`, `&src: api`.
 *
 * In:     the names, the names with messages, and the entries that declare classes.
 * Out:    tests. A filter asks for a value as it is written, in the text or in a class; `*` in it stands for any letters, and
 *         of a list one item is enough. All filters must hold.
 * Cost:   linear in what is written of a target.
 */
export const newFilters = (
  names: Names,
  connected: ReadonlySet<NameNode>,
  classes: readonly Entry[],
): Filters => {
  const classBody = classes.flatMap(({ map }) => map?.body ?? []);

  const written = (body: readonly Statement[], keys: readonly Key[]): readonly string[] => {
    const own = statementsAt(body, keys)?.value;
    if (own) return textsOf(own);
    const [key] = keys;
    if (!key || key.text === "class") return [];
    const given = textsOf(statementsAt(body, [{ ...key, text: "class" }])?.value).flatMap((name) =>
      textsOf(statementsAt(classBody, [{ ...key, text: name }, ...keys])?.value),
    );
    return given.slice(-1);
  };

  const ofName = (node: NameNode, keys: readonly Key[]): readonly string[] => {
    const body = (names.declarations.get(node) ?? []).flatMap(bodyOf);
    const found = written(body, keys);
    const [key] = keys;
    if (found.length > 0 || keys.length !== 1 || !key) return found;
    const shape = written(body, [{ ...key, text: "shape" }]).at(-1);
    const facts: Readonly<Record<string, string>> = {
      kind: node.boundary ? "boundary" : (kindOfShape[shape ?? ""] ?? "service"),
      label: node.key,
      connected: String(connected.has(node)),
      leaf: String(!node.boundary),
    };
    return Object.hasOwn(facts, key.text) ? [facts[key.text] ?? ""] : [];
  };

  const ofEnd = (node: NameNode | undefined, keys: readonly Key[]): readonly string[] => {
    if (!node) return [];
    return keys.length > 0 ? ofName(node, keys) : [...new Set([node.key, pathOf(node)])];
  };

  const ofLink = ({ connection, from, to }: Link, [key, ...more]: readonly Key[]): readonly string[] => {
    if (!key) return [];
    if (key.text === "src") return ofEnd(from?.node, more);
    if (key.text === "dst") return ofEnd(to?.node, more);
    return written(bodyOf({ entry: connection, depth: 0 }), [key, ...more]);
  };

  const passes = (
    body: readonly Statement[],
    valuesAt: (keys: readonly Key[]) => readonly string[],
  ): boolean =>
    body.every((filter) => {
      if (filter.kind !== "entry" || !isFilter(filter)) return true;
      const { path, value } = filter;
      const [first, ...more] = path.keys;
      if (!first) return true;
      const found = valuesAt([{ ...first, text: first.text.replace(/^!?&/, "") }, ...more]);
      const wanted = textsOf(value);
      const fits = found.some((text) => wanted.some((pattern) => fitsPattern(pattern, text)));
      return fits !== first.text.startsWith("!");
    });

  return {
    passesName: (body, node) => passes(body, (keys) => ofName(node, keys)),
    passesLink: (body, link) => passes(body, (keys) => ofLink(link, keys)),
  };
};

/** What a statement says of what it speaks of, its label among it, as the statements of a map. */
const bodyOf = ({
  entry,
  depth,
}: Declaration | { readonly entry: Link["connection"]; readonly depth: 0 }): readonly Statement[] => {
  if (entry.kind === "entry" && entry.path.keys.length > depth)
    return [{ ...entry, path: below(entry.path, depth) }];
  const { value, map, span } = entry;
  const label: readonly Entry[] = value
    ? [
        {
          kind: "entry",
          path: { keys: [{ text: "label", quoting: "none", span }], span },
          value,
          leading: [],
          blankBefore: false,
          span,
        },
      ]
    : [];
  return [...label, ...(map?.body ?? [])];
};

const textsOf = (value: Value | undefined): readonly string[] => {
  if (value?.kind === "list") return value.items.flatMap(textsOf);
  return value?.kind === "text" ? [value.text.trim()] : [];
};
