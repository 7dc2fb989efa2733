import type { ConcreteReference } from "../../grammar/concrete.ts";
import { isMissing } from "../../grammar/marks.ts";
import type { Span } from "../source/span.ts";
import type { KeyPath, Operator, PathEnd, Reference } from "./ast.ts";
import { endOf, endOfPiece, isToken } from "./extent.ts";
import { toKeyPath } from "./keys-to-ast.ts";
import { toOperator } from "./operators-to-ast.ts";
import { excerpt } from "./quoted.ts";
import { type Reader, say, spanIn } from "./say.ts";

/** A reference without what follows it: no value, no map. */
export type ReferenceHead = Pick<
  Reference,
  "kind" | "scope" | "from" | "operator" | "to" | "more" | "index" | "path" | "span"
>;

/** The ends and operators between the parentheses of D2's `g.(a -> b)`, and where they stand. */
export interface GroupedLinks {
  readonly ends: readonly PathEnd[];
  readonly operators: readonly Operator[];
  readonly span: Span;
}

/** `g.(a -> b): text` in D2: a message in `g`, as `g.a -> g.b` is; undefined for anything else. */
export const toGroupedLinks = (
  reader: Reader,
  head: ConcreteReference,
  scope: KeyPath | undefined,
): GroupedLinks | undefined => {
  const isClosed = head.close !== undefined && !isMissing(head.close);
  if (reader.mode !== "d2" || !isClosed || head.index !== undefined || head.path) return undefined;
  const links = linksOf(reader, head);
  if (!links) return undefined;
  const holder = scope?.keys ?? [];
  const inScope = (path: KeyPath): PathEnd => ({
    kind: "path",
    path: { ...path, keys: [...holder, ...path.keys] },
    span: path.span,
  });
  const [first, ...more] = links;
  return {
    ends: [inScope(first.from), ...links.map(({ to }) => inScope(to))],
    operators: [first, ...more].map(({ operator }) => operator),
    span: spanIn(reader, scope?.span.start ?? head.open.startOffset, endOf(head.close)),
  };
};

interface OneLink {
  readonly from: KeyPath;
  readonly operator: Operator;
  readonly to: KeyPath;
}

/** `a -> b`, in D2 also `a -> b -> c`; undefined when anything is missing. */
const linksOf = (
  reader: Reader,
  { parts }: ConcreteReference,
): readonly [OneLink, ...OneLink[]] | undefined => {
  const most = reader.mode === "d2" ? parts.length : 3;
  if (parts.length < 3 || parts.length % 2 === 0 || parts.length > most) return undefined;
  const isInTurn = parts.every((part, at) => isToken(part) === (at % 2 === 1));
  if (!isInTurn) return undefined;
  const paths = parts.flatMap((part) => (isToken(part) ? [] : [toKeyPath(reader, part)]));
  const links = parts.flatMap((part, at): OneLink[] => {
    const [from, to] = [paths[(at - 1) / 2], paths[(at + 1) / 2]];
    return isToken(part) && from && to ? [{ from, operator: toOperator(reader, part), to }] : [];
  });
  const [first, ...more] = links;
  return first && [first, ...more];
};

/** `(a -> b)[0].style`; undefined when it is none, which is reported once. */
export const toReference = (
  reader: Reader,
  head: ConcreteReference,
  scope: KeyPath | undefined,
): ReferenceHead | undefined => {
  const start = head.open.startOffset;
  const isClosed = head.close !== undefined && !isMissing(head.close);
  const links = isClosed && head.index !== undefined ? linksOf(reader, head) : undefined;
  if (!links || head.index === undefined) {
    sayBroken(reader, head, isClosed);
    return undefined;
  }
  const [{ from, operator, to }, ...more] = links;
  const path = head.path && toKeyPath(reader, head.path);
  const number = head.index.image.slice(1, -1).trim();
  return {
    kind: "reference",
    ...(scope && { scope }),
    from,
    operator,
    to,
    ...(more.length > 0 && { more: more.map((link) => ({ operator: link.operator, to: link.to })) }),
    index: number === "*" ? "*" : Number(number),
    ...(path && { path }),
    span: spanIn(reader, scope?.span.start ?? start, path?.span.end ?? endOf(head.index)),
  };
};

const sayBroken = (reader: Reader, head: ConcreteReference, isClosed: boolean): void => {
  const start = head.open.startOffset;
  const last = head.parts.at(-1);
  const end =
    isClosed && head.close ? endOf(head.close) : last === undefined ? endOf(head.open) : endOfPiece(last);
  const written = excerpt(reader.text.slice(start, end));
  const message = isClosed
    ? `\`${written}\` refers to no message.`
    : `The \`(\` of \`${written}\` is not closed.`;
  say(reader, "broken-reference", message, start, end, {
    help: "write `(a -> b)[0]` for the first message from `a` to `b`, `[*]` for all, or quote a name that starts with `(`",
  });
};
