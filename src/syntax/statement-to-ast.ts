import type { ConcreteStatement } from "../../grammar/concrete.ts";
import type { Connection, Entry, KeyPath, MapNode, Spread, Statement, Value } from "./ast.ts";
import { sayList, sayOutside, toEnd, toLinks } from "./ends-to-ast.ts";
import { endOf, isToken, startOfPiece } from "./extent.ts";
import { sayMissingKey, toKeyPath } from "./keys-to-ast.ts";
import { excerpt } from "./quoted.ts";
import { toGroupedLinks, toReference } from "./reference-to-ast.ts";
import { type Reader, say, spanIn } from "./say.ts";
import { toSpreadSource, toValue } from "./values-to-ast.ts";

/** What stands around a statement. */
export type Surroundings = Pick<Statement, "leading" | "blankBefore" | "apart" | "inline">;

/** What a statement was, or, where its head is broken, the statements of its map, which still count. */
export interface Read {
  readonly statement?: Statement;
  readonly map?: MapNode;
}

interface Tail {
  readonly value?: Value;
  readonly map?: MapNode;
}

/** Reads one statement; `map` is its map, already read. */
export const toStatement = (
  reader: Reader,
  concrete: ConcreteStatement,
  map: MapNode | undefined,
  around: Surroundings,
): Read => {
  const { head, colon } = concrete;
  const value = concrete.value && toValue(reader, concrete.value);
  const tail: Tail = { ...(value && { value }), ...(map && { map }) };
  if (colon !== undefined && value === undefined && map === undefined && head !== undefined) {
    say(
      reader,
      "empty-value",
      `Nothing follows \`${excerpt(headText(reader, concrete))}:\`.`,
      colon.startOffset,
      endOf(colon),
      {
        help: "write a value, or remove the `:`",
      },
    );
  }
  const end = map?.span.end ?? value?.span.end ?? (colon && endOf(colon));
  const spanFrom = (start: number, headEnd: number) => spanIn(reader, start, end ?? headEnd);
  switch (head?.kind) {
    case undefined:
      if (colon !== undefined) sayMissingKey(reader, ":", colon.startOffset, endOf(colon));
      return tail;
    case "spread": {
      const [of] = toSpreadSource(reader, head);
      if (of === undefined) return {};
      const span = spanIn(reader, head.dots.startOffset, of.span.end);
      if (map !== undefined || value !== undefined) {
        const written = excerpt(reader.text.slice(span.start, span.end));
        const start = colon?.startOffset ?? map?.span.start ?? span.end;
        say(reader, "broken-spread", `\`${written}\` takes no text and no map.`, start, end ?? span.end, {
          help: "remove what follows it",
        });
      }
      const spread: Spread = { kind: "spread", of, ...around, span };
      return { statement: spread };
    }
    case "reference": {
      const scope = scopeOf(reader, concrete);
      const grouped = toGroupedLinks(reader, head, scope);
      if (grouped !== undefined) {
        const { ends, operators, span } = grouped;
        const whole = spanFrom(span.start, span.end);
        const connection: Connection = {
          kind: "connection",
          ends,
          operators,
          ...tail,
          ...around,
          span: whole,
        };
        return { statement: connection };
      }
      const reference = toReference(reader, head, scope);
      if (reference === undefined) return {};
      return {
        statement: {
          ...reference,
          ...tail,
          ...around,
          span: spanFrom(reference.span.start, reference.span.end),
        },
      };
    }
    case "chain":
      break;
  }
  if (head.operators.length > 0) {
    const links = toLinks(reader, head);
    if (links === undefined) return {};
    const [first, last] = [links.ends[0], links.ends.at(-1)];
    const span = spanFrom(first?.span.start ?? 0, last?.span.end ?? 0);
    const connection: Connection = { kind: "connection", ...links, ...tail, ...around, span };
    return { statement: connection };
  }
  const only = head.ends[0] && toEnd(reader, head.ends[0]);
  if (only?.kind === "path") {
    const entry: Entry = {
      kind: "entry",
      path: only.path,
      ...tail,
      ...around,
      span: spanFrom(only.span.start, only.span.end),
    };
    return { statement: entry };
  }
  if (only?.kind === "list") sayList(reader, only.span.start, only.span.end);
  if (only?.kind === "outside") sayOutside(reader, only.span.start, only.span.end);
  return {};
};

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
