import type { ArrowText } from "../language/arrows.ts";
import type { Span } from "../source/span.ts";

/**
 * What was written, in order, with the place of every part. Names are not resolved and values are not typed: a label is
 * text, an attribute's value becomes a duration or a colour only when the flow reads it by its table row.
 */
export interface Ast {
  readonly file: string;
  readonly mode: "slant" | "d2";
  readonly body: readonly Statement[];
  /** Comments after the last statement. */
  readonly trailing: readonly Comment[];
  readonly span: Span;
}

export type Statement = Entry | Connection | Spread | Reference;

/** What every statement carries for the formatter and for suppressions. */
interface Common {
  readonly span: Span;
  /** Comments on the lines just above, in order. */
  readonly leading: readonly Comment[];
  /** The comment after it on its own line. */
  readonly comment?: Comment;
  /** At least one blank line stood between it (or its leading comments) and what is above. */
  readonly blankBefore: boolean;
  /** A blank line stands between its leading comments and itself. */
  readonly apart?: true;
  /** It stands behind a `;` on the line of the statement before it. */
  readonly inline?: true;
}

/** `key.path: value { map }`: a participant, an attribute, or a statement headed by a statement word. */
export interface Entry extends Common {
  readonly kind: "entry";
  readonly path: KeyPath;
  readonly value?: Value;
  readonly map?: MapNode;
}

/** `a -> b ~> c: label { map }`: one more end than operators. */
export interface Connection extends Common {
  readonly kind: "connection";
  readonly ends: readonly Ends[];
  readonly operators: readonly Operator[];
  readonly value?: Value;
  readonly map?: MapNode;
}

/** `...@file` or `...${list}`. */
export interface Spread extends Common {
  readonly kind: "spread";
  readonly of: ImportValue | SubstitutionValue;
}

/** `(a -> b)[0].style.stroke: red`. */
export interface Reference extends Common {
  readonly kind: "reference";
  /** The container before it: `backend.(a -> b)[0]`. */
  readonly scope?: KeyPath;
  readonly from: KeyPath;
  readonly operator: Operator;
  readonly to: KeyPath;
  /** In D2, the further links of a chain: `(a -> b -> c)[0]`. */
  readonly more?: readonly { readonly operator: Operator; readonly to: KeyPath }[];
  readonly index: number | "*";
  readonly path?: KeyPath;
  readonly value?: Value;
  readonly map?: MapNode;
}

export type Ends = PathEnd | OutsideEnd | ListEnd;
export interface PathEnd {
  readonly kind: "path";
  readonly path: KeyPath;
  readonly span: Span;
}
/** `()`: somewhere outside the picture. */
export interface OutsideEnd {
  readonly kind: "outside";
  readonly span: Span;
}
/** `[a; b; c]`: several receivers. */
export interface ListEnd {
  readonly kind: "list";
  readonly paths: readonly KeyPath[];
  /** Comments between the brackets, in order. */
  readonly comments?: readonly Comment[];
  readonly span: Span;
}

export interface Operator {
  /** The shortest spelling of its kind. */
  readonly arrow: ArrowText;
  /** As written, perhaps with longer dashes. */
  readonly text: string;
  readonly span: Span;
}

export interface KeyPath {
  readonly keys: readonly Key[];
  readonly span: Span;
}

export type Quoting = "none" | "double" | "single" | "block";

export interface Key {
  /** Trimmed, unescaped, NFC. */
  readonly text: string;
  readonly quoting: Quoting;
  readonly span: Span;
}

export type Value = TextValue | ListValue | SubstitutionValue | ImportValue;

/** Raw, quoted or block text. */
export interface TextValue {
  readonly kind: "text";
  readonly quoting: Quoting;
  /** A block string's first word: `md`, `txt`, or a code language. */
  readonly tag?: string;
  /** Unescaped; a hole stands as it was written, `${name}`. */
  readonly text: string;
  /** The text cut at its `${…}` holes, in order; one string when there are none. */
  readonly parts: readonly (string | Hole)[];
  /** The whole value, quotes included. */
  readonly span: Span;
}

/** `${a.b}` inside a text. */
export interface Hole {
  readonly path: KeyPath;
  readonly span: Span;
}

export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** Spreads among the items keep their place. */
  readonly spreads: readonly { readonly before: number; readonly of: SubstitutionValue | ImportValue }[];
  /** Comments between the brackets, in order. */
  readonly comments?: readonly Comment[];
  readonly span: Span;
}

/** A value that is one `${a.b}` and nothing else: it takes over the variable's value with its type. */
export interface SubstitutionValue {
  readonly kind: "substitution";
  readonly path: KeyPath;
  readonly span: Span;
}

/** `@path.key`. */
export interface ImportValue {
  readonly kind: "import";
  /** As written, without `@` and quotes. */
  readonly path: string;
  readonly pathSpan: Span;
  readonly keys?: KeyPath;
  readonly span: Span;
}

export interface MapNode {
  readonly body: readonly Statement[];
  /** Comments after the last statement, before the brace. */
  readonly trailing: readonly Comment[];
  readonly open: Span;
  /** Missing when the brace was never closed. */
  readonly close?: Span;
  readonly span: Span;
}

export interface Comment {
  readonly kind: "line" | "block";
  /** Without `#` or the three quotes, untrimmed. */
  readonly text: string;
  readonly span: Span;
  readonly blankBefore: boolean;
}
