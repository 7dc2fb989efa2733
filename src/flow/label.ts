import { readLink } from "../language/words.ts";
import type { TextValue, Value } from "../syntax/ast.ts";
import type { Label } from "./flow.ts";
import type { Say } from "./report.ts";

/** The label that a value is; a list is none, and is reported. A block string without a tag is Markdown, as in D2. */
export const labelOf = (value: Value | undefined, say: Say): Label | undefined => {
  if (value === undefined) return undefined;
  if (value.kind === "text") {
    const format = value.quoting === "block" ? (value.tag ?? "md") : "plain";
    if (markdown.has(format)) sayUnsafeLinks(value, say);
    return { text: value.text, format: format === "txt" ? "plain" : format, span: value.span };
  }
  if (value.kind === "list")
    say("wrong-value", "A label is a text, not a list: put it into quotes to show the brackets.", value.span);
  return undefined;
};

const markdown: ReadonlySet<string> = new Set(["md", "markdown"]);

/** Addresses in Markdown: behind a link's text, of a reference, between angle brackets. */
const address = /\]\(\s*<?([^\s()<>]+)|^\s*\[[^\]]+\]:\s*<?([^\s<>]+)|<([a-z][a-z0-9+.-]*:[^\s<>]*)>/gim;

/** The picture leaves such a link out, and shows its words. */
const sayUnsafeLinks = ({ text, span }: TextValue, say: Say): void => {
  if (!/[[<]/.test(text)) return;
  for (const [, inline, reference, auto] of text.matchAll(address)) {
    const link = inline ?? reference ?? auto ?? "";
    if (readLink(link).ok) continue;
    say(
      "wrong-value",
      `\`${link}\` is no link that a picture may hold: its words are shown without it.`,
      span,
      {
        severity: "warning",
        help: "link to an http, https or mailto address, or to a relative path",
      },
    );
    // Further ones of the same label are at the same place.
    return;
  }
};
