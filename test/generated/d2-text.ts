import fc from "fast-check";

/** A sequence diagram as D2 has it, and what it comes to: written and expected from the same tree. */
export interface D2Text {
  readonly text: string;
  /** The actors in the order in which the text first speaks of them. */
  readonly actors: readonly string[];
  /** Messages, notes and groups, as `outlineOf` shows them. */
  readonly course: readonly string[];
}

type Item =
  | {
      readonly kind: "message";
      readonly from: number;
      readonly to: number;
      readonly spans: readonly [string, string];
      readonly arrow: string;
      readonly label: string;
    }
  | { readonly kind: "note"; readonly on: number; readonly label: string }
  | { readonly kind: "group"; readonly items: readonly Item[]; readonly label: string }
  | { readonly kind: "actor"; readonly on: number }
  | { readonly kind: "look"; readonly on: number; readonly look: string };

const names = ["ann", "bob", "web app", "größe", "D-4"];
const spans = fc.constantFrom("", "", "", "t", "t.u", "job");
const labels = fc.constantFrom("", "hi", "a longer label, with marks", "確認", "GET /users?id=1");
const spot = fc.nat(names.length - 1);

const message = fc.record({
  kind: fc.constant("message" as const),
  from: spot,
  to: spot,
  spans: fc.tuple(spans, spans),
  arrow: fc.constantFrom("->", "->", "->", "<-", "-->", "<->", "--"),
  label: labels,
});
const note = fc.record({
  kind: fc.constant("note" as const),
  on: spot,
  label: fc.constantFrom("so it is", "why?", "1.5"),
});
const actor = fc.record({ kind: fc.constant("actor" as const), on: spot });

/** What changes how things look, and nothing else. */
const look = fc.record({
  kind: fc.constant("look" as const),
  on: spot,
  look: fc.constantFrom(
    "NAME.style.fill: red",
    "NAME: { style.stroke: blue }",
    "*.style.opacity: 0.5",
    "**.style.bold: true",
    "(* -> *)[*].style.stroke: green",
    "(** -> **)[*]: { style.stroke-dash: 3 }",
    "classes: { loud: { style.fill: yellow } }",
    "# a remark",
    "vars: { x: 1 }",
    '"""\nblock\n"""',
    "",
  ),
});

type Group = Extract<Item, { kind: "group" }>;

const items = (depth: number): fc.Arbitrary<readonly Item[]> =>
  fc.array(
    depth > 2
      ? fc.oneof(message, note)
      : fc.oneof({ weight: 4, arbitrary: message }, note, actor, look, group(depth)),
    {
      maxLength: 6,
    },
  );

const group = (depth: number): fc.Arbitrary<Group> =>
  fc.record({
    kind: fc.constant("group" as const),
    // One message at least, so that it is a group whatever else it holds.
    items: fc.tuple(message, items(depth + 1)).map(([first, more]): readonly Item[] => [first, ...more]),
    label: fc.constantFrom("", "Labelled"),
  });

const written = (tree: readonly Item[]): D2Text => {
  const lines: string[] = ["shape: sequence_diagram"];
  const course: string[] = [];
  const actors: string[] = [];
  let fresh = 0;
  const meet = (at: number): string => {
    const name = names[at] as string;
    if (!actors.includes(name)) actors.push(name);
    return name;
  };
  const write = (all: readonly Item[], indent: string, level: number): void => {
    for (const item of all) {
      const inner = "  ".repeat(level);
      switch (item.kind) {
        case "message": {
          const ends = [meet(item.from), meet(item.to)].map(
            (name, at) => name + (item.spans[at] ? `.${item.spans[at]}` : ""),
          );
          lines.push(
            `${indent}${ends[0]} ${item.arrow} ${ends[1]}${item.label === "" ? "" : `: ${item.label}`}`,
          );
          const [from, to] = item.arrow === "<-" ? [ends[1], ends[0]] : ends;
          const arrow = item.arrow === "<-" ? "->" : item.arrow;
          course.push(`${inner}${from} ${arrow} ${to}${item.label === "" ? "" : `: ${item.label}`}`);
          break;
        }
        case "note": {
          const name = meet(item.on);
          lines.push(`${indent}${name}.${JSON.stringify(item.label)}`);
          course.push(`${inner}note on ${name}: ${item.label}`);
          break;
        }
        case "actor":
          lines.push(`${indent}${meet(item.on)}`);
          break;
        case "look":
          if (item.look.includes("NAME")) lines.push(indent + item.look.replace("NAME", meet(item.on)));
          else if (level === 0) lines.push(...item.look.split("\n"));
          break;
        case "group": {
          const own = `frame ${++fresh}`;
          lines.push(`${indent}${own}:${item.label === "" ? "" : ` ${item.label}`} {`);
          course.push(`${inner}[${item.label === "" ? own : item.label}]`);
          write(item.items, `${indent}  `, level + 1);
          lines.push(`${indent}}`);
          break;
        }
      }
    }
  };
  write(tree, "", 0);
  if (actors.length === 0) lines.push(meet(0));
  return { text: `${lines.join("\n")}\n`, actors, course };
};

/** Sequence diagrams in D2 with spans, notes, groups, and patterns that say how things look. */
export const d2Texts: fc.Arbitrary<D2Text> = items(0).map(written);
