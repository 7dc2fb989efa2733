/** Where a text may be cut without splitting what a reader sees as one character. */

/** A constant, made on first use because plain text never needs it. */
let segmenter: Intl.Segmenter | undefined;

/** Nothing at or above this code unit is needed to know that every UTF-16 unit is a character of its own. */
const everyUnitAlone = /^[\t\n -\u02ff]*$/;

/** Whether no character of the text joins another (ASCII and precomposed Latin; no combining marks, no pairs). */
export const isPlain = (text: string): boolean => everyUnitAlone.test(text);

/**
 * Marks every UTF-16 offset at which a grapheme cluster starts; `undefined` when all offsets do.
 *
 * Cost:   linear: the text is segmented by the window, because Intl.Segmenter is quadratic in the length of its
 *         input in V8. A window begins where a cluster is known to start, so the cuts do not depend on windows.
 * Source: UAX #29, as Intl.Segmenter implements it.
 */
export const graphemeStarts = (text: string): Uint8Array | undefined => {
  if (isPlain(text)) return undefined;
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  const starts = new Uint8Array(text.length + 1);
  starts[text.length] = 1;
  let from = 0;
  let size = window;
  while (from < text.length) {
    const end = from + size + (splitsPair(text, from + size) ? 1 : 0);
    let last = from;
    for (const { index } of segmenter.segment(text.slice(from, end))) {
      last = from + index;
      starts[last] = 1;
    }
    if (end >= text.length) break;
    // The window may have cut its last cluster short: that one is marked as a start, and read again from there.
    size = last === from ? size * 2 : window;
    from = last;
  }
  return starts;
};

/** UTF-16 units; longer than nearly every cluster, short enough for a quadratic cost not to be felt. */
const window = 128;

const splitsPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** How many characters a reader sees. */
export const graphemeCount = (text: string): number => {
  const starts = graphemeStarts(text);
  if (starts === undefined) return text.length;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) count += starts[at] as number;
  return count;
};
