import { check } from "../../../src/check/check.ts";
import { rules } from "../../../src/check/rules.ts";
import { compile } from "../../../src/compile.ts";
import { type GoodFlow, goodFlows } from "./good-flows.ts";
import { mutate, type Operator, operators } from "./operators.ts";

/** A mutant on which the expected rule did not speak, or not alone. */
export interface Survivor {
  readonly flow: string;
  readonly does: string;
  readonly code: string;
  /** What was reported instead, or beside it. */
  readonly says: readonly string[];
  readonly text: string;
}

export interface Recall {
  readonly mutants: number;
  /** The expected rule spoke. */
  readonly caught: number;
  /** It spoke alone. */
  readonly alone: number;
}

export const codesIn = (text: string): readonly string[] => {
  const compiled = compile({ name: "mutant.slant", text });
  if (compiled.diagnostics.some(({ severity }) => severity === "error")) return ["no flow"];
  return [...new Set(check(compiled, { extends: "all" }).map(({ code }) => code))].toSorted();
};

/** Applies an operator to flows that are silent; a mutant that is no flow any more is none. */
export const applied = (
  operator: Operator,
  flows: readonly GoodFlow[],
): { readonly recall: Recall; readonly survivors: readonly Survivor[] } => {
  const survivors: Survivor[] = [];
  const recall = { mutants: 0, caught: 0, alone: 0 };
  for (const { name, text } of flows) {
    const compiled = compile({ name, text });
    for (const mutant of operator.mutants({ name, text, compiled })) {
      const mutated = mutate(text, mutant);
      const says = codesIn(mutated);
      if (says.includes("no flow")) continue;
      recall.mutants++;
      if (says.includes(operator.code)) recall.caught++;
      if (says.includes(operator.code) && says.length === 1) recall.alone++;
      else survivors.push({ flow: name, does: operator.does, code: operator.code, says, text: mutated });
    }
  }
  return { recall, survivors };
};

/** Recall of every rule that has an operator, over the flows of a gallery and generated ones. */
export const measureRecall = (gallery: readonly GoodFlow[], generated: number) => {
  const flows = [...gallery, ...goodFlows(generated)];
  const loud = flows
    .filter(({ text }) => codesIn(text).length > 0)
    .map(({ name, text }) => ({ name, says: codesIn(text) }));
  const byCode = new Map<string, Recall>();
  const survivors: Survivor[] = [];
  for (const operator of operators) {
    const { recall, survivors: left } = applied(operator, flows);
    const known = byCode.get(operator.code) ?? { mutants: 0, caught: 0, alone: 0 };
    byCode.set(operator.code, {
      mutants: known.mutants + recall.mutants,
      caught: known.caught + recall.caught,
      alone: known.alone + recall.alone,
    });
    survivors.push(...left);
  }
  return { flows: flows.length, loud, byCode, survivors };
};

/** Every finding of a rule on a flow that was not written for it. */
export const strangeFindings = (flows: readonly (GoodFlow & { readonly writtenFor?: string })[]) =>
  flows.flatMap(({ name, text, writtenFor }) =>
    codesIn(text)
      .filter((code) => code !== writtenFor && rules.some((rule) => rule.code === code))
      .map((code) => ({ flow: name, code })),
  );
