import type { Finding, Rule } from "./rule.ts";

/** A finding with the rule that made it. */
export interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * One mistake, one finding: drops those that another one about the same thing explains.
 *
 * In:   findings in any order.
 * Out:  those that stay, in their order: of one rule the first about a thing; none whose rule yields to that of another one
 *       about the same thing. A finding for information hides nothing.
 * Says: nothing.
 * Cost: linear in the findings times those about one thing.
 */
export const keepHighest = (found: readonly Found[]): readonly Found[] => {
  const codesAbout = new Map<string, Set<string>>();
  const first = found.filter(({ rule, finding: { about, severity } }) => {
    if (about.length === 0) return true;
    const isNew = about.some((thing) => !codesAbout.get(thing)?.has(rule.code));
    for (const thing of severity === "info" ? [] : about)
      codesAbout.set(thing, (codesAbout.get(thing) ?? new Set()).add(rule.code));
    return isNew;
  });
  return first.filter(
    ({ rule, finding: { about } }) =>
      !about.some((thing) => rule.yieldsTo.some((code) => codesAbout.get(thing)?.has(code))),
  );
};
