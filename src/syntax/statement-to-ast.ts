import type {
  ConcreteChain,
  ConcreteReference,
  ConcreteSpread,
  ConcreteStatement,
} from "../../grammar/concrete.ts";
import type { Connection, Entry, KeyPath, MapNode, Spread, Statement, Value } from "./ast.ts";
import { type Links, sayList, sayOutside, toEnd, toLinks } from "./ends-to-ast.ts";
import { endOf, isToken, startOfPiece } from "./extent.ts";
import { sayMissingKey, toKeyPath } from "./keys-to-ast.ts";
import { excerpt } from "./quoted.ts";
import { toGroupedLinks, toReference } from "./reference-to-ast.ts";
import { type Reader, say, spanIn } from "./say.ts";
import { toSpreadSource, toValue } from "./values-to-ast.ts";

/** What stands around a statement. */
export type Surroundings = Pick<Statement, "leading" | "blankBefore" | "apart" | "inline">;

/** What stands behind a statement's head, and where it ends. */
interface Tail {
  readonly value: Value | undefined;
  readonly map: MapNode | undefined;
  readonly end: number | undefined;
}

/** Reads one statement; `map` is its map, already read. Undefined when its head is broken or missing. */
export const toStatement = (
  reader: Reader,
  concrete: ConcreteStatement,
  map: MapNode | undefined,
  around: Surroundings,
): Statement | undefined => {
  const { head, colon } = concrete;
  const value = concrete.value && toValue(reader, concrete.value);
  if (colon !== undefined && value === undefined && map === undefined && head !== undefined)
    sayEmptyValue(reader, concrete, colon.startOffset, endOf(colon));
  const tail: Tail = { value, map, end: map?.span.end ?? value?.span.end ?? (colon && endOf(colon)) };
  switch (head?.kind) {
    case undefined:
      if (colon !== undefined) sayMissingKey(reader, ":", colon.startOffset, endOf(colon));
      return undefined;
    case "spread":
      return toSpread(reader, head, tail, around, colon?.startOffset);
    case "reference":
      return toReferring(reader, head, scopeOf(reader, concrete), tail, around);
    case "chain":
      return head.operators.length > 0
        ? toConnection(reader, head, tail, around)
        : toEntry(reader, head, tail, around);
  }
};

const sayEmptyValue = (reader: Reader, concrete: ConcreteStatement, start: number, end: number): void =>
  say(reader, "empty-value", `Nothing follows \`${excerpt(headText(reader, concrete))}:\`.`, start, end, {
    help: "write a value, or remove the `:`",
  });

const toSpread = (
  reader: Reader,
  head: ConcreteSpread,
  { value, map, end }: Tail,
  around: Surroundings,
  colon: number | undefined,
): Spread | undefined => {
  const [of] = toSpreadSource(reader, head);
  if (of === undefined) return undefined;
  const span = spanIn(reader, head.dots.startOffset, of.span.end);
  if (map !== undefined || value !== undefined) {
    const written = excerpt(reader.text.slice(span.start, span.end));
    const start = colon ?? map?.span.start ?? span.end;
    say(reader, "broken-spread", `\`${written}\` takes no text and no map.`, start, end ?? span.end, {
      help: "remove what follows it",
    });
  }
  return { kind: "spread", of, ...around, span };
};

const toReferring = (
  reader: Reader,
  head: ConcreteReference,
  scope: KeyPath | undefined,
  tail: Tail,
  around: Surroundings,
): Statement | undefined => {
  const grouped = toGroupedLinks(reader, head, scope);
  if (grouped !== undefined) {
    const { start, end } = grouped.span;
    return connection(grouped, tail, around, spanIn(reader, start, tail.end ?? end));
  }
  const reference = toReference(reader, head, scope);
  if (reference === undefined) return undefined;
  const { start, end } = reference.span;
  return { ...reference, ...written(tail), ...around, span: spanIn(reader, start, tail.end ?? end) };
};

const toConnection = (
  reader: Reader,
  head: ConcreteChain,
  tail: Tail,
  around: Surroundings,
): Connection | undefined => {
  const links = toLinks(reader, head);
  if (links === undefined) return undefined;
  const start = links.ends[0]?.span.start ?? 0;
  const end = tail.end ?? links.ends.at(-1)?.span.end ?? 0;
  return connection(links, tail, around, spanIn(reader, start, end));
};

const toEntry = (
  reader: Reader,
  head: ConcreteChain,
  tail: Tail,
  around: Surroundings,
): Entry | undefined => {
  const only = head.ends[0] && toEnd(reader, head.ends[0]);
  if (only?.kind === "path") {
    const { start, end } = only.span;
    return entry(only.path, tail, around, spanIn(reader, start, tail.end ?? end));
  }
  if (only?.kind === "list") sayList(reader, only.span.start, only.span.end);
  if (only?.kind === "outside") sayOutside(reader, only.span.start, only.span.end);
  return undefined;
};

// Statements are written out part by part where nothing unusual stands around them, as nearly always: to spread their optional
// parts together takes as long as all the rest of reading them.

const connection = (
  { ends, operators }: Links,
  tail: Tail,
  around: Surroundings,
  span: Connection["span"],
): Connection => {
  const kind = "connection";
  const { value, map } = tail;
  if (!isUsual(around)) return { kind, ends, operators, ...written(tail), ...around, span };
  const { leading, blankBefore } = around;
  if (map === undefined)
    return value === undefined
      ? { kind, ends, operators, leading, blankBefore, span }
      : { kind, ends, operators, value, leading, blankBefore, span };
  return value === undefined
    ? { kind, ends, operators, map, leading, blankBefore, span }
    : { kind, ends, operators, value, map, leading, blankBefore, span };
};

const entry = (path: KeyPath, tail: Tail, around: Surroundings, span: Entry["span"]): Entry => {
  const kind = "entry";
  const { value, map } = tail;
  if (!isUsual(around)) return { kind, path, ...written(tail), ...around, span };
  const { leading, blankBefore } = around;
  if (map === undefined)
    return value === undefined
      ? { kind, path, leading, blankBefore, span }
      : { kind, path, value, leading, blankBefore, span };
  return value === undefined
    ? { kind, path, map, leading, blankBefore, span }
    : { kind, path, value, map, leading, blankBefore, span };
};

const isUsual = ({ apart, inline }: Surroundings): boolean => apart === undefined && inline === undefined;

const written = ({ value, map }: Tail): Pick<Entry, "value" | "map"> => ({
  ...(value && { value }),
  ...(map && { map }),
});

/** What stands before a reference: a path, and nothing else. */
const scopeOf = (reader: Reader, { scope }: ConcreteStatement): KeyPath | undefined => {
  const [end] = scope?.ends ?? [];
  return scope?.operators.length === 0 && end && !isToken(end) && end.kind === "path"
    ? toKeyPath(reader, end)
    : undefined;
};

const headText = (reader: Reader, { head, colon }: ConcreteStatement): string => {
  const chain = head?.kind === "chain" ? head.ends[0] : undefined;
  const start = chain === undefined ? colon?.startOffset : startOfPiece(chain);
  return reader.text.slice(start, colon?.startOffset).trimEnd();
};
