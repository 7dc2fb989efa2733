import type { Entry } from "../../syntax/ast.ts";
import type { Names } from "../names/names.ts";
import type { Say } from "../report.ts";
import type { ClassTable } from "./attribute-reading.ts";
import { readAttributes } from "./read-attributes.ts";
import { type WrittenAttribute, writtenIn } from "./written.ts";

/**
 * Reads `classes: { slow: { style.stroke: red } }`.
 *
 * In:     the entries that head with `classes`.
 * Out:    the classes; one that is declared again is added to.
 * Says:   missing-value, and what `readAttributes` says.
 */
export const readClasses = (entries: readonly Entry[], names: Names, say: Say): ClassTable => {
  const target = { place: "class", noun: "a class", scope: names.tree.root } as const;
  const bodies = new Map<string, WrittenAttribute[]>();

  const addClass = ({ keys, value, map, span, isLeftEmpty }: WrittenAttribute): void => {
    const [name, ...more] = keys;
    if (!name) return;
    const body = bodies.get(name.text) ?? [];
    bodies.set(name.text, body);
    if (more.length > 0)
      body.push({ keys: more, span, isLeftEmpty, ...(value && { value }), ...(map && { map }) });
    else if (value) say("wrong-value", `The class \`${name.text}\` takes a map of attributes.`, value.span);
    else if (map) body.push(...writtenIn(map.body, { say, noun: "a class" }));
  };

  for (const entry of entries) {
    if (entry.value || !entry.map)
      say(
        "missing-value",
        "`classes` needs a map of classes: `classes: { slow: { style.stroke: red } }`.",
        entry.span,
      );
    else for (const attribute of writtenIn(entry.map.body, { say, noun: "`classes`" })) addClass(attribute);
  }
  const none: ClassTable = new Map();
  return new Map(
    [...bodies].map(([name, body]) => [name, readAttributes(body, target, { say, names, classes: none })]),
  );
};
