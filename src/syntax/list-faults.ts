import type { ConcreteEnds, ConcreteList } from "../../grammar/concrete.ts";
import { comma, comment, isMissing, newline, semicolon } from "../../grammar/marks.ts";
import type { Span } from "../source/span.ts";
import { endOf, endOfPiece, isToken, startOfPiece } from "./extent.ts";
import { sayTooDeep } from "./nesting.ts";
import { excerpt } from "./quoted.ts";
import { type Reader, say, spanIn } from "./say.ts";

type Part = ConcreteList["parts"][number] | ConcreteEnds["parts"][number];

const isSeparator = (part: Part): boolean =>
  isToken(part) && (part.tokenType === newline || part.tokenType === semicolon || part.tokenType === comma);
const isComment = (part: Part): boolean => isToken(part) && part.tokenType === comment;

/** Reports a list that is empty, not closed, or not separated by `;` and line ends. Answers where it stands. */
export const sayListFaults = (reader: Reader, list: ConcreteList | ConcreteEnds): Span => {
  const { open, close } = list;
  const parts: readonly Part[] = list.parts;
  const written = parts.filter((part) => !isSeparator(part));
  const isClosed = close !== undefined && !isMissing(close);
  const end = isClosed ? endOf(close) : endOfPiece(written.at(-1) ?? open);
  if (list.tooDeep) {
    sayTooDeep(reader, open, close);
  } else if (!isClosed && !reader.gaveUp) {
    const behind = excerpt(reader.text.slice(endOf(open), endOf(open) + 80).trimStart());
    say(
      reader,
      "unclosed-bracket",
      `The \`[\` before \`${behind}\` is not closed.`,
      open.startOffset,
      endOf(open),
      {
        help: "close it with `]` behind the last item",
      },
    );
  } else if (isClosed && reader.mode === "slant" && written.every(isComment)) {
    say(reader, "empty-list", "The list holds nothing.", open.startOffset, end, {
      help: "write its items, or remove it",
    });
  }
  sayCommas(reader, parts);
  saySideBySide(reader, parts);
  return spanIn(reader, open.startOffset, end);
};

/** One report for a list, with a fix for all its commas. */
const sayCommas = (reader: Reader, parts: readonly Part[]): void => {
  const commas = parts.filter(isToken).filter(({ tokenType }) => tokenType === comma);
  const first = commas[0];
  if (first === undefined) return;
  say(
    reader,
    "comma-in-list",
    "A list's items are separated by `;`, not by `,`.",
    first.startOffset,
    endOf(first),
    {
      // D2 takes the comma for a letter, which nobody means.
      severity: reader.mode === "d2" ? "warning" : "error",
      help: "write `;`, or quote an item that holds a comma",
      fixes: [
        {
          kind: "suggestion",
          message: "Separate the items by `;`.",
          edits: commas.map((mark) => ({ span: spanIn(reader, mark.startOffset, endOf(mark)), text: ";" })),
        },
      ],
    },
  );
};

const saySideBySide = (reader: Reader, parts: readonly Part[]): void => {
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    if (
      before === undefined ||
      isSeparator(before) ||
      isSeparator(part) ||
      isComment(before) ||
      isComment(part)
    )
      continue;
    const start = startOfPiece(part);
    const written = excerpt(reader.text.slice(start, endOfPiece(part)));
    say(
      reader,
      "missing-separator",
      `Nothing separates \`${written}\` from the item before it.`,
      start,
      endOfPiece(part),
      {
        help: "write `;` between them",
      },
    );
  }
};
