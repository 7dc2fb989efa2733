import type { Entry } from "../../syntax/ast.ts";
import type { ClassTable } from "../attributes/attribute-reading.ts";
import { readAttributes } from "../attributes/read-attributes.ts";
import { type WrittenAttribute, written, writtenIn } from "../attributes/written.ts";
import type { Names } from "../names/names.ts";
import type { Say } from "../report.ts";
import { meantAttributes } from "./meant-attributes.ts";

/** The classes of a D2 text; one that is declared again is added to. */
export const classesIn = (entries: readonly Entry[], names: Names, say: Say): ClassTable => {
  const bodies = new Map<string, WrittenAttribute[]>();
  for (const { map } of entries)
    for (const { keys, ...rest } of writtenIn(map?.body ?? [], { say, noun: "`classes`" })) {
      const [name, ...more] = keys;
      if (!name) continue;
      const body = bodies.get(name.text) ?? [];
      bodies.set(name.text, body);
      if (more.length > 0) body.push({ keys: more, ...rest });
      else
        for (const statement of rest.map?.body ?? [])
          if (statement.kind === "entry") body.push(written(statement));
    }
  const target = { place: "class", noun: "a class", scope: names.tree.root } as const;
  const none: ClassTable = new Map();
  return new Map(
    [...bodies].map(([name, body]) => [
      name,
      readAttributes(meantAttributes(body, "class", name, say), target, { say, names, classes: none }),
    ]),
  );
};
