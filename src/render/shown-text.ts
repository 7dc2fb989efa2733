import { cleanText } from "../text/clean-text.ts";

/** A text as XML may carry it: what XML forbids is shown as U+FFFD. Escaping is the serialiser's. */
export const shownText = (text: string): string => cleanText(text).text;
