import type { AttributeName, attributes, Place } from "./attributes.ts";
import type { ValueTypes } from "./value-types.ts";

type Table = typeof attributes;

/** The names of the attributes that may stand on a place. */
export type AttributeOn<P extends Place> = {
  [K in AttributeName]: P extends Table[K]["on"][number] ? K : never;
}[AttributeName];

type ValueOf<K extends AttributeName> = Table[K] extends { readonly choices: readonly (infer C)[] }
  ? C
  : ValueTypes[Table[K]["type"]];

/** The typed values of what was written on one thing; what was not written is absent, defaults are not filled in. */
export type AttributeValues<P extends Place> = { readonly [K in AttributeOn<P>]?: ValueOf<K> };
