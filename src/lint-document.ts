import { type CheckOptions, judge, type Verdict } from "./check/check.ts";
import { fingerprinted } from "./check/fingerprints.ts";
import { type Compiled, type CompileOptions, compile } from "./compile.ts";
import type { Fence } from "./markdown/fence.ts";
import { fencesIn } from "./markdown/fences-in.ts";
import { flowLanguage } from "./markdown/flow-language.ts";
import { inDocument } from "./markdown/in-document.ts";
import { keptFlowsIn } from "./markdown/pictured.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import type { Source } from "./source/source.ts";

/** What a file came to. */
export interface DocumentVerdict extends Verdict {
  /** The texts of other files that its flows import, by name. */
  readonly imported: Readonly<Record<string, string>>;
  readonly counts: Counts;
}

/** How much its flows hold. */
export type Counts = Readonly<Record<"participant" | "message" | "fragment" | "callback", number>>;

/** Runs a step, and may look at the clock. */
export type Timer = <T>(part: "compile" | "check", step: () => T) => T;

/**
 * Checks a file: a flow, or a Markdown document with flows in its fences.
 *
 * In:     the file's text under its name, whose ending says what it is; the choice of rules, and where imports come
 *         from.
 * Out:    what is wrong with all its flows, at the document's own places, each finding with a fingerprint.
 * Says:   what `compile` and `judge` say.
 * Cost:   linear in the text, and what checking its flows costs.
 */
export const lintDocument = (
  source: Source,
  options: CheckOptions & CompileOptions,
  time: Timer = (_, step) => step(),
): DocumentVerdict => {
  const seen = { kept: new Map<string, number>(), excused: new Map<string, number>() };
  const lintOne = (flow: Pick<Source, "text" | "language">): DocumentVerdict => {
    const compiled = time("compile", () => compile({ name: source.name, ...flow }, options));
    const { diagnostics, suppressed } = time("check", () => judge(compiled, options));
    const excused = fingerprinted(
      suppressed.map(({ diagnostic }) => diagnostic),
      compiled,
      seen.excused,
    );
    return {
      diagnostics: fingerprinted(diagnostics, compiled, seen.kept),
      suppressed: excused.map((diagnostic, index) => ({
        diagnostic,
        reason: suppressed[index]?.reason ?? "",
      })),
      imported: importedBy(compiled, source.name),
      counts: countsOf(compiled),
    };
  };
  const fences = flowFences(source);
  if (fences === undefined) return lintOne(source);
  return together(
    fences.map((fence) => {
      const language = flowLanguage(fence);
      const verdict = lintOne({ text: fence.text, ...(language && { language }) });
      const move = (found: Diagnostic): Diagnostic => inDocument(found, fence, source.name);
      return {
        ...verdict,
        diagnostics: verdict.diagnostics.map(move),
        suppressed: verdict.suppressed.map(({ diagnostic, reason }) => ({
          diagnostic: move(diagnostic),
          reason,
        })),
      };
    }),
  );
};

/** The fences of a document that hold flows, and the comments where `slant md` left them; of a file that is a flow, nothing. */
export const flowFences = ({ name, text }: Source): readonly Fence[] | undefined => {
  const [ending] = /\.(?:md|markdown|mdx)$/i.exec(name) ?? [];
  if (ending === undefined) return undefined;
  const dialect = ending.toLowerCase() === ".mdx" ? "mdx" : "markdown";
  if (!/slant|d2/.test(text)) return [];
  const fences = fencesIn(text, dialect).filter(flowLanguage);
  const kept = dialect === "mdx" ? [] : keptFlowsIn(text);
  return [...fences, ...kept].sort((a, b) => a.start - b.start);
};

const importedBy = ({ sources }: Compiled, own: string): DocumentVerdict["imported"] =>
  Object.fromEntries(Object.entries(sources).filter(([name]) => name !== own));

const countsOf = ({ flow }: Compiled): Counts => ({
  participant: flow.participants.length,
  message: flow.messages.length,
  fragment: flow.fragments.length,
  callback: flow.callbacks.length,
});

const together = (verdicts: readonly DocumentVerdict[]): DocumentVerdict => {
  const sum = (noun: keyof Counts) => verdicts.reduce((total, { counts }) => total + counts[noun], 0);
  return {
    diagnostics: verdicts.flatMap(({ diagnostics }) => diagnostics),
    suppressed: verdicts.flatMap(({ suppressed }) => suppressed),
    imported: Object.assign({}, ...verdicts.map(({ imported }) => imported)),
    counts: {
      participant: sum("participant"),
      message: sum("message"),
      fragment: sum("fragment"),
      callback: sum("callback"),
    },
  };
};
