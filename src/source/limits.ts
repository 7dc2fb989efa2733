/** What a text may be at most; who compiles it may set other numbers. */
export interface Limits {
  /** UTF-8 bytes of one source: 10 MiB if absent. */
  readonly sourceBytes: number;
  /** Statements of one source, and of all that its imports and variables bring: 200,000 if absent. */
  readonly statements: number;
  /** Levels of maps and lists: 256 if absent, 512 at most. */
  readonly nesting: number;
  /** UTF-16 code units of one label or value: 4,096 if absent. */
  readonly labelLength: number;
  /** Files that one source imports: 64 if absent. */
  readonly importedFiles: number;
}

/** What is known about a limit. */
interface LimitFacts {
  readonly about: string;
  /** Where nobody sets another number. */
  readonly usual: number;
  /** How far it can be raised. */
  readonly most?: number;
}

/** Every limit: one row is all that is checked of it, for the library and for configurations. */
export const limitFacts = {
  sourceBytes: { about: "Bytes of one source.", usual: 10 * 1024 * 1024 },
  statements: { about: "Statements of one source, with all that it imports.", usual: 200_000 },
  // Every level stands on the machine's stack, which ends at about twice as many.
  nesting: { about: "Levels of maps and lists inside one another.", usual: 256, most: 512 },
  labelLength: { about: "Characters of one label.", usual: 4096 },
  importedFiles: { about: "Files that one source imports.", usual: 64 },
} as const satisfies Record<keyof Limits, LimitFacts>;

export const limitNames = Object.keys(limitFacts) as readonly (keyof Limits)[];

export const defaultLimits: Limits = {
  sourceBytes: limitFacts.sourceBytes.usual,
  statements: limitFacts.statements.usual,
  nesting: limitFacts.nesting.usual,
  labelLength: limitFacts.labelLength.usual,
  importedFiles: limitFacts.importedFiles.usual,
};

const factsOf = (name: keyof Limits): LimitFacts => limitFacts[name];

/** What the number of a limit must be. */
export const limitWords = (name: keyof Limits): string => {
  const { most } = factsOf(name);
  return most === undefined ? "a whole number from 1" : `a whole number from 1 to ${most}`;
};

export const isLimit = (name: keyof Limits, value: unknown): boolean =>
  Number.isSafeInteger(value) &&
  (value as number) >= 1 &&
  (value as number) <= (factsOf(name).most ?? Number.POSITIVE_INFINITY);

/** The limits that are set, and for the others what is usual. */
export const limitsFrom = (set: Partial<Limits> = {}): Limits => {
  const said = Object.entries(set).filter(([, value]) => value !== undefined);
  return { ...defaultLimits, ...Object.fromEntries(said) };
};

/** The last way out of a fault at a limit, after others; nothing where it cannot be raised any more. */
export const orRaise = (name: keyof Limits, limits: Limits): string =>
  limits[name] >= (factsOf(name).most ?? Number.POSITIVE_INFINITY)
    ? ""
    : `, or raise \`limits.${name}\` (in slant.config.json, or among the options)`;

/** UTF-8 bytes of a text; half a surrogate pair counts as the replacement character would. Cost: linear. */
export const utf8Bytes = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    // A pair takes four bytes for its two units, any other unit from here on three for its one.
    else if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      at++;
    } else bytes += 2;
  }
  return bytes;
};
