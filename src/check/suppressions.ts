import type { Span } from "../source/span.ts";

/** The comments of a tree, as far as a suppression needs them: what parse makes fits. */
export interface Remarks {
  readonly body: readonly Remark[];
  readonly trailing: readonly Remarked[];
}
export interface Remark {
  readonly span: Span;
  readonly leading: readonly Remarked[];
  readonly comment?: Remarked;
  readonly map?: Remarks;
}
export interface Remarked {
  readonly text: string;
  readonly span: Span;
}

/** `# slant-ignore CODE: reason` or `# slant-ignore-file CODE: reason`. */
export interface Suppression {
  /** The comment. */
  readonly span: Span;
  /** The statement that it stands before; of a whole file, nothing. */
  readonly over?: Span;
  readonly codes: readonly string[];
  readonly reason: string;
}

/**
 * Finds the suppressions in a text.
 *
 * In:     the statements of a file with their comments.
 * Out:    suppressions in written order, also those without a code or reason. One at the end of a statement's line is for that
 *         statement; one below the last statement is for none.
 * Says:   nothing: `broken-suppression` and `unused-suppression` do.
 * Cost:   linear in statements.
 * Source: INTERFACE section 1.
 */
export const suppressionsIn = ({ body, trailing }: Remarks): readonly Suppression[] => [
  ...body.flatMap(({ span, leading, comment, map }) => [
    ...leading.flatMap((remark) => suppressionOf(remark, span)),
    ...(comment === undefined ? [] : suppressionOf(comment, span)),
    ...(map === undefined ? [] : suppressionsIn(map)),
  ]),
  ...trailing.flatMap((remark) => suppressionOf(remark, { ...remark.span, start: remark.span.end })),
];

const pattern = /^\s*slant-ignore(-file)?(?![\w-])\s*([^:]*)(?::(.*))?$/s;

const suppressionOf = ({ text, span }: Remarked, over: Span): readonly Suppression[] => {
  const found = pattern.exec(text);
  if (found === null) return [];
  const [, whole, codes = "", reason = ""] = found;
  return [
    {
      span,
      ...(whole === undefined && { over }),
      codes: codes.split(/[\s,]+/).filter((code) => code !== ""),
      reason: reason.trim(),
    },
  ];
};

/** Whether a finding with this code at this place is meant. */
export const suppresses = ({ over, codes, reason, span }: Suppression, code: string, place: Span): boolean =>
  reason !== "" &&
  codes.includes(code) &&
  place.file === span.file &&
  (over === undefined || (over.start <= place.start && place.end <= over.end));
