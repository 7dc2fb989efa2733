import { nearest } from "../source/nearest.ts";

/** What an author may ask of one picture, behind the language of its fence. */
export interface FenceOptions {
  readonly title?: string;
  readonly view?: string;
  readonly theme?: string;
  /** A number of px, or a length in CSS. */
  readonly width?: string;
}

/** What a value must be, in words; nothing when it is right. */
export type ValueCheck = (value: string) => string | undefined;

export interface ReadOptions {
  readonly options: FenceOptions;
  /** Sentences about what cannot be meant; the option is left out then. */
  readonly problems: readonly string[];
}

/**
 * Reads what follows the language of a fence: `title="Sign-up" width=60%`.
 *
 * In:     any text; `checks` say what a value must be, in words. Words that are no option of ours belong to other tools and
 *         are left alone.
 * Out:    the options; of one written twice, the last. Quotes may be single, double or missing.
 * Says:   in `problems`: an option without a value, a value that it cannot have, and a name that is nearly one of ours.
 * Cost:   linear in the text.
 */
export const fenceOptions = (
  meta: string,
  checks: Partial<Record<keyof FenceOptions, ValueCheck>> = {},
): ReadOptions => {
  const options: Partial<Record<keyof FenceOptions, string>> = {};
  const problems: string[] = [];
  for (const [, name = "", double, single, bare] of meta.matchAll(word)) {
    const value = double ?? single ?? bare;
    if (!isOption(name)) {
      const meant = value === undefined ? undefined : nearest(name, Object.keys(examples));
      if (meant !== undefined)
        problems.push(`There is no option \`${name}\` of a fence: did you mean \`${meant}\`?`);
    } else if (value === undefined || (value === "" && name !== "title")) {
      problems.push(`The option \`${name}\` of the fence needs a value: \`${name}=${examples[name]}\`.`);
    } else {
      const wanted = { ...checks, width: isLength }[name]?.(value);
      if (wanted === undefined) options[name] = value;
      else problems.push(`The option \`${name}\` of the fence must be ${wanted}, and is \`${value}\`.`);
    }
  }
  return { options, problems };
};

/** A name, and a value if it has one; what stands in braces is another tool's. */
const word = /\{[^}]*\}|([^\s=`"'{}]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']*)))?/g;

/** Every option: a value to show. */
const examples = { title: '"Sign-up"', view: "map", theme: "dark", width: "60%" } as const satisfies Record<
  keyof FenceOptions,
  string
>;

const isOption = (name: string): name is keyof FenceOptions => Object.hasOwn(examples, name);

const isLength: ValueCheck = (value) =>
  /^(?:\d+(?:\.\d+)?|\.\d+)(?:px|%|em|rem|ch|vw)?$/.test(value)
    ? undefined
    : "a number of px, or a length such as `60%` or `30em`";
