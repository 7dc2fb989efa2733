import type { IToken } from "chevrotain";
import type { ConcretePath, ConcreteStatement } from "../../grammar/concrete.ts";
import { readingOf } from "../../grammar/reading.ts";
import { endOfPiece, isToken, startOfPiece } from "./extent.ts";
import { excerpt, quoteWhole } from "./quoted.ts";
import { type Reader, say, wayOut } from "./say.ts";

const continuations: ReadonlySet<string> = new Set(["else", "and"]);

/** Reports a statement that stands beside the one before it; `} else` and `} and` may, and so may a `:` or `{` of its own. */
export const sayUnseparated = (
  reader: Reader,
  before: ConcreteStatement,
  { head }: ConcreteStatement,
): void => {
  const piece = firstPiece(head);
  if (piece === undefined) return;
  const word = !isToken(piece) && piece.kind === "path" ? firstWord(piece) : "";
  if (reader.mode === "slant" && before.map?.close !== undefined && continuations.has(word)) return;
  const start = startOfPiece(piece);
  const end = endOfPiece(piece);
  const written = excerpt(reader.text.slice(start, end));
  const quote = closedQuote(before);
  if (quote === undefined) {
    say(
      reader,
      "missing-separator",
      `Nothing separates \`${written}\` from the statement before it.`,
      start,
      end,
      {
        help: "put it on a line of its own, or write `;` before it",
      },
    );
    return;
  }
  const isBlock = readingOf(quote).kind === "block";
  const quoted = quoteWhole(reader.text.slice(quote.startOffset, end));
  const help = isBlock
    ? "write `||md … ||` for a text that holds `|`"
    : `quote all of it: \`${excerpt(quoted)}\``;
  say(
    reader,
    "text-after-quote",
    `\`${written}\` follows the end of \`${excerpt(quote.image)}\`.`,
    start,
    end,
    {
      help,
      ...(!isBlock && wayOut(reader, help, quote.startOffset, end, quoted)),
    },
  );
};

const firstPiece = (head: ConcreteStatement["head"]) => {
  if (head?.kind === "chain") return head.ends[0] ?? head.operators[0];
  return head?.kind === "spread" ? head.dots : head?.open;
};

const firstWord = ({ tokens }: ConcretePath): string => {
  const [first] = tokens;
  return first === undefined || readingOf(first).kind !== "raw" ? "" : (first.image.split(/\s/, 1)[0] ?? "");
};

/** The quoted key or the block that ends a statement. */
const closedQuote = ({ head, colon, value, map }: ConcreteStatement): IToken | undefined => {
  if (map !== undefined) return undefined;
  const last = head?.kind === "chain" ? head.ends.at(-1) : undefined;
  const key = last !== undefined && !isToken(last) && last.kind === "path" ? last.tokens.at(-1) : undefined;
  const candidate = colon === undefined ? key : value !== undefined && isToken(value) ? value : undefined;
  const kind = candidate && readingOf(candidate).kind;
  return kind === "double" || kind === "single" || kind === "block" ? candidate : undefined;
};
