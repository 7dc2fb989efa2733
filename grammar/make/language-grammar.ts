import { type ArrowText, arrows } from "../../src/language/arrows.ts";
import { messageKinds } from "../../src/language/message-kinds.ts";
import { all, any, type Expression, type Grammar, mark, optional, repeat, words } from "./expression.ts";

/**
 * The language as it is meant to be written. The parser's own grammar takes every text, so that it can report what is wrong
 * with it; these are the texts that it takes without a word. That both agree is tested in both directions.
 *
 * Source: section 3 of the language.
 */
export const syntax: Grammar = {
  file: any("body"),
  body: all("gaps", optional("statement", repeat("separator", "gaps", "statement"), "gaps")),
  gaps: repeat(any("newline", mark(";"), "comment")),
  separator: any(
    all(optional("comment"), any("newline", mark(";"))),
    words("nothing, between the } of a map and else or and"),
  ),
  statement: any("entry", "connection", "reference", "spread"),
  entry: all("path", optional("tail")),
  connection: all("end", "operator", "end", repeat("operator", "end"), optional("tail")),
  reference: all(
    optional("path", mark(".")),
    ...[mark("("), "path", "operator", "path", mark(")"), "index"],
    optional(mark("."), optional("path")),
    optional("tail"),
  ),
  spread: all(mark("..."), any("import", "substitution")),
  tail: any(all(mark(":"), "value", optional("map")), all(optional(mark(":")), "map")),
  path: all("key", repeat(mark("."), "key"), repeat(mark("."))),
  end: any("path", mark("()"), "ends"),
  ends: all(mark("["), "gaps", "path", repeat("separator", "gaps", "path"), "gaps", mark("]")),
  map: all(mark("{"), "body", mark("}")),
  value: any("text", "quoted", "block-string", "substitution", "import", "list"),
  list: all(mark("["), "gaps", "item", repeat("separator", "gaps", "item"), "gaps", mark("]")),
  item: any("value", "spread"),
};

/** Longer dashes mean the same as the two of the shortest spelling, or as the one between two heads. */
const spelled = (arrow: ArrowText): Expression => {
  const [head, tail] = arrow === "<->" ? ["<-", ">"] : arrow.includes("--") ? arrow.split("--", 2) : [];
  if (head === undefined || tail === undefined) return mark(arrow);
  const dashes = arrow === "<->" ? head : `${head}--`;
  return all(mark(dashes), repeat(mark("-")), ...(tail === "" ? [] : [mark(tail)]));
};

const arrowTexts = Object.keys(arrows) as readonly ArrowText[];
const operators: Grammar = Object.fromEntries(
  Object.keys(messageKinds).map((kind) => [
    kind,
    any(...arrowTexts.filter((text) => arrows[text].kind === kind).map(spelled)),
  ]),
);

/**
 * What the marks and words of the syntax are made of. White space within a line separates them and is otherwise left out, as
 * is a backslash at a line's end with that line's end.
 */
export const lexis: Grammar = {
  newline: all("line-end", repeat(any("line-end", words("white space")))),
  "line-end": words("LF, CR LF or CR"),
  comment: any(
    all(mark("#"), words("the rest of the line")),
    all(mark('"""'), words("any text, at the start of a statement"), mark('"""')),
  ),

  operator: any(...Object.keys(operators)),
  ...operators,
  index: all(mark("["), any("integer", mark("*")), mark("]")),

  key: any("name", "quoted", "block-string"),
  name: words("text up to : { } [ ] ; . an operator or a comment; not first: \" ' | ( [ @ ..."),
  text: words(
    "text up to a line's end, a ; before white space, a comment, a map, a } that closes nothing in it; in lists ; ]",
  ),
  quoted: any(
    all(
      mark('"'),
      repeat(any("escape", "substitution", words("any other character of the line"))),
      mark('"'),
    ),
    all(mark("'"), repeat(any(mark("''"), words("any other character of the line"))), mark("'")),
  ),
  escape: all(
    mark("\\"),
    any(
      ...["n", "t", '"', "\\", "$"].map(mark),
      all(mark("u{"), words("hexadecimal digits"), mark("}")),
      "line-end",
    ),
  ),
  "block-string": all(
    ...[mark("|"), optional("fence"), optional("tag")],
    words("any text and substitutions"),
    ...[optional("fence"), mark("|")],
  ),
  fence: words("marks that are no letters, the same at both ends"),
  tag: words("a word: md, txt, a language"),
  substitution: all(mark("${"), "names", mark("}")),
  import: all(mark("@"), any("file-path", "quoted"), optional(mark("."), "names")),
  "file-path": words("a path, up to the first . that is not of ./ ../ .slant or .d2"),
  names: all(any("name", "quoted"), repeat(mark("."), any("name", "quoted"))),
  integer: all("digit", repeat("digit")),
  digit: words("0 to 9"),
};
