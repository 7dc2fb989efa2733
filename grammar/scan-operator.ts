import { code, endsLine, isBlank, skipBlanks } from "./characters.ts";

/** `length` units from an offset read as an operator; `known` when it is one of Slant's, with longer dashes or not. */
export interface ScannedOperator {
  readonly length: number;
  readonly known: boolean;
}

/** The spellings that nearly every operator has, which need no pattern. */
const usual: ReadonlySet<string> = new Set(["->", "-->", "~>", "<-", "<--", "<~", "<->", "--"]);
const slantOperator = /^(?:<?-{2,}>?|<->?|->|~>|<~)$/;
const isShaft = (unit: number): boolean =>
  unit === code.dash || unit === code.tilde || unit === code.less || unit === code.greater;

/**
 * Reads what stands at `at` as an operator: Slant's own, or an arrow of another language.
 *
 * In:     any text and offset; `inReference` where a `)` closes a parenthesis and is never part of an arrow.
 * Out:    undefined for what is text: one `-`, a `<` or `>` alone.
 * Says:   nothing; an arrow that Slant does not know comes back with `known: false`.
 * Cost:   linear in the operator and the blanks behind it.
 */
export const scanOperator = (text: string, at: number, inReference: boolean): ScannedOperator | undefined => {
  const first = text.charCodeAt(at);
  if (first === code.equals) return scanDoubleArrow(text, at);
  if (first > 0x7f) return scanUnicodeArrow(text, at);
  let end = at;
  let shafts = 0;
  for (let unit = first; isShaft(unit); unit = text.charCodeAt(++end)) {
    if (unit === code.dash || unit === code.tilde) shafts++;
  }
  if (shafts === 0) return undefined;
  const run = text.slice(at, end);
  const single = run === "-";
  const glued = inReference ? 0 : gluedLength(text, at, end, single);
  if (glued > 0) return { length: end + glued - at, known: false };
  if (single) return undefined;
  return { length: end - at, known: usual.has(run) || slantOperator.test(run) };
};

/** `)`, `|` and `x` right behind an operator are heads of Mermaid's and PlantUML's arrows. */
const gluedLength = (text: string, start: number, end: number, single: boolean): number => {
  const next = text.charCodeAt(end);
  const apart = start === 0 || isBlank(text.charCodeAt(start - 1));
  if (next === code.close) return 1;
  if (next === code.bar) return single ? 0 : 1;
  if (next !== 120 || !apart || !isBlank(text.charCodeAt(end + 1))) return 0;
  return startsKey(text.charCodeAt(skipBlanks(text, end + 1))) ? 1 : 0;
};

const startsKey = (unit: number): boolean =>
  !endsLine(unit) && !":{}[];.#<>-~".includes(String.fromCharCode(unit));

/** `=>` between white space. */
const scanDoubleArrow = (text: string, at: number): ScannedOperator | undefined => {
  let end = at;
  while (text.charCodeAt(end) === code.equals) end++;
  const isArrow =
    text.charCodeAt(end) === code.greater &&
    isBlank(text.charCodeAt(at - 1)) &&
    isBlank(text.charCodeAt(end + 1));
  return isArrow ? { length: end + 1 - at, known: false } : undefined;
};

const unicodeArrow =
  /[\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f\u2798-\u27be\u2b05-\u2b0d]\ufe0f?|[\u2013\u2014]+>/y;

const scanUnicodeArrow = (text: string, at: number): ScannedOperator | undefined => {
  unicodeArrow.lastIndex = at;
  const found = unicodeArrow.exec(text);
  return found === null ? undefined : { length: found[0].length, known: false };
};
