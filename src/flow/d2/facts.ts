import type { Arrow } from "../../language/arrows.ts";
import type { Span } from "../../source/span.ts";
import type { Connection, Entry, Key, Reference } from "../../syntax/ast.ts";
import type { Place, Said, Site } from "./site.ts";

/** The text speaks of an object. */
export interface Mention {
  readonly clock: number;
  /** The place that is spoken of. */
  readonly place: Place;
  /** `object`: by its name; `attribute`: by one of its attributes; `end`: at the end of a message. */
  readonly how: "object" | "attribute" | "end";
  /** The label of an object, or the attribute. */
  readonly said?: Said;
  readonly hasMap: boolean;
  /** A pattern brought it, which says nothing of who comes first. */
  readonly byPattern: boolean;
  readonly span: Span;
}

/** One message, written between two places. */
export interface Link {
  readonly clock: number;
  /** Where its connection stands. */
  readonly scope: Place;
  /** The left and the right end, as written. */
  readonly left: Place;
  readonly right: Place;
  readonly arrow: Arrow;
  /** What is said of it where it is written, and by what refers to it. */
  readonly said: Said[];
  readonly span: Span;
  /** The innermost object that holds both ends: a number of a reference counts in it. */
  readonly holder: Site;
  removed: boolean;
}

/** A statement that speaks of others, and waits until all of them are known. */
export interface Operation {
  readonly clock: number;
  readonly scope: Place;
  /** Of an entry, its path without `_`. */
  readonly keys: readonly Key[];
  readonly statement: Entry | Connection | Reference;
}

/** All that a text says, in no order but that of its clocks. */
export interface Facts {
  readonly root: Place;
  readonly mentions: Mention[];
  readonly links: Link[];
  readonly operations: Operation[];
  readonly classes: Entry[];
  /** `layers`, `scenarios` and `steps`. */
  readonly boards: Entry[];
}
