import type { AttributeValues } from "../language/attribute-values.ts";
import { type Direction, directions } from "../language/directions.ts";
import type { StatementWord } from "../language/statement-words.ts";
import { nearest } from "../source/nearest.ts";
import type { Ast, Entry, Value } from "../syntax/ast.ts";
import type { Reader } from "./attributes/attribute-reading.ts";
import { readAttributes } from "./attributes/read-attributes.ts";
import { writtenIn } from "./attributes/written.ts";
import { isLeftEmpty, textOf, wordOf } from "./entry-shape.ts";
import type { Label } from "./flow.ts";
import { labelOf } from "./label.ts";
import type { Listed } from "./names/drawn-order.ts";
import { pathOf } from "./names/name-node.ts";
import { type Names, namesFor } from "./names/names.ts";
import { didYouMean, either, type Say } from "./report.ts";

/** The entries at the root that head with a word, in written order. */
export type RootEntries = (word: StatementWord) => readonly Entry[];

/** Finds the entries at the root by their words; one left empty is reported and says nothing. */
export const rootEntries = ({ body }: Ast): RootEntries => {
  const found = new Map<StatementWord, Entry[]>();
  for (const statement of body) {
    const word = statement.kind === "entry" ? wordOf(statement) : undefined;
    if (word === undefined || statement.kind !== "entry" || isLeftEmpty(statement)) continue;
    const known = found.get(word);
    if (known) known.push(statement);
    else found.set(word, [statement]);
  }
  return (word) => found.get(word) ?? none;
};

const none: readonly Entry[] = [];

/** What the file says of itself. */
export interface Head {
  readonly title?: Label;
  readonly description?: string;
  readonly lang: string;
  readonly config: AttributeValues<"config">;
  readonly direction?: Direction;
}

/**
 * Reads `title`, `description`, `lang`, `config`, and what a D2 file says of its root: `shape` and `direction`.
 *
 * Out:    the last of each; of `config`, the last of each setting.
 * Says:   missing-value, wrong-value, misplaced-attribute, unknown-attribute.
 */
export const readHead = (roots: RootEntries, reader: Reader): Head => {
  const { say } = reader;
  const title = lastLabel(roots, "title", say);
  const description = lastLabel(roots, "description", say)?.text;
  for (const entry of roots("shape")) sayUnless(entry, ["sequence_diagram"], say);
  for (const entry of roots("direction")) sayUnless(entry, directions, say);
  const direction = roots("direction")
    .map(({ value }) => directions.find((each) => each === textOf(value)))
    .findLast((each) => each !== undefined);
  return {
    ...(title && { title }),
    ...(description !== undefined && { description }),
    lang: readLang(roots, say) ?? "en",
    config: readConfig(roots, reader),
    ...(direction && { direction }),
  };
};

const lastLabel = (roots: RootEntries, word: "title" | "description", say: Say): Label | undefined => {
  const labels = roots(word).map((entry) => {
    sayMap(entry, word, say);
    if (!entry.value) say("missing-value", `\`${word}\` needs a text: \`${word}: text\`.`, entry.path.span);
    return labelOf(entry.value, say);
  });
  return labels.findLast((label) => label !== undefined);
};

const sayMap = ({ map, value }: Entry, word: string, say: Say): void => {
  if (map && value) say("wrong-value", `\`${word}\` takes a text and no map.`, map.open);
};

const readLang = (roots: RootEntries, say: Say): string | undefined => {
  const entry = roots("lang").at(-1);
  if (!entry) return undefined;
  const tag = textOf(entry.value);
  if (tag !== undefined && /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(tag)) return tag;
  say(
    tag === undefined ? "missing-value" : "wrong-value",
    `\`lang\` takes a language tag such as \`en\`, \`de\` or \`pt-BR\`${tag === undefined ? "" : `, not \`${tag}\``}.`,
    entry.value?.span ?? entry.path.span,
  );
  return undefined;
};

const sayUnless = (entry: Entry, words: readonly string[], say: Say): void => {
  const text = textOf(entry.value) ?? "";
  if (words.includes(text)) return;
  const word = entry.path.keys[0]?.text ?? "";
  say(
    "wrong-value",
    `\`${word}\` at the root takes ${either(words)}${text === "" ? "" : `, not \`${text}\``}.${didYouMean(nearest(text, words))}`,
    entry.value?.span ?? entry.path.span,
  );
};

const readConfig = (roots: RootEntries, reader: Reader): AttributeValues<"config"> => {
  const noun = "`config`";
  const all = roots("config").flatMap((entry) => {
    if (entry.value || !entry.map) {
      const code = entry.value ? "wrong-value" : "missing-value";
      reader.say(
        code,
        "`config` takes a map: `config: { numbering: true }`.",
        entry.value?.span ?? entry.path.span,
      );
    }
    return entry.map ? writtenIn(entry.map.body, { say: reader.say, noun }) : [];
  });
  return readAttributes(all, { place: "config", noun, scope: reader.names.tree.root }, reader)
    .values as AttributeValues<"config">;
};

/**
 * Reads `lifelines: [a; b; c]` or `lifelines: auto`.
 *
 * Out:    the names listed, boundaries among them, and whether the order is to be found.
 * Says:   missing-value, unknown-participant, ambiguous-name, wrong-value.
 */
export const readLifelines = (
  roots: RootEntries,
  names: Names,
  say: Say,
): { readonly auto: boolean; readonly listed: readonly Listed[] } => {
  const entry = roots("lifelines").at(-1);
  if (!entry) return { auto: false, listed: [] };
  sayMap(entry, "lifelines", say);
  if (!entry.value) {
    say("missing-value", "`lifelines` needs a list or `auto`: `lifelines: [web; api]`.", entry.path.span);
    return { auto: false, listed: [] };
  }
  if (entry.value.kind === "text" && entry.value.quoting === "none" && textOf(entry.value) === "auto")
    return { auto: true, listed: [] };
  const items = entry.value.kind === "list" ? entry.value.items : [entry.value];
  return { auto: false, listed: items.flatMap((item) => listedName(item, names, say)) };
};

const listedName = (item: Value, { tree, guess }: Names, say: Say): readonly Listed[] => {
  const text = textOf(item);
  if (text === undefined) {
    if (item.kind === "list") say("wrong-value", "`lifelines` takes names, not lists in a list.", item.span);
    return [];
  }
  const found = namesFor(tree, tree.root, text);
  if (found.length > 1)
    say("ambiguous-name", `\`${text}\` may be ${either(found.map(pathOf))}.`, item.span, {
      help: "write the whole path",
    });
  if (found.length === 0)
    say(
      "unknown-participant",
      `\`lifelines\` names \`${text}\`, but no participant is called so.${didYouMean(guess(text))}`,
      item.span,
    );
  return found.length === 1 && found[0] ? [{ node: found[0], span: item.span }] : [];
};
