import type { Fence, FenceLine } from "./fence.ts";

/**
 * A flow as it can stand in a comment of HTML, where two hyphens in a row may not: `a --> b` becomes `a -\-> b`.
 *
 * Out:    the text with a backslash between two hyphens, and one more where there are some already.
 * Source: HTML, section 13.1.6; XML 1.0, section 2.5.
 */
export const kept = (text: string): string => text.replace(/-(?=\\*-)/g, "-\\");

/** The text that was kept. */
export const unkept = (text: string): string => text.replace(/-\\(?=\\*-)/g, "-");

/**
 * A comment as the fence that it was.
 *
 * In:     a comment that is read like a fence.
 * Out:    the flow in it; places in it still lead to the document, past the backslashes.
 * Cost:   linear in the text.
 */
export const keptFence = (comment: Fence): Fence => {
  const lines: FenceLine[] = [];
  let text = "";
  for (const [index, line] of comment.lines.entries()) {
    const written = comment.text.slice(line.at, comment.lines[index + 1]?.at);
    lines.push({ ...line, at: text.length });
    let from = 0;
    for (const { index: at } of written.matchAll(/-\\(?=\\*-)/g)) {
      text += written.slice(from, at + 1);
      from = at + 2;
      lines.push({ at: text.length, from: line.from + Math.max(0, from - line.padding), padding: 0 });
    }
    text += written.slice(from);
  }
  return { ...comment, text, lines, meta: unkept(comment.meta), isKept: true };
};
