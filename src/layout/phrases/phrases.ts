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

/** A phrase cut at its holes: words and the name of a value in turn. */
export type Cut = readonly string[];

export const cut = (phrase: string): Cut => {
  const parts: string[] = [];
  let from = 0;
  for (let open = phrase.indexOf("{"); open >= 0; open = phrase.indexOf("{", from)) {
    const close = phrase.indexOf("}", open);
    parts.push(phrase.slice(from, open), phrase.slice(open + 1, close));
    from = close + 1;
  }
  parts.push(phrase.slice(from));
  return parts;
};

type Values = Readonly<Record<string, string | number>>;

/** Puts values into a phrase. */
export const fill = (phrase: string, values: Values): string => fillCut(cut(phrase), values);

/** The same for a phrase that is filled again and again. */
export const fillCut = (parts: Cut, values: Values): string => {
  let text = parts[0] as string;
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] as string;
    text += `${values[name] ?? `{${name}}`}${parts[at + 1]}`;
  }
  return text;
};
