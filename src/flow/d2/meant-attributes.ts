import { shapes } from "../../language/attributes.ts";
import { styles } from "../../language/styles.ts";
import type { Span } from "../../source/span.ts";
import type { Key, Statement, Value } from "../../syntax/ast.ts";
import { type WrittenAttribute, writtenIn } from "../attributes/written.ts";
import { isNull, textOf } from "../entry-shape.ts";
import type { Say } from "../report.ts";
import { fold, styleWords } from "./words.ts";

/** What D2 takes attributes on. */
export type Bearer = "title" | "actor" | "message" | "group" | "note" | "execution" | "class" | "diagram";

/** In words: any of them, and one with a name. */
const nouns: Readonly<Record<Bearer, { readonly any: string; readonly own: string }>> = {
  title: { any: "a title", own: "the title" },
  actor: { any: "an actor", own: "the actor" },
  message: { any: "a message", own: "the message" },
  group: { any: "a group", own: "the group" },
  note: { any: "a note", own: "the note" },
  execution: { any: "a span", own: "the span" },
  class: { any: "a class", own: "the class" },
  diagram: { any: "a sequence diagram", own: "the sequence diagram" },
};

/** The words that mean something on each, `style` and `label` aside. */
const meant: Readonly<Record<Bearer, ReadonlySet<string>>> = {
  title: new Set(["shape", "near"]),
  actor: new Set(["shape", "tooltip", "link", "class"]),
  message: new Set(["tooltip", "link", "class", "source-arrowhead", "target-arrowhead"]),
  group: new Set(["tooltip", "link", "class"]),
  note: new Set(["class"]),
  execution: new Set(["tooltip", "link", "class"]),
  class: new Set(["shape", "tooltip", "link", "class", "source-arrowhead", "target-arrowhead"]),
  diagram: new Set(["shape"]),
};

const knownShapes: ReadonlySet<string> = new Set(shapes);

/**
 * Picks those of D2's attributes that mean something in a sequence, and writes them as Slant has them.
 *
 * In:     attributes in the order in which they count; what bears them, and how a report names it.
 * Out:    attributes that the table knows, their values right; a style that `null` takes away is gone.
 * Says:   without-meaning, a warning, for everything else.
 * Cost:   linear in the attributes.
 */
export const meantAttributes = (
  written: readonly WrittenAttribute[],
  bearer: Bearer,
  name: string,
  say: Say,
): readonly WrittenAttribute[] => {
  const noun = name === "" ? nouns[bearer].any : `${nouns[bearer].own} \`${name}\``;

  const drop = (attribute: WrittenAttribute, words: string): readonly [] => {
    say("without-meaning", `\`${words}\` has no meaning on ${noun}, so it is left out.`, keysSpan(attribute));
    return [];
  };

  const take = (attribute: WrittenAttribute): readonly WrittenAttribute[] => {
    const [key, ...more] = attribute.keys;
    if (!key) return [];
    const word = fold(key);
    const path = [word, ...more.map(({ text }) => text)].join(".");
    const lowered = { ...attribute, keys: [{ ...key, text: word }, ...more] };
    if (key.quoting !== "none") return drop(attribute, key.text);
    if (styleWords.has(word)) {
      const message = `\`${word}\` is a key of \`style\`, and is read as \`style.${word}\`.`;
      say("without-meaning", message, key.span, { help: `write \`style.${word}\`` });
      return takeStyle({ ...attribute, keys: [styleKey(key), key, ...more] });
    }
    if (word === "style") return takeStyle(lowered);
    const isMeant = word === "label" || meant[bearer].has(word);
    if (!isMeant) return drop(attribute, path);
    if (word.endsWith("-arrowhead")) return [lowered];
    if (more.length > 0) return drop(attribute, path);
    const inner = attribute.map ? takeMap(attribute.map.body, [key]) : [];
    const { map: _map, ...rest } = lowered;
    return rest.value ? [...inner, ...takeValue(rest, rest.value)] : inner;
  };

  const takeValue = (attribute: WrittenAttribute, value: Value): readonly WrittenAttribute[] => {
    if (attribute.keys[0]?.text !== "shape") return [attribute];
    const shape = textOf(value)?.toLowerCase() ?? "";
    if (bearer === "diagram") return [];
    if (!isNull(value) && !knownShapes.has(shape)) return drop(attribute, `shape: ${shape}`);
    return [{ ...attribute, value: value.kind === "text" ? { ...value, text: shape } : value }];
  };

  /** What stands in the map of an attribute that takes none. */
  const takeMap = (body: readonly Statement[], keys: readonly Key[]): readonly WrittenAttribute[] =>
    writtenIn(body, { say, noun }).flatMap((inner) => take({ ...inner, keys: [...keys, ...inner.keys] }));

  const takeStyle = (attribute: WrittenAttribute): readonly WrittenAttribute[] => {
    const [key, below, ...more] = attribute.keys;
    if (!key) return [];
    if (!below) {
      if (isNull(attribute.value)) return [attribute];
      return writtenIn(attribute.map?.body ?? [], { say, noun }).flatMap((inner) =>
        takeStyle({ ...inner, keys: [key, ...inner.keys] }),
      );
    }
    const word = fold(below);
    const path = ["style", word, ...more.map(({ text }) => text)].join(".");
    if (!Object.hasOwn(styles, word) || more.length > 0 || !attribute.value || bearer === "diagram")
      return drop(attribute, path);
    const { map: _map, ...rest } = attribute;
    const keys = [styleKey(key), { ...below, text: word, quoting: "none" as const }];
    return [{ ...rest, keys, value: styleValue(word, attribute.value) }];
  };

  let kept: WrittenAttribute[] = [];
  for (const taken of written.flatMap(take))
    if (taken.keys.length === 1 && isStyle(taken)) kept = kept.filter((each) => !isStyle(each));
    else kept.push(taken);
  return kept;
};

const isStyle = ({ keys: [key] }: WrittenAttribute): boolean => key?.text === "style";

const styleKey = (key: Key): Key => ({ ...key, text: "style", quoting: "none" });

/** Where the keys stand: those of one path together, else the innermost. */
const keysSpan = ({ keys, span }: WrittenAttribute): Span => {
  const last = keys.at(-1)?.span ?? span;
  let { start } = last;
  for (const { span: before } of keys.toReversed().slice(1)) {
    // Nothing but a dot stands between the keys of a path.
    if (before.file !== last.file || start - before.end > 1 || before.start > start) break;
    start = before.start;
  }
  return { ...last, start };
};

/** D2 reads booleans as Go does, and a rounding as far as it goes. */
const styleValue = (word: string, value: Value): Value => {
  const text = textOf(value);
  if (value.kind !== "text" || text === undefined) return value;
  const row: { readonly type: string; readonly high?: number } = styles[word as keyof typeof styles];
  if (row.type === "boolean" && /^(?:1|t|true)$/i.test(text)) return { ...value, text: "true" };
  if (row.type === "boolean" && /^(?:0|f|false)$/i.test(text)) return { ...value, text: "false" };
  if (word === "border-radius" && row.high !== undefined && Number(text) > row.high)
    return { ...value, text: String(row.high) };
  // Four digits are three and an opacity.
  if (row.type === "colour" && /^#[0-9a-f]{4}$/i.test(text))
    return { ...value, text: text.replace(/[0-9a-f]/gi, "$&$&") };
  return row.type === "colour" || row.type === "choice" ? { ...value, text: text.toLowerCase() } : value;
};
