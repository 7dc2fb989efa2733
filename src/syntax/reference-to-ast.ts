import type { ConcreteReference } from "../../grammar/concrete.ts";
import { isMissing } from "../../grammar/marks.ts";
import type { KeyPath, Reference } from "./ast.ts";
import { endOf, endOfPiece, isToken } from "./extent.ts";
import { toKeyPath } from "./keys-to-ast.ts";
import { toOperator } from "./operators-to-ast.ts";
import { excerpt } from "./quoted.ts";
import { type Reader, say, spanIn } from "./say.ts";

/** A reference without what follows it: no value, no map. */
export type ReferenceHead = Pick<
  Reference,
  "kind" | "scope" | "from" | "operator" | "to" | "index" | "path" | "span"
>;

/** `(a -> b)[0].style`; undefined when it is none, which is reported once. */
export const toReference = (
  reader: Reader,
  head: ConcreteReference,
  scope: KeyPath | undefined,
): ReferenceHead | undefined => {
  const [from, operator, to, ...more] = head.parts;
  const start = head.open.startOffset;
  const isClosed = head.close !== undefined && !isMissing(head.close);
  const isWhole =
    from && operator && to && more.length === 0 && !isToken(from) && isToken(operator) && !isToken(to);
  if (!isWhole || !isClosed || head.index === undefined) {
    sayBroken(reader, head, isClosed);
    return undefined;
  }
  const path = head.path && toKeyPath(reader, head.path);
  const number = head.index.image.slice(1, -1).trim();
  return {
    kind: "reference",
    ...(scope && { scope }),
    from: toKeyPath(reader, from),
    operator: toOperator(reader, operator),
    to: toKeyPath(reader, to),
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
