import type { Span } from "../../../source/span.ts";
import type { Connection, Entry, Key, KeyPath, Statement, Value } from "../../../syntax/ast.ts";
import { isNull } from "../../entry-shape.ts";
import type { NameNode } from "../../names/name-node.ts";
import { isFilter } from "./operations.ts";

/** What an operation does to one message. */
export interface Edit {
  /** Which link of a chain. */
  readonly at: number;
  /** It stands below the message: what it says comes after what is written there, otherwise before. */
  readonly isBelow: boolean;
  readonly label?: Value;
  readonly body: readonly Statement[];
  readonly removes: boolean;
  /** Of a send to a list, the one that is meant. */
  readonly receiver?: NameNode;
  /** The operation. */
  readonly by: Statement;
}

/** All that operations do. */
export interface Edits {
  readonly links: Map<Connection, Edit[]>;
  /** What stands in the place of an operation. */
  readonly replaced: Map<Statement, readonly Statement[]>;
  /** Names that are removed, with the number of the statement up to which. */
  readonly removed: Map<NameNode, number>;
  /** Groups that are removed. */
  readonly groups: Set<Entry>;
}

/** What a reference or a pattern says of each of its targets. */
export interface Said {
  readonly label?: Value;
  readonly body: readonly Statement[];
  readonly removes: boolean;
}

/** In:  the keys behind the targets, which are an attribute's, and the statement. */
export const saidBy = (
  keys: readonly Key[],
  { value, map, span }: Pick<Entry, "value" | "map" | "span">,
): Said => {
  const [first] = keys;
  if (first) {
    const path = { keys, span: { ...first.span, end: keys.at(-1)?.span.end ?? first.span.end } };
    return { body: [entryOf(path, { ...(value && { value }), ...(map && { map }), span })], removes: false };
  }
  const body = (map?.body ?? []).filter((statement) => !isFilter(statement));
  if (isNull(value)) return { body, removes: true };
  return { ...(value && { label: value }), body, removes: false };
};

/** `api.style.fill: red`: what is said of a target, as statements that are no declarations. */
export const saidOf = (prefix: readonly Key[], { label, body }: Said, span: Span): readonly Statement[] => {
  const labelKey: Key = { text: "label", quoting: "none", span };
  const said = [
    ...(label ? [entryOf({ keys: [labelKey], span }, { value: label, span })] : []),
    ...body.filter((statement) => statement.kind === "entry"),
  ];
  return said.map((entry) => ({
    ...structuredClone(entry),
    path: { keys: [...prefix, ...entry.path.keys], span: entry.path.span },
  }));
};

const entryOf = (path: KeyPath, rest: Pick<Entry, "value" | "map" | "span">): Entry => ({
  kind: "entry",
  path,
  ...rest,
  leading: [],
  blankBefore: false,
});
