import { type IToken, tokenMatcher } from "chevrotain";
import { scalar } from "../../grammar/categories.ts";
import type { ConcreteList, ConcreteSpread, ConcreteValue } from "../../grammar/concrete.ts";
import { comment } from "../../grammar/marks.ts";
import { readingOf } from "../../grammar/reading.ts";
import { orRaise } from "../source/limits.ts";
import type { Comment, ImportValue, ListValue, SubstitutionValue, TextValue, Value } from "./ast.ts";
import { toComment } from "./comments-to-ast.ts";
import { cookDouble, cookRaw, cookSingle } from "./cook.ts";
import { cookBlock } from "./cook-block.ts";
import { endOf } from "./extent.ts";
import { toImport } from "./import-to-ast.ts";
import { innerPath } from "./inner-path.ts";
import { sayListFaults } from "./list-faults.ts";
import { excerpt, insideBlock, insideQuotes, markLength, sayFault } from "./quoted.ts";
import { type Reader, say, spanIn } from "./say.ts";

export const toValue = (reader: Reader, value: ConcreteValue): Value =>
  "kind" in value ? toList(reader, value) : toScalar(reader, value);

const toScalar = (reader: Reader, token: IToken): Value => {
  const { image, startOffset: start } = token;
  switch (readingOf(token).kind) {
    case "substitution":
      return toSubstitution(reader, token) ?? toText(reader, token);
    case "import":
      return toImport(reader, image, start);
    default:
      return toText(reader, token);
  }
};

/** `${a.b}`; undefined when it names nothing, which reading it as text reports. */
const toSubstitution = (
  reader: Reader,
  { image, startOffset: start }: IToken,
): SubstitutionValue | undefined => {
  const path = innerPath(reader, image.slice(2, -1), start + 2);
  return path && { kind: "substitution", path, span: spanIn(reader, start, start + image.length) };
};

const toText = (reader: Reader, token: IToken): TextValue => {
  sayFault(reader, token);
  const span = spanIn(reader, token.startOffset, endOf(token));
  const text = cooked(reader, token, span);
  if (text.text.length > reader.limits.labelLength) {
    const [is, most] = [text.text.length, reader.limits.labelLength].map((count) =>
      count.toLocaleString("en-US"),
    );
    say(
      reader,
      "label-too-long",
      `\`${excerpt(text.text)}\` has ${is} characters; ${most} is the limit.`,
      span.start,
      span.end,
      { help: `shorten it, link to a document that says more${orRaise("labelLength", reader.limits)}` },
    );
  }
  return text;
};

const cooked = (reader: Reader, token: IToken, span: TextValue["span"]): TextValue => {
  const kind = "text";
  const start = token.startOffset;
  switch (readingOf(token).kind) {
    case "double":
      return { kind, quoting: "double", ...cookDouble(reader, insideQuotes(token), start + 1), span };
    case "single":
      return { kind, quoting: "single", ...cookSingle(insideQuotes(token)), span };
    case "block": {
      const inside = insideBlock(reader, token);
      return {
        kind,
        quoting: "block",
        ...cookBlock(reader, inside, start + markLength(reader, token)),
        span,
      };
    }
    default: {
      const { text, parts } = cookRaw(reader, token.image, start);
      return { kind, quoting: "none", text, parts, span };
    }
  }
};

const toList = (reader: Reader, list: ConcreteList): ListValue => {
  const items: Value[] = [];
  const spreads: { before: number; of: SubstitutionValue | ImportValue }[] = [];
  const comments: Comment[] = [];
  for (const part of list.parts) {
    if ("kind" in part) {
      if (part.kind === "list") items.push(toList(reader, part));
      else spreads.push(...toSpreadSource(reader, part).map((of) => ({ before: items.length, of })));
    } else if (part.tokenType === comment) {
      comments.push(toComment(reader, part));
    } else if (tokenMatcher(part, scalar)) {
      items.push(toScalar(reader, part));
    }
  }
  const span = sayListFaults(reader, list);
  return { kind: "list", items, spreads, ...(comments.length > 0 && { comments }), span };
};

/** What `...` spreads: nothing, when it is neither an import nor a substitution. */
export const toSpreadSource = (
  reader: Reader,
  { dots, source }: ConcreteSpread,
): readonly (SubstitutionValue | ImportValue)[] => {
  const value = source && readingOf(source).kind !== "raw" ? toScalar(reader, source) : undefined;
  if (value?.kind === "import" || value?.kind === "substitution") return [value];
  const written = source === undefined ? "..." : `...${source.image}`;
  say(
    reader,
    "broken-spread",
    `\`${excerpt(written)}\` spreads nothing.`,
    dots.startOffset,
    endOf(source ?? dots),
    {
      help: "write `...@file` for a file, or `...${name}` for a variable",
    },
  );
  return [];
};
