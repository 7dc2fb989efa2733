import type { Flow, Fragment } from "../flow/flow.ts";
import { type FragmentFacts, fragmentKinds } from "../language/fragment-kinds.ts";
import { messageKinds } from "../language/message-kinds.ts";
import type { Fix } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { operandLabel } from "./operand-label.ts";
import type { Decision } from "./trail.ts";

/** How findings speak of a flow: with its author's own words. */
export interface Words {
  /** A participant's key in backticks; outside is `()`. */
  readonly participant: (index: number | null) => string;
  /** The same without backticks, to stand inside a piece of source. */
  readonly key: (index: number | null) => string;
  /** A message's label in backticks; of one without, its arrow between its ends. */
  readonly message: (index: number) => string;
  /** `when …`, with the operands that a path takes; empty when it takes none in particular. */
  readonly when: (decisions: readonly Decision[]) => string;
  /** The first word of a span. */
  readonly firstWord: (span: Span) => Span;
  /** What a span covers. */
  readonly text: (span: Span) => string;
  /** Puts a statement on a line of its own below another, indented like it. */
  readonly insertBelow: (statement: Span, text: string, message: string) => Fix;
  /** Adds an attribute to a statement of one line: to its map, or in a map of its own; undefined where that is not sure. */
  readonly addAttribute: (statement: Span, attribute: string, message: string) => Fix | undefined;
  /** Takes something out, with its line where nothing else stands on it. */
  readonly remove: (span: Span, message: string) => Fix;
}

/**
 * In:   a flow, and the texts that its spans point into, by file.
 * Out:  its words.
 * Says: nothing.
 * Cost: constant each; `insertBelow` is linear in the line.
 */
export const wordsFor = (flow: Flow, sources: Readonly<Record<string, string>>): Words => {
  const key = (index: number | null): string =>
    index === null ? "()" : (flow.participants[index]?.key ?? "()");
  const textOf = ({ file }: Span): string => sources[file] ?? "";
  return {
    key,
    participant: (index) => `\`${key(index)}\``,
    message: (index) => {
      const message = flow.messages[index];
      if (message === undefined) return "the message";
      const [label = ""] = message.label?.text.trim().split("\n") ?? [];
      const arrow = `${key(message.from)} ${messageKinds[message.kind].arrow} ${key(message.to)}`;
      return `\`${label === "" ? arrow : label}\``;
    },
    when: (decisions) => {
      const ways = decisions.flatMap(
        ({ fragment, operand }) => wayThrough(flow.fragments[fragment], operand) ?? [],
      );
      const shown = ways.length > most ? [...ways.slice(0, most - 1), "so on"] : ways;
      return shown.length === 0 ? "" : `when ${list(shown)}`;
    },
    firstWord: (span) => {
      const text = textOf(span).slice(span.start, span.end);
      return { ...span, end: span.start + (/^[^\s:{]+/.exec(text)?.[0].length ?? span.end - span.start) };
    },
    text: (span) => textOf(span).slice(span.start, span.end),
    insertBelow: (statement, text, message) => {
      const before = textOf(statement).slice(0, statement.start);
      const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
      const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
      const span = { ...statement, start: statement.end };
      return { kind: "suggestion", message, edits: [{ span, text: `\n${indent}${text}` }] };
    },
    addAttribute: (statement, attribute, message) => {
      const text = textOf(statement).slice(statement.start, statement.end);
      if (/["'|\\\n\r]/.test(text)) return undefined;
      const map = /[\s:]\{([^{}]*)\}$/.exec(text);
      const written = map?.[1]?.trimEnd() ?? "";
      const start = statement.start + (map === null ? text.length : map.index + 2 + written.length);
      const put = map === null ? ` { ${attribute} }` : written === "" ? ` ${attribute}` : `; ${attribute}`;
      return {
        kind: "suggestion",
        message,
        edits: [{ span: { ...statement, start, end: start }, text: put }],
      };
    },
    remove: (span, message) => {
      const before = /(?:^|[\n\r])([ \t]*)$/.exec(textOf(span).slice(0, span.start));
      const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(textOf(span).slice(span.end));
      const isAlone = before !== null && after !== null;
      const [start, end] = isAlone ? [before[1]?.length ?? 0, after[0].length] : [0, 0];
      return {
        kind: "safe",
        message,
        edits: [{ span: { ...span, start: span.start - start, end: span.end + end }, text: "" }],
      };
    },
  };
};

/** Turns of a path that a sentence can hold. */
const most = 5;

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

const wayThrough = (fragment: Fragment | undefined, operand: number): string | undefined => {
  if (fragment === undefined) return undefined;
  const facts: FragmentFacts = fragmentKinds[fragment.kind];
  const word = operand > 0 ? (facts.continuation ?? fragment.kind) : fragment.kind;
  const label = operandLabel(fragment, Math.max(operand, 0))?.trim();
  const written = `\`${label === undefined || label === "" ? word : `${word}: ${label}`}\``;
  switch (facts.flow) {
    case "choice":
    case "maybe":
      return operand < 0 ? `${written} is skipped` : written;
    case "rounds":
      return operand < 0 ? `${written} runs no round` : operand > 0 ? written : undefined;
    case "sequence":
    case "parallel":
    case "handler":
      return undefined;
  }
};
