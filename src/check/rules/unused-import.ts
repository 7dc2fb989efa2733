import type { Flow } from "../../flow/flow.ts";
import { eachStatement } from "../../order/statements.ts";
import { participantsUsed } from "../participants-used.ts";
import type { Rule } from "../rule.ts";

export const unusedImport: Rule = {
  code: "unused-import",
  severity: "warning",
  category: "style",
  precision: "high",
  tier: "structure",
  fixKind: "suggestion",
  summary: "A file is imported, and nothing of it is used.",
  why:
    "All its participants stand in the picture with empty lifelines, and whoever reads the flow looks for what they do. Mostly the " +
    "messages that used them are gone.",
  bad: "...@people\nweb: Web shop\nweb ~> api: order\n",
  good: "...@people\nweb: Web shop\nweb ~> api: order\napi ~> clerk: please check\n",
  files: { "people.slant": "clerk: Clerk { kind: person }\n" },
  sources: ["no-unused-vars, a rule of ESLint"],
  yieldsTo: [],
  limits:
    "Looked at are whole files at the top of the text, `...@file`. A file that brings anything but participants, " +
    "such as messages, notes, variables, classes or imports of its own, counts as used.",
  check: ({ flow, words }) => {
    const [first] = flow.imports ?? [];
    if (first === undefined || flow.messages.length === 0) return [];
    const used = participantsUsed(flow);
    const busy = filesWithMore(flow);
    return (flow.imports ?? []).flatMap(({ file, span }) => {
      const brought = flow.participants.filter((participant) => participant.span.file === file);
      const text = words.text({ file, start: 0, end: Number.POSITIVE_INFINITY });
      const isUsed = brought.some(({ index }) => used.has(index)) || busy.has(file) || bringsMore.test(text);
      if (isUsed || brought.length === 0) return [];
      return [
        {
          message: `Nothing has to do with what \`${words.text(span)}\` brings.`,
          span,
          help: "draw what they do, or take the import out",
          fixes: [{ ...words.remove(span, "Take out the import"), kind: "suggestion" as const }],
          about: [`import ${span.file} ${span.start}`],
        },
      ];
    });
  },
};

/** What does not show in the flow where it was brought from. */
const bringsMore = /^\s*(?:vars|classes|config|title|description|lang|lifelines|\.\.\.)|\*/m;

/** Files of which messages, fragments or marks are in the flow. */
const filesWithMore = (flow: Flow): ReadonlySet<string> => {
  const files = new Set(
    [...flow.messages, ...flow.fragments, ...flow.boundaries].map(({ span }) => span.file),
  );
  eachStatement(flow, ({ span }) => files.add(span.file));
  return files;
};
