import type { Entry, Value } from "../../syntax/ast.ts";
import { textOf } from "../entry-shape.ts";
import { statementsAt } from "../expand/import-keys.ts";
import type { Facts } from "./facts.ts";
import type { Site } from "./site.ts";
import { fold } from "./words.ts";

const sequenceShapes: ReadonlySet<string> = new Set(["sequence_diagram", "sequence-diagram"]);

/** Tells the shape of an object: its own, else the last one that a class gives it. */
export const newShapeOf = (
  classes: readonly Entry[],
): ((bearer: Pick<Site, "said">) => string | undefined) => {
  const classBody = classes.flatMap(({ map }) => map?.body ?? []);
  return ({ said }) => {
    const inOrder = said.toSorted((one, other) => one.clock - other.clock);
    const last = (word: string): Value | undefined =>
      inOrder.findLast(
        ({ attribute: { keys } }) => keys.length === 1 && keys[0] !== undefined && fold(keys[0]) === word,
      )?.attribute.value;
    const own = textOf(last("shape"));
    if (own !== undefined && own !== "null") return own.toLowerCase();
    return namesIn(last("class"))
      .flatMap((name) => {
        const key = { text: name, quoting: "none", span: { file: "", start: 0, end: 0 } } as const;
        const given = statementsAt(classBody, [key, { ...key, text: "shape" }])?.value;
        return textOf(given)?.toLowerCase() ?? [];
      })
      .at(-1);
  };
};

const namesIn = (value: Value | undefined): readonly string[] => {
  if (value?.kind === "list") return value.items.flatMap(namesIn);
  return textOf(value) === undefined ? [] : [textOf(value) ?? ""];
};

/**
 * Finds the sequence diagrams of a text: its root, or objects in it, in the order in which they are first spoken of, but
 * for one in which nothing happens before one in which something does.
 *
 * Cost: linear in the objects and the messages.
 */
export const diagramsIn = ({ root, classes, links }: Facts): readonly Site[] => {
  const shapeOf = newShapeOf(classes);
  const found: Site[] = [];
  const visit = (site: Site): void => {
    if (sequenceShapes.has(shapeOf(site) ?? "")) found.push(site);
    else for (const child of site.children.values()) visit(child);
  };
  visit(root.site);
  const busy = new Set<Site>();
  for (const { holder } of links)
    for (let at: Site | undefined = holder; at && !busy.has(at); at = at.parent) busy.add(at);
  return found.toSorted((one, other) => Number(busy.has(other)) - Number(busy.has(one)));
};
