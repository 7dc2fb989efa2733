import type { IToken } from "chevrotain";

/**
 * What the parser makes of the tokens: every one of them has its place here, so that nothing which was written is lost. It
 * knows no meaning and reports nothing; `src/syntax/to-ast.ts` reads it.
 */
export interface ConcreteFile {
  /** Statements, and the separators, comments and misplaced marks between them, as they were written. */
  readonly body: ConcreteBody;
}

export type ConcreteBody = readonly ConcretePart[];
export type ConcretePart = IToken | ConcreteStatement;

export interface ConcreteStatement {
  /** Missing where a statement starts with `:` or `{`. */
  readonly head?: ConcreteChain | ConcreteSpread | ConcreteReference;
  /** The path and the dot before a reference: `backend.(a -> b)[0]`. */
  readonly scope?: ConcreteChain;
  readonly colon?: IToken;
  readonly value?: ConcreteValue;
  readonly map?: ConcreteMap;
}

/** `a`, `a -> b`, `a -> b ~> [c; d]`; an end that was not written is missing from its place. */
export interface ConcreteChain {
  readonly kind: "chain";
  /** One more than operators. */
  readonly ends: readonly (ConcreteEnd | undefined)[];
  readonly operators: readonly IToken[];
}

/** A path, a list of ends, or the token of `()`. */
export type ConcreteEnd = ConcretePath | ConcreteEnds | IToken;

export interface ConcretePath {
  readonly kind: "path";
  /** Keys and dots, as they were written. */
  readonly tokens: readonly IToken[];
}

export interface ConcreteEnds {
  readonly kind: "ends";
  /** Nested deeper than allowed: what it holds was not read. */
  readonly tooDeep?: true;
  readonly open: IToken;
  readonly parts: readonly (ConcretePath | ConcreteEnds | IToken)[];
  readonly close?: IToken;
}

export interface ConcreteSpread {
  readonly kind: "spread";
  readonly dots: IToken;
  readonly source?: IToken;
}

export interface ConcreteReference {
  readonly kind: "reference";
  readonly open: IToken;
  /** Paths and operators, as they were written. */
  readonly parts: readonly (ConcretePath | IToken)[];
  readonly close?: IToken;
  readonly index?: IToken;
  readonly path?: ConcretePath;
}

export type ConcreteValue = ConcreteList | IToken;

export interface ConcreteList {
  readonly kind: "list";
  /** Nested deeper than allowed: what it holds was not read. */
  readonly tooDeep?: true;
  readonly open: IToken;
  /** Items, spreads, separators, commas and comments, as they were written. */
  readonly parts: readonly (ConcreteValue | ConcreteSpread)[];
  readonly close?: IToken;
}

export interface ConcreteMap {
  readonly open: IToken;
  readonly body: ConcreteBody;
  readonly close?: IToken;
  /** Nested deeper than allowed: what it holds was not read. */
  readonly tooDeep?: true;
}
