/** What a reader makes of a text: its value, or (where one is near) the spelling that was probably meant. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly meant?: string };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const unread = (meant?: string): Reading<never> =>
  meant === undefined ? { ok: false } : { ok: false, meant };

/**
 * A reader that proposes what was meant.
 *
 * In:     `exact` gives the value of a right spelling, undefined for any other; `respell` guesses the right spelling of a
 *         wrong one.
 * Out:    a reader; a guess that is not right itself is not proposed.
 */
export const readerOf =
  <T>(exact: (text: string) => T | undefined, respell: (text: string) => string | undefined) =>
  (text: string): Reading<T> => {
    const value = exact(text);
    if (value !== undefined) return read(value);
    const guess = respell(text);
    return unread(guess !== undefined && exact(guess) !== undefined ? guess : undefined);
  };
