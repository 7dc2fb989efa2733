import { isLimit, limitNames, limitWords } from "./source/limits.ts";
import { nearest } from "./source/nearest.ts";
import type { Source } from "./source/source.ts";
import { themes } from "./theme/themes.ts";

/** Says what a value must be, in words that follow "must be"; nothing when the value is right. */
export type Check = (value: unknown) => string | undefined;

const is =
  (words: string, test: (value: unknown) => boolean): Check =>
  (value) =>
    test(value) ? undefined : words;

export const oneOf = (names: readonly string[]): Check => {
  const list = names.map((name) => `\`${name}\``).join(", ");
  const words = names.length === 1 ? list : `one of ${list}`;
  return (value) => {
    if (names.some((name) => name === value)) return undefined;
    const near = typeof value === "string" ? nearest(value, names) : undefined;
    return near === undefined ? words : `${words} (did you mean \`${near}\`?)`;
  };
};

const matching = (words: string, pattern: RegExp): Check =>
  is(words, (value) => typeof value === "string" && pattern.test(value));

export const flag: Check = is("true or false", (value) => typeof value === "boolean");

const themeNames = Object.keys(themes);

/** Every option of a picture: one row is all that is checked of it, for the library and for the command. */
export const pictureChecks = {
  view: oneOf(["sequence", "map"]),
  theme: oneOf(themeNames),
  darkTheme: oneOf(themeNames),
  fonts: oneOf(["embed", "system"]),
  pad: is(
    "a number of px from 0 to 1000",
    (value) => typeof value === "number" && value >= 0 && value <= 1000,
  ),
  background: matching(
    "a colour (a CSS name, `#rgb` or `#rrggbb`) or `transparent`",
    /^(?:#(?:[\da-f]{3}|[\da-f]{6})|[a-z]+)$/i,
  ),
  idPrefix: matching("a letter, then letters, digits, `-` or `_`", /^[A-Za-z][\w-]{0,63}$/),
  title: is("a text", (value) => typeof value === "string"),
  ascii: flag,
  scale: is("a number from 0.1 to 20", (value) => typeof value === "number" && value >= 0.1 && value <= 20),
  responsive: flag,
} as const satisfies Record<string, Check>;

/** Where imports come from. */
export const importChecks = {
  readFile: is("a function from a path to a text", (value) => typeof value === "function"),
  root: is("the path of a folder", (value) => typeof value === "string"),
} as const satisfies Record<string, Check>;

export const levels = ["off", "info", "warning", "error"] as const;

/** What a rule's finding counts as, or `off`. */
export type Level = (typeof levels)[number];

export const level: Check = oneOf(levels);

/** An object whose keys are among `names`, each of the right value; `noun` is what such a key is called. */
export const record = (noun: string, names: readonly string[], check: Check): Check =>
  recordOf(noun, Object.fromEntries(names.map((name) => [name, check])));

/** The same where each key has a check of its own. */
const recordOf = (noun: string, checks: Readonly<Record<string, Check>>): Check => {
  const names = Object.keys(checks);
  return (value) => {
    if (typeof value !== "object" || value === null) return `an object with a value for each ${noun}`;
    for (const [name, part] of Object.entries(value)) {
      const near = nearest(name, names);
      if (!names.includes(name)) {
        return `about ${noun}s that exist, not \`${name}\`${near === undefined ? "" : ` (did you mean \`${near}\`?)`}`;
      }
      const wanted = part === undefined ? undefined : checks[name]?.(part);
      if (wanted !== undefined) return `${wanted} for \`${name}\``;
    }
    return undefined;
  };
};

/** How much of a text is read. */
export const limitChecks = {
  limits: recordOf(
    "limit",
    Object.fromEntries(
      limitNames.map((name) => [name, is(limitWords(name), (value) => isLimit(name, value))]),
    ),
  ),
} as const satisfies Record<string, Check>;

/** What every function that compiles takes. */
export const compileChecks = { ...importChecks, ...limitChecks };

/** The name of a text that came without one. */
const nameless = "<source>";

/** A source from what a caller gave: its text, or `{ name, text }`; a TypeError for anything else. */
export const asSource = (callee: string, source: unknown): Source => {
  if (typeof source === "string") return { name: nameless, text: source };
  const { name, text, language } = (typeof source === "object" && source !== null ? source : {}) as Record<
    string,
    unknown
  >;
  if (typeof name === "string" && typeof text === "string")
    return { name, text, ...((language === "slant" || language === "d2") && { language }) };
  throw new TypeError(`${callee}: the source must be a text or \`{ name, text }\`, and is ${shown(source)}.`);
};

/**
 * Makes sure that options are what they should be.
 *
 * In:   the name of the function that was called, what it was given, and a check for every option there is.
 * Says: throws a TypeError that names the option: an unknown one with the nearest that is known, or what it must be.
 *       An option that is undefined counts as absent.
 */
export const checkOptions = (
  callee: string,
  options: unknown,
  checks: Readonly<Record<string, Check>>,
): void => {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`${callee}: the options must be an object, and are ${shown(options)}.`);
  }
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) {
      const near = nearest(name, Object.keys(checks));
      const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
      throw new TypeError(`${callee}: there is no option \`${name}\`.${hint}`);
    }
    const wanted = value === undefined ? undefined : check(value);
    if (wanted !== undefined) {
      throw new TypeError(`${callee}: the option \`${name}\` must be ${wanted}, and is ${shown(value)}.`);
    }
  }
};

const shown = (value: unknown): string => {
  if (typeof value === "string") return `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\``;
  if (value === null || typeof value === "number" || typeof value === "boolean") return `\`${value}\``;
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
};
