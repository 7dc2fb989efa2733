import type { IToken } from "chevrotain";
import { readingOf } from "../../grammar/reading.ts";
import { type ArrowText, arrows } from "../language/arrows.ts";
import type { MessageKind } from "../language/message-kinds.ts";
import type { Operator } from "./ast.ts";
import { endOf } from "./extent.ts";
import { type Reader, say, spanIn, wayOut } from "./say.ts";

/** The operator that was written, in its shortest spelling; one that Slant does not know is reported and read as meant. */
export const toOperator = (reader: Reader, token: IToken): Operator => {
  const { image: text, startOffset: start } = token;
  const span = spanIn(reader, start, endOf(token));
  if (readingOf(token).kind !== "unknown-operator") return { arrow: shortest(text), text, span };
  const arrow = meant(text);
  const lost = /x$/.test(text) ? " with `{ lost: true }`" : "";
  const help = `write \`${arrow}\` for ${meanings[arrows[arrow].kind]}${lost}, or quote a name that holds \`${text}\``;
  say(
    reader,
    "unknown-operator",
    `\`${text}\` is no operator of Slant.`,
    start,
    span.end,
    wayOut(reader, help, start, span.end, arrow),
  );
  return { arrow, text, span };
};

const meanings: Readonly<Record<MessageKind, string>> = {
  call: "a call",
  reply: "a reply",
  send: "an asynchronous message",
  exchange: "a call with its reply",
  association: "an association",
};

const isArrow = (text: string): text is ArrowText => Object.hasOwn(arrows, text);

/** Of a known operator: what is left when all dashes but the first two go, or but one beside two heads. */
const shortest = (text: string): ArrowText => {
  if (isArrow(text)) return text;
  const fewer = text.replace(/-{2,}/, text.startsWith("<") && text.endsWith(">") ? "-" : "--");
  return isArrow(fewer) ? fewer : "--";
};

/** What arrows of other languages mean, the first that fits: asynchronous and lost ones, two heads, dashes, one head. */
const likely: readonly (readonly [RegExp, ArrowText])[] = [
  [/^<+~+$/, "<~"],
  [/~|[)x]$/, "~>"],
  [/^<.*>$|[↔⇔⇿⟷⟺⬌]/, "<->"],
  [/^<.*(?:-{2}|[–—])|[⇠⬸⤎⤌]/, "<--"],
  [/^<|[←↞↢↤↼↽⇐⇚⇜⇤⇦⟵⟸⟻⟽⬅]/, "<-"],
  [/-{2}|[–—⇢⤍⤏⤑]/, "-->"],
];

const meant = (text: string): ArrowText => likely.find(([pattern]) => pattern.test(text))?.[1] ?? "->";
