import type { AttributeValues } from "../language/attribute-values.ts";
import type { Entry } from "../syntax/ast.ts";
import type { Reader } from "./attributes/attribute-reading.ts";
import { readAttributes } from "./attributes/read-attributes.ts";
import { type WrittenAttribute, written, writtenIn } from "./attributes/written.ts";
import type { NamedExecution } from "./flow.ts";
import { type NameNode, pathOf } from "./names/name-node.ts";
import { othersOf } from "./names/others.ts";

/**
 * Reads what the text says of the executions that messages end at: `api.job: Job { style.fill: red }`.
 *
 * In:     the participants, and what the reader of attributes needs.
 * Out:    those executions of which anything is said, in the order in which it is.
 * Says:   what attributes say.
 * Cost:   linear in the declarations.
 */
export const executionsOf = (nodes: readonly NameNode[], reader: Reader): readonly NamedExecution[] =>
  nodes.flatMap((node) => executionsOn(node, reader));

/** What is said of one execution, in written order. */
interface Draft {
  readonly entry: Entry;
  readonly said: WrittenAttribute[];
}

const executionsOn = (node: NameNode, reader: Reader): readonly NamedExecution[] => {
  if (node.spans.size === 0) return [];
  const drafts = new Map<string, Draft>();
  const add = (path: string, entry: Entry, said: readonly WrittenAttribute[]): void => {
    if (said.length === 0) return;
    const known = drafts.get(path);
    if (known) known.said.push(...said);
    else drafts.set(path, { entry, said: [...said] });
  };

  /** Below `path`, the keys of an entry from `depth` on: further executions, then attributes. */
  const take = (entry: Entry, depth: number, path: string): void => {
    let [at, own] = [depth, path];
    for (; at < entry.path.keys.length; at++) {
      const longer = joined(own, entry.path.keys[at]?.text ?? "");
      if (!node.spans.has(longer)) break;
      own = longer;
    }
    if (own === "") return;
    const noun = `the execution \`${pathOf(node)}.${own}\``;
    if (at < entry.path.keys.length) {
      add(own, entry, [written(entry, at)]);
      return;
    }
    const label = entry.value ? [{ ...written(entry), keys: [{ ...labelKey, span: entry.path.span }] }] : [];
    const plain = label.map(({ map: _map, ...rest }) => rest);
    const inner = entry.map?.body ?? [];
    const isBelow = (one: Entry): boolean => node.spans.has(joined(own, one.path.keys[0]?.text ?? ""));
    add(own, entry, [
      ...plain,
      ...writtenIn(
        inner.filter((one) => one.kind !== "entry" || !isBelow(one)),
        { say: reader.say, noun },
      ),
    ]);
    for (const one of inner) if (one.kind === "entry" && isBelow(one)) take(one, 0, own);
  };

  for (const { entry, depth } of reader.names.declarations.get(node) ?? [])
    for (const other of othersOf(entry, depth, node))
      if (other.kind === "execution") take(other.entry, other.depth, "");

  return [...drafts].map(([path, { entry, said }]) => {
    const noun = `the execution \`${pathOf(node)}.${path}\``;
    const read = readAttributes(said, { place: "execution", noun, scope: node }, reader);
    return {
      participant: node.index,
      path,
      ...(read.label && { label: read.label }),
      attributes: read.values as AttributeValues<"execution">,
      style: read.style,
      classes: read.classes,
      span: entry.span,
    };
  });
};

const labelKey = { text: "label", quoting: "none" } as const;

const joined = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
