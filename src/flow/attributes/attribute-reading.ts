import type { AttributeFacts, Place } from "../../language/attributes.ts";
import type { StyleValues } from "../../language/styles.ts";
import type { Span } from "../../source/span.ts";
import type { Arrowhead, Label, Name } from "../flow.ts";
import type { NameNode } from "../names/name-node.ts";
import type { Names } from "../names/names.ts";
import type { Say } from "../report.ts";
import type { ArrowheadKey } from "./read-arrowhead.ts";

/** What attributes stand on. */
export interface Target {
  readonly place: Place;
  /** After "on": "a reply", "a queue". */
  readonly noun: string;
  /** Whether a row that may stand on the place means something on this kind of thing. */
  readonly allows?: (row: AttributeFacts) => boolean;
  /** Where names are looked up. */
  readonly scope: NameNode;
}

/** The attributes of one thing, typed as `AttributeValues` says. */
export interface ReadAttributes {
  readonly values: Readonly<Record<string, unknown>>;
  /** Where the values stand. */
  readonly spans: Readonly<Record<string, Span>>;
  /** The words of the attributes that name callbacks and ids. */
  readonly names: Readonly<Record<string, readonly Name[]>>;
  readonly style: StyleValues;
  readonly classes: readonly string[];
  readonly label?: Label;
  /** What stands at the ends of a line. */
  readonly heads?: { readonly [K in ArrowheadKey]?: Arrowhead };
}

export interface Reader {
  readonly say: Say;
  readonly names: Names;
  readonly classes: ClassTable;
}

/** What each class gives to the things that name it. */
export type ClassTable = ReadonlyMap<string, ReadAttributes>;

/** The values of what has no attributes. */
export const noValues: ReadAttributes["values"] = {};

/** The names in attributes that name nothing. */
export const noNames: ReadAttributes["names"] = {};
