import { type AttributeFacts, attributes, type Place } from "../../language/attributes.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/span.ts";
import type { Key, Value } from "../../syntax/ast.ts";
import { isNull, isUnquoted } from "../entry-shape.ts";
import type { Arrowhead, Label, Name } from "../flow.ts";
import { labelOf } from "../label.ts";
import { didYouMean, either, replaceBy, type Say } from "../report.ts";
import { noNames, noValues, type ReadAttributes, type Reader, type Target } from "./attribute-reading.ts";
import { type ArrowheadKey, arrowheadEnds, isArrowheadKey, readArrowhead } from "./read-arrowhead.ts";
import { readStyle } from "./read-style.ts";
import { readValue } from "./read-value.ts";
import { takesOf } from "./takes.ts";
import { sayMissing, type WrittenAttribute } from "./written.ts";

const rows: Readonly<Record<string, AttributeFacts>> = attributes;

/**
 * Types attributes by their rows.
 *
 * In:     attributes as written, and what they stand on.
 * Out:    the values of those that are right, the last one where a name is repeated, over what the classes give.
 * Says:   unknown-attribute, misplaced-attribute, missing-value, wrong-value, unknown-participant, unknown-class.
 * Cost:   linear in the attributes.
 */
export const readAttributes = (
  all: readonly WrittenAttribute[],
  target: Target,
  reader: Reader,
): ReadAttributes => {
  if (all.length === 0) return noAttributes;
  const values: Record<string, unknown> = {};
  const spans: Record<string, Span> = {};
  const names: Record<string, readonly Name[]> = {};
  const style: Record<string, string | number | boolean> = {};
  /** Taken away by `null`, also where a class gives it. */
  const nulled = new Set<string>();
  const heads: { [K in ArrowheadKey]?: Arrowhead } = {};
  let isNaming = false;
  let isHeaded = false;
  let label: Label | undefined;

  for (const attribute of all) {
    const [key] = attribute.keys;
    if (!key) continue;
    if (isUnquoted(key) && key.text === "style" && takesStyle(target.place)) {
      for (const [name, value] of Object.entries(readStyle(belowKey(attribute), reader.say))) {
        if (value === null) {
          delete style[name];
          nulled.add(`style.${name}`);
        } else {
          style[name] = value;
          nulled.delete(`style.${name}`);
        }
      }
      continue;
    }
    const row = rowFor(key, target, reader.say);
    if (row && attribute.keys.length === 1 && !attribute.map && isNull(attribute.value)) {
      nulled.add(key.text);
      if (key.text === "label") label = undefined;
      if (isArrowheadKey(key.text)) delete heads[key.text];
      for (const record of [values, spans, names]) delete record[key.text];
      continue;
    }
    if (row && isArrowheadKey(key.text)) {
      nulled.delete(key.text);
      const head = readArrowhead(belowKey(attribute), heads[key.text] ?? {}, reader.say);
      heads[key.text] = head;
      isHeaded = true;
      delete values[key.text];
      if (head.label) values[key.text] = head.label.text;
      spans[key.text] = attribute.value?.span ?? key.span;
      continue;
    }
    if (!row || !isPlainlyWritten(attribute, row, reader.say)) continue;
    const found = readValue(attribute.value, key.text, row, target.scope, reader);
    if (!found) continue;
    nulled.delete(key.text);
    values[key.text] = found.value;
    spans[key.text] = attribute.value.span;
    if (found.names) {
      names[key.text] = found.names;
      isNaming = true;
    }
    if (key.text === "label") label = labelOf(attribute.value, reader.say);
  }

  const classes = (values.class as readonly string[] | undefined) ?? [];
  const own = {
    values,
    spans,
    names: isNaming ? names : noNames,
    style,
    classes,
    ...(label && { label }),
    ...(isHeaded && { heads }),
  };
  const classSpan = spans.class;
  return classSpan === undefined ? own : withClasses(own, nulled, classSpan, target, reader);
};

/** What is read where nothing is written. */
export const noAttributes: ReadAttributes = {
  values: noValues,
  spans: {},
  names: noNames,
  style: {},
  classes: [],
};

/** The attribute without its first key. */
const belowKey = (attribute: WrittenAttribute): WrittenAttribute => ({
  ...attribute,
  keys: attribute.keys.slice(1),
});

const stylable: ReadonlySet<Place> = new Set([
  "participant",
  "message",
  "fragment",
  "note",
  "class",
  "execution",
]);
const takesStyle = (place: Place): boolean => stylable.has(place);

/** The names that may stand on a target, `style` among them. */
const allowed = ({ place, allows }: Target): readonly string[] => [
  ...Object.entries(rows)
    .filter(([, row]) => row.on.includes(place) && (allows?.(row) ?? true))
    .map(([name]) => name),
  ...(takesStyle(place) ? ["style"] : []),
];

const rowFor = (key: Key, target: Target, say: Say): AttributeFacts | undefined => {
  const name = key.text;
  const row = isUnquoted(key) && Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row?.on.includes(target.place) && (target.allows?.(row) ?? true)) return row;
  const near = isUnquoted(key) ? nearest(name, allowed(target)) : undefined;
  const isKnown = row !== undefined || (name === "style" && isUnquoted(key));
  const message = isKnown
    ? `\`${name}\` means nothing on ${target.noun}${row ? `: it is an attribute of ${belongsTo(row, target.place)}` : ""}.`
    : `\`${name}\` is no attribute of ${target.noun}.`;
  const more = near === undefined && !isKnown ? knownHelp(target) : replaceBy(key.span, near);
  say(isKnown ? "misplaced-attribute" : "unknown-attribute", `${message}${didYouMean(near)}`, key.span, more);
  return undefined;
};

const knownHelp = (target: Target): { readonly help?: string } => {
  const known = allowed(target);
  return known.length === 0 || known.length > 12 ? {} : { help: `it takes ${either(known)}` };
};

const placeNouns: Readonly<Record<Place, string>> = {
  participant: "participants",
  message: "messages",
  fragment: "fragments",
  config: "`config`",
  class: "classes",
  note: "notes",
  execution: "executions",
  wait: "`wait`",
  await: "`await`",
  detach: "`detach`",
  arrive: "`arrive`",
  budget: "`budget`",
  mark: "marks",
};

/** Where a row may stand, in words: on the same place its kinds, else its places. */
const belongsTo = (row: AttributeFacts, place: Place): string => {
  const kinds = row.on.includes(place) ? kindsOf(row, place) : [];
  return kinds.length > 0 && kinds.length < 6
    ? either(kinds)
    : row.on.map((each) => placeNouns[each]).join(" and ");
};

const kindsOf = (row: AttributeFacts, place: Place): readonly string[] => {
  if (place === "participant") return row.participants ?? [];
  if (place === "fragment") return row.fragments ?? [];
  return place === "message" ? (row.messages ?? []).map((kind) => messageKinds[kind].arrow) : [];
};

/** One key, one value, no map. */
const isPlainlyWritten = (
  attribute: WrittenAttribute,
  row: AttributeFacts,
  say: Say,
): attribute is WrittenAttribute & { readonly value: Value } => {
  const [key, below] = attribute.keys;
  const name = key?.text ?? "";
  if (below)
    say(
      "unknown-attribute",
      `\`${name}\` has nothing below it, so \`${name}.${below.text}\` means nothing.`,
      below.span,
    );
  else if (attribute.map)
    say("wrong-value", `\`${name}\` takes ${takesOf(row)}, not a map.`, attribute.map.open);
  else if (!attribute.value)
    sayMissing(attribute, `\`${name}\` needs a value: it takes ${takesOf(row)}.`, say);
  else return true;
  return false;
};

/** Own values over the classes' ones, the last class first. */
const withClasses = (
  own: ReadAttributes,
  nulled: ReadonlySet<string>,
  classSpan: Span,
  { place, allows }: Target,
  { classes, say }: Reader,
): ReadAttributes => {
  const given: ReadAttributes[] = [];
  for (const name of own.classes) {
    const known = classes.get(name);
    if (known) given.push(known);
    else
      say(
        "unknown-class",
        `No class is called \`${name}\`.${didYouMean(nearest(name, classes.keys()))}`,
        classSpan,
      );
  }
  const fits = ([attribute]: readonly [string, unknown]): boolean => {
    const row = rows[attribute];
    return !nulled.has(attribute) && row?.on.includes(place) === true && (allows?.(row) ?? true);
  };
  const fitting = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(fits));
  const label = own.label ?? (nulled.has("label") ? undefined : given.findLast((each) => each.label)?.label);
  const heads = place === "message" ? mergedHeads([...given, own], nulled) : undefined;
  return {
    ...own,
    ...(label && { label }),
    ...(heads && { heads }),
    values: Object.assign({}, ...given.map(({ values }) => fitting(values)), own.values),
    spans: Object.assign({}, ...given.map(({ spans }) => fitting(spans)), own.spans),
    style: Object.fromEntries(
      Object.entries<string | number | boolean>(
        Object.assign({}, ...given.map(({ style }) => style), own.style),
      ).filter(([name]) => !nulled.has(`style.${name}`)),
    ),
  };
};

/** What each says of the arrowheads, the last word first. */
const mergedHeads = (
  all: readonly ReadAttributes[],
  nulled: ReadonlySet<string>,
): ReadAttributes["heads"] => {
  const said = all.flatMap(({ heads }) => (heads ? [heads] : []));
  if (said.length === 0) return undefined;
  return Object.fromEntries(
    Object.keys(arrowheadEnds)
      .filter((key) => isArrowheadKey(key) && !nulled.has(key) && said.some((heads) => heads[key]))
      .map((key) => [key, Object.assign({}, ...said.map((heads) => heads[key as ArrowheadKey]))]),
  );
};
