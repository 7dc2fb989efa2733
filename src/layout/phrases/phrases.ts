import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { zh } from "./zh.ts";

/** The words that a picture adds to its author's, in one language. */
export type Phrases = { readonly [K in keyof typeof en]: string };

/** Every language that pictures speak, by its primary subtag. A further one is a file and a row. */
export const languages: Readonly<Record<string, Phrases>> = { de, en, es, fr, ja, zh };

/** The phrases for a language tag (BCP 47): its own, else English. */
export const phrasesFor = (lang: string): Phrases =>
  languages[lang.toLowerCase().split("-", 1)[0] ?? ""] ?? en;

/** Puts values into a phrase. */
export const fill = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
