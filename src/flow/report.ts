import { type Diagnostic, diagnose } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { type FlowCode, flowExplanations } from "./explanations.ts";

/** Says what is wrong; what is said comes out with the flow. */
export type Say = (
  code: FlowCode,
  message: string,
  span: Span,
  more?: Parameters<typeof diagnose>[3],
) => void;

/** A place to say things, and what was said, in that order; the same thing about the same place is said once. */
export const collectReports = (): { readonly say: Say; readonly said: readonly Diagnostic[] } => {
  const said: Diagnostic[] = [];
  const places = new Set<string>();
  const say: Say = (code, message, span, more) => {
    const place = `${code} ${span.file} ${span.start} ${span.end}`;
    if (places.has(place)) return;
    places.add(place);
    said.push(diagnose(flowExplanations[code], message, span, more));
  };
  return { said, say };
};

/** `a`, `b` or `c`. */
export const either = (words: readonly string[]): string => joined(words, "or");

/** `a`, `b` and `c`. */
export const all = (words: readonly string[]): string => joined(words, "and");

const joined = (words: readonly string[], last: string): string => {
  const ticked = words.map((word) => `\`${word}\``);
  return ticked.length < 2 ? ticked.join("") : `${ticked.slice(0, -1).join(", ")} ${last} ${ticked.at(-1)}`;
};

/** The way out where a word was probably meant to be another one. */
export const replaceBy = (span: Span, meant: string | undefined): Pick<Diagnostic, "help" | "fixes"> =>
  meant === undefined
    ? {}
    : {
        help: `write \`${meant}\``,
        fixes: [{ kind: "suggestion", message: `Write \`${meant}\`.`, edits: [{ span, text: meant }] }],
      };

/** ` Did you mean …?`, where there is something near. */
export const didYouMean = (word: string | undefined): string =>
  word === undefined ? "" : ` Did you mean \`${word}\`?`;
