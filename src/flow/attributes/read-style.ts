import { literals } from "../../language/literals.ts";
import { type StyleFacts, styles } from "../../language/styles.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/span.ts";
import { isNull, isUnquoted } from "../entry-shape.ts";
import { didYouMean, either, replaceBy, type Say } from "../report.ts";
import { sayMissing, type WrittenAttribute, writtenIn } from "./written.ts";

const rows: Readonly<Record<string, StyleFacts>> = styles;

/** Style values by their keys. */
export type ReadStyle = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Reads `style.key: value`, or `style: { key: value … }`.
 *
 * In:     the attribute without its key `style`.
 * Out:    the values that are right; null for one that is taken away.
 * Says:   unknown-attribute, missing-value, wrong-value; without-meaning for a key that the picture has no use for.
 */
export const readStyle = (attribute: WrittenAttribute, say: Say): ReadStyle => {
  const [key, below] = attribute.keys;
  if (!key) return readStyleMap(attribute, say);
  const row = isUnquoted(key) && Object.hasOwn(rows, key.text) ? rows[key.text] : undefined;
  if (!row) {
    const near = nearest(key.text, Object.keys(rows));
    const message = `\`${key.text}\` is no key of \`style\`.${didYouMean(near)}`;
    say("unknown-attribute", message, key.span, replaceBy(key.span, near));
  } else if (below)
    say(
      "unknown-attribute",
      `\`style.${key.text}\` has nothing below it, so \`${below.text}\` means nothing.`,
      below.span,
    );
  else if (attribute.map)
    say("wrong-value", `\`style.${key.text}\` takes ${takes(row)}, not a map.`, attribute.map.open);
  else if (!attribute.value)
    sayMissing(attribute, `\`style.${key.text}\` needs a value: it takes ${takes(row)}.`, say);
  else return readStyleValue(key.text, row, attribute.value, say);
  return {};
};

const sayIdle = (name: string, span: Span, say: Say): void =>
  say("without-meaning", `\`style.${name}\` changes nothing in a picture with lifelines.`, span, {
    help: "remove it",
  });

const readStyleMap = (attribute: WrittenAttribute, say: Say): ReadStyle => {
  if (attribute.value)
    say("wrong-value", "`style` takes a map, such as `style: { fill: red }`.", attribute.value.span);
  else if (!attribute.map) sayMissing(attribute, "`style` needs a map, such as `style: { fill: red }`.", say);
  return Object.assign(
    {},
    ...writtenIn(attribute.map?.body ?? [], { say, noun: "`style`" }).map((each) => readStyle(each, say)),
  );
};

const takes = ({ type, choices, low, high }: StyleFacts): string => {
  if (choices) return either(choices);
  return low === undefined ? literals[type].takes : `a number from ${low} to ${high}`;
};

const readStyleValue = (
  name: string,
  row: StyleFacts,
  value: NonNullable<WrittenAttribute["value"]>,
  say: Say,
): ReadStyle => {
  if (isNull(value)) return { [name]: null };
  const text = value.kind === "text" ? value.text.trim() : "";
  const reading = literals[row.type].read(text);
  const fits = row.choices
    ? row.choices.includes(text)
    : reading.ok &&
      (typeof reading.value !== "number" ||
        (reading.value >= (row.low ?? 0) && reading.value <= (row.high ?? 0)));
  if (value.kind === "text" && fits && reading.ok) {
    if (row.idle) sayIdle(name, value.span, say);
    return { [name]: reading.value as string | number | boolean };
  }
  const near = nearest(text, row.choices ?? literals[row.type].words ?? []);
  const meant = (reading.ok ? undefined : reading.meant) ?? near;
  const shown = value.kind === "list" ? "a list" : `\`${text}\``;
  const message = `\`style.${name}\` takes ${takes(row)}, not ${shown}.${didYouMean(meant)}`;
  say("wrong-value", message, value.span, replaceBy(value.span, meant));
  return {};
};
