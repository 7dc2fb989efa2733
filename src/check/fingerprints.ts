import type { Flow, Fragment, Operand } from "../flow/flow.ts";
import type { Diagnostic } from "../source/diagnostic.ts";

/** What is known of a text, as far as fingerprints go. */
export interface Printed {
  readonly flow: Flow;
  /** The texts that spans point into, by file. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Names each finding so that it keeps its name while the text around it changes.
 *
 * In:     findings of one text, and its flow; `seen` counts equal ones over the texts of one file.
 * Out:    the same findings with a fingerprint of 16 hexadecimal digits: of the code, the author's words in the message (in
 *         backticks, so that a better wording changes nothing), the fragments around it by kind and label, and which of
 *         several equal ones it is. No line, no column, no file name, no number of a fragment.
 * Says:   nothing.
 * Cost:   n log n in findings and operands.
 * Source: CHECKS 4.2; the hash is FNV-1a with 64 bits (Fowler, Noll and Vo) over UTF-16 units.
 */
export const fingerprinted = (
  diagnostics: readonly Diagnostic[],
  { flow, sources }: Printed,
  seen: Map<string, number> = new Map(),
): readonly Diagnostic[] => {
  const pathOf = fragmentPaths(flow, diagnostics);
  return diagnostics.map((found) => {
    const key = JSON.stringify([found.code, wordsOf(found, sources), pathOf(found)]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { ...found, fingerprint: hash(`${key}#${nth}`) };
  });
};

/** The author's words; of a message without any, what the finding points at, as far as it says much. */
const wordsOf = ({ message, span }: Diagnostic, sources: Printed["sources"]): readonly string[] => {
  const quoted = Array.from(message.matchAll(/`([^`]*)`/g), ([, word = ""]) => word);
  if (quoted.length > 0) return quoted;
  const text = Object.hasOwn(sources, span.file) ? (sources[span.file] ?? "") : "";
  return [text.slice(span.start, Math.min(span.end, span.start + 200)).replace(/\s+/g, " ")];
};

interface Region {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Tells the operands around each finding, outermost first: one walk over both in the order of the text. */
const fragmentPaths = (
  flow: Flow,
  diagnostics: readonly Diagnostic[],
): ((found: Diagnostic) => readonly string[]) => {
  const regions = flow.fragments.flatMap(regionsOf).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const paths = new Map<Diagnostic, readonly string[]>();
  const open: Region[] = [];
  let next = 0;
  for (const found of diagnostics.toSorted((a, b) => a.span.start - b.span.start)) {
    if (found.span.file !== flow.file) continue;
    for (let region = regions[next]; region !== undefined && region.start <= found.span.start; ) {
      closeBefore(open, region.start);
      open.push(region);
      next++;
      region = regions[next];
    }
    closeBefore(open, found.span.start);
    paths.set(
      found,
      open.map(({ name }) => name),
    );
  }
  return (found) => paths.get(found) ?? [];
};

/** Operands nest, so whatever has ended stands on top. */
const closeBefore = (open: Region[], at: number): void => {
  while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= at) open.pop();
};

const regionsOf = (fragment: Fragment): readonly Region[] =>
  fragment.operands.map((operand, index) => ({
    start: operand.span.start,
    end: operand.span.end,
    name: nameOf(fragment, operand, index),
  }));

const nameOf = ({ kind, label }: Fragment, operand: Operand, index: number): string =>
  `${kind}${index === 0 ? "" : "+"}: ${(index === 0 ? (operand.label ?? label) : operand.label)?.text ?? ""}`;

const hash = (text: string): string => {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return value.toString(16).padStart(16, "0");
};
