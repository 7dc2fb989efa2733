import type { ConcreteChain, ConcreteEnd, ConcreteEnds } from "../../grammar/concrete.ts";
import { comment, dot, outside } from "../../grammar/marks.ts";
import { arrows } from "../language/arrows.ts";
import type { Comment, Ends, KeyPath, ListEnd, Operator, PathEnd } from "./ast.ts";
import { toComment } from "./comments-to-ast.ts";
import { endOf, isToken } from "./extent.ts";
import { sayMissingKey, toKeyPath } from "./keys-to-ast.ts";
import { sayListFaults } from "./list-faults.ts";
import { toOperator } from "./operators-to-ast.ts";
import { type Reader, say, spanIn } from "./say.ts";

/** The ends and operators of a connection. */
export interface Links {
  /** One more than operators. */
  readonly ends: readonly Ends[];
  readonly operators: readonly Operator[];
}

/** Reads a chain of two ends or more; undefined when an end is missing, which is reported. */
export const toLinks = (reader: Reader, chain: ConcreteChain): Links | undefined => {
  const operators = toOperators(reader, chain);
  const ends = toEnds(reader, chain);
  if (ends.every(isPath)) return { ends, operators };
  if (!isWhole(ends)) {
    sayMissingEnd(reader, chain, operators);
    return undefined;
  }
  sayMisplacedOutside(reader, ends);
  sayMisplacedLists(reader, ends, operators);
  return { ends, operators };
};

// Most chains are one operator between two ends, for which a list is written out rather than made by a function for each.

const toOperators = (reader: Reader, { operators }: ConcreteChain): readonly Operator[] => {
  const [only, another] = operators;
  return only !== undefined && another === undefined
    ? [toOperator(reader, only)]
    : operators.map((token) => toOperator(reader, token));
};

const toEnds = (reader: Reader, { ends }: ConcreteChain): readonly (Ends | undefined)[] => {
  const [left, right, another] = ends;
  return left !== undefined && right !== undefined && another === undefined && ends.length === 2
    ? [toEnd(reader, left), toEnd(reader, right)]
    : ends.map((end) => end && toEnd(reader, end));
};

const isPath = (end: Ends | undefined): end is PathEnd => end?.kind === "path";
const isWhole = (ends: readonly (Ends | undefined)[]): ends is readonly Ends[] => !ends.includes(undefined);

export const toEnd = (reader: Reader, end: ConcreteEnd): Ends => {
  if (isToken(end)) return { kind: "outside", span: spanIn(reader, end.startOffset, endOf(end)) };
  if (end.kind === "ends") return toListEnd(reader, end);
  const path = toKeyPath(reader, end);
  return { kind: "path", path, span: path.span };
};

const toListEnd = (reader: Reader, list: ConcreteEnds): ListEnd => {
  const paths: KeyPath[] = [];
  const comments: Comment[] = [];
  for (const part of list.parts) {
    if (isToken(part)) {
      if (part.tokenType === comment) comments.push(toComment(reader, part));
      else if (part.tokenType === outside) sayOutside(reader, part.startOffset, endOf(part));
      else if (part.tokenType === dot) sayMissingKey(reader, ".", part.startOffset, endOf(part));
    } else if (part.kind === "path") {
      paths.push(toKeyPath(reader, part));
    } else {
      const { span } = toListEnd(reader, part);
      sayList(reader, span.start, span.end);
    }
  }
  const span = sayListFaults(reader, list);
  return { kind: "list", paths, ...(comments.length > 0 && { comments }), span };
};

/** One report for a chain, at the first operator that lacks an end. */
const sayMissingEnd = (reader: Reader, { ends }: ConcreteChain, operators: readonly Operator[]): void => {
  const at = ends.indexOf(undefined);
  const operator = operators[Math.max(0, at - 1)];
  if (operator === undefined) return;
  const side = at === 0 ? "before" : "behind";
  say(
    reader,
    "missing-end",
    `A participant is missing ${side} \`${operator.text}\`.`,
    operator.span.start,
    operator.span.end,
    {
      help: "name it, or write `()` for somewhere outside the picture",
    },
  );
};

const sayMisplacedOutside = (reader: Reader, ends: readonly Ends[]): void => {
  const last = ends.length - 1;
  const wrong = ends.find(
    ({ kind }, at) =>
      kind === "outside" && ((at > 0 && at < last) || (at === last && ends[0]?.kind === "outside")),
  );
  if (wrong === undefined) return;
  sayOutside(reader, wrong.span.start, wrong.span.end);
};

export const sayOutside = (reader: Reader, start: number, end: number): void =>
  say(reader, "misplaced-outside", "`()` stands where a participant is needed.", start, end, {
    help: "name the participant; `()` is for the first or the last end of a message whose other end is named",
  });

const sayMisplacedLists = (reader: Reader, ends: readonly Ends[], operators: readonly Operator[]): void => {
  const [only, another] = operators;
  const arrow = another === undefined && only !== undefined ? arrows[only.arrow] : undefined;
  const allowed = arrow?.kind === "send" ? (arrow.leftwards ? 0 : 1) : -1;
  const wrong = ends.find(({ kind }, at) => kind === "list" && at !== allowed);
  if (wrong === undefined) return;
  sayList(reader, wrong.span.start, wrong.span.end);
};

export const sayList = (reader: Reader, start: number, end: number): void =>
  say(
    reader,
    "misplaced-list",
    "A list of participants can only receive an asynchronous message.",
    start,
    end,
    {
      help: "write `a ~> [b; c]`, or one message for each of them",
    },
  );
