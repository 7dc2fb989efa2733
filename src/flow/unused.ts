import type { Span } from "../source/span.ts";
import type { Expanded } from "./expand/expand.ts";
import type { Flow, Label, Unused } from "./flow.ts";

/** A flow before it is known what of its reuse is unused. */
type Made = Omit<Flow, "unused">;

/**
 * Finds the variables of a file that nothing names, and its imports of which nothing reaches the picture.
 *
 * In:     what the file was put together from, and the flow that came of it; `others`, the places of further statements that
 *         count, such as settings and classes.
 * Out:    those unused, in written order. An import is used when anything in the picture comes from one of its files: a
 *         message, a note, a participant that takes part, a label, an attribute, a variable, a setting.
 * Cost:   linear in the flow.
 */
export const unusedIn = (
  file: string,
  { imports, variables }: Pick<Expanded, "imports" | "variables">,
  flow: Made,
  others: Iterable<Span>,
): readonly Unused[] => {
  /** By place: a map that is brought twice sets its variables twice. */
  const own = new Map<string, { readonly name: string; readonly span: Span; isUsed: boolean }>();
  for (const variable of variables) {
    if (variable.span.file !== file) continue;
    const known = own.get(placeOf(variable.span));
    if (known) known.isUsed ||= variable.isUsed;
    else own.set(placeOf(variable.span), { ...variable });
  }
  const lone = [...own.values()].filter(({ isUsed }) => !isUsed);
  const files = imports.length === 0 ? new Set<string>() : filesIn(flow, others);
  for (const { span, isLent } of variables) if (isLent) files.add(span.file);
  return [
    ...lone.map(({ name, span }): Unused => ({ kind: "variable", name, span })),
    ...imports
      .filter((each) => ![...each.files].some((path) => files.has(path)))
      .map(({ name, span }): Unused => ({ kind: "import", name, span })),
  ].toSorted((one, other) => one.span.start - other.span.start);
};

const placeOf = ({ file, start }: Span): string => `${start} ${file}`;

/** The files that anything in the picture comes from. */
const filesIn = (flow: Made, others: Iterable<Span>): Set<string> => {
  const files = new Set<string>();
  const add = (span: Span | undefined): void => {
    if (span) files.add(span.file);
  };
  const addAll = (label: Label | undefined, spans: { readonly [name: string]: Span | undefined }): void => {
    add(label?.span);
    for (const span of Object.values(spans)) add(span);
  };
  const takesPart = new Set<number>();
  for (const { from, to, span, label, attributeSpans } of flow.messages) {
    for (const end of [from, to]) if (end !== null) takesPart.add(end);
    add(span);
    addAll(label, attributeSpans);
  }
  for (const { span, label, attributeSpans, operands } of flow.fragments) {
    add(span);
    addAll(label, attributeSpans);
    for (const { body } of operands) for (const step of body) add(step.span);
  }
  for (const step of flow.body) add(step.span);
  for (const { index, span, label, attributeSpans } of flow.participants) {
    if (!takesPart.has(index)) continue;
    add(span);
    addAll(label, attributeSpans);
  }
  for (const { span } of flow.executions) add(span);
  for (const span of others) add(span);
  add(flow.title?.span);
  return files;
};
