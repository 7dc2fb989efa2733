/** A rule of a TextMate grammar. Source: the manual of TextMate 1, Language Grammars. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  /** Instead of `end`: the rule goes on while lines begin so. */
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

export type Captures = Readonly<Record<string, { readonly name: string }>>;

/** Scopes of groups, from the first on; a group that gets none is left out. */
export const captures = (...scopes: readonly (string | undefined)[]): Captures =>
  Object.fromEntries(
    scopes.flatMap((scope, at) =>
      scope === undefined ? [] : [[String(at + 1), { name: `${scope}.slant` }]],
    ),
  );

export const include = (...rules: readonly string[]): readonly Rule[] =>
  rules.map((rule) => ({ include: `#${rule}` }));

/** Words as alternatives; of two that begin alike, the longer is tried first. */
export const anyOf = (words: readonly string[]): string =>
  words.toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1)).join("|");
