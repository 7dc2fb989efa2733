import type { Diagnostic, Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { Fence } from "./fence.ts";

/**
 * Moves a diagnostic from a fence's text to the document around it.
 *
 * In:     a diagnostic whose spans in `file` are offsets into the fence's text; others are left alone.
 * Out:    the same with offsets into the document; edits bring what belongs to lists and quotes with each new line. In a
 *         comment nothing is mended, since what is written there must be so in its own way.
 * Says:   nothing.
 * Cost:   logarithmic in the fence's lines for each span.
 */
export const inDocument = (found: Diagnostic, fence: Fence, file: string): Diagnostic => {
  const move = (span: Span): Span => (span.file === file ? spanInDocument(fence, span) : span);
  const moveEdit = (edit: Edit): Edit =>
    edit.span.file === file
      ? { span: move(edit.span), text: edit.text.replace(/\r\n|\n|\r/g, (end) => end + fence.prefix) }
      : edit;
  const { fixes, ...rest } = found;
  return {
    ...rest,
    span: move(found.span),
    ...(found.notes && {
      notes: found.notes.map((note) => (note.span ? { ...note, span: move(note.span) } : note)),
    }),
    ...(found.schedule && {
      schedule: {
        ...found.schedule,
        steps: found.schedule.steps.map((step) => ({ ...step, span: move(step.span) })),
      },
    }),
    ...(fixes &&
      !fence.isKept && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moveEdit) })) }),
  };
};

/** A span of a fence's text, in the document. */
export const spanInDocument = (fence: Fence, { file, start, end }: Span): Span => {
  const from = placeInDocument(fence, start);
  return { file, start: from, end: start === end ? from : Math.max(from, placeInDocument(fence, end)) };
};

/** An offset into a fence's text, in the document. */
const placeInDocument = ({ lines }: Fence, offset: number): number => {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  return line === undefined ? 0 : line.from + Math.max(0, offset - line.at - line.padding);
};
