/** What a reader makes of a text: its value, or (where one is near) the spelling that was probably meant. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly meant?: string };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const unread = (meant?: string): Reading<never> =>
  meant === undefined ? { ok: false } : { ok: false, meant };

/** Refuses a text, and proposes `guess` where that is a spelling that `reader` takes. */
export const unreadUnless = <T>(
  reader: (text: string) => Reading<T>,
  guess: string | undefined,
): Reading<never> => unread(guess !== undefined && reader(guess).ok ? guess : undefined);
