import type { Part } from "./parts.ts";

/** A rule for the parts of a form, by a selector below the group's own. */
export interface FormRule {
  readonly selector: string;
  readonly part: Part;
  /** What another rule of the form says about the same element and must not. */
  readonly resets: readonly string[];
}

export interface Forms {
  /** By group: the class of its form; undefined where its elements have classes of their own. */
  readonly classOf: readonly (string | undefined)[];
  readonly rules: readonly FormRule[];
}

/** Bytes that a form must save before it is worth its rules. */
const worth = 40;

/**
 * Finds groups that are put together in one way, so that a class of the group says what each of its elements else says
 * anew: a call is a line, a head and words, fifty times over.
 *
 * In:   the parts of each group's marks.
 * Out:  classes `sl-1`, `sl-2` … in the order of their first group. An element is told by its name, or by its name and the
 *       element before it; what that does not tell apart has no form.
 * Cost: linear in the parts.
 */
export const formsOf = (groups: readonly (readonly { readonly part: Part }[])[]): Forms => {
  const found = new Map<string, { readonly rules: readonly FormRule[]; saved: number }>();
  // Most groups are put together like one before them.
  const known = new Map<string, Known | undefined>();
  const keys = groups.map((marks) => {
    let order = "";
    for (const { part } of marks) order += `${part.number} `;
    if (!known.has(order)) known.set(order, rulesFor(marks.map(({ part }) => part)));
    const told = known.get(order);
    if (told === undefined) return undefined;
    const form = found.get(told.key);
    if (form === undefined)
      found.set(told.key, { rules: told.rules, saved: told.saved - 60 * told.rules.length });
    else form.saved += told.saved;
    return told.key;
  });
  const worthy = [...found].filter(([, { saved }]) => saved > worth);
  const names = new Map(worthy.map(([key], at) => [key, `sl-${at + 1}`]));
  return {
    classOf: keys.map((key) => (key === undefined ? undefined : names.get(key))),
    rules: worthy.flatMap(([key, { rules }]) =>
      rules.map((rule) => ({ ...rule, selector: `.${names.get(key)} ${rule.selector}` })),
    ),
  };
};

/** The rules of a form, and the bytes of classes that each of its groups goes without. */
interface Known {
  readonly key: string;
  readonly rules: readonly FormRule[];
  readonly saved: number;
}

const savedBy = (parts: readonly Part[]): number =>
  parts.reduce((sum, { classes }) => sum + classes.length + 9, -5);

const rulesFor = (parts: readonly Part[]): Known | undefined => {
  if (parts.length === 0) return undefined;
  const plain = new Map<string, Part>();
  const isPlain = parts.every((part) => {
    const first = plain.get(part.element);
    if (first === undefined) plain.set(part.element, part);
    return first === undefined || first.classes === part.classes;
  });
  if (isPlain)
    return {
      key: Array.from(plain, ([element, part]) => `${element} ${part.classes}`)
        .sort()
        .join("|"),
      rules: Array.from(plain, ([selector, part]) => ({ selector, part, resets: [] })),
      saved: savedBy(parts),
    };
  return rulesInOrder(parts);
};

/** Elements of one name that differ: the first is told by its name, each other one by what stands before it as well. */
const rulesInOrder = (parts: readonly Part[]): Known | undefined => {
  const rules = new Map<string, FormRule>();
  const firsts = new Map<string, Part>();
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    const first = firsts.get(part.element);
    if (first === undefined) {
      firsts.set(part.element, part);
      rules.set(part.element, { selector: part.element, part, resets: [] });
      continue;
    }
    const selector = `${before?.element}+${part.element}`;
    const known = rules.get(selector)?.part ?? first;
    if (known.classes === part.classes) continue;
    // Another element stands in the same way behind the same one, or did so before and went without a rule.
    if (rules.has(selector) || stoodSo(parts, at)) return undefined;
    const resets = leaks(first, part);
    if (resets === undefined) return undefined;
    rules.set(selector, { selector, part, resets });
  }
  return {
    key: parts
      .map((part) => `${part.element} ${part.classes}`)
      .filter((one, at, all) => one !== all[at - 1])
      .join("|"),
    rules: [...rules.values()],
    saved: savedBy(parts),
  };
};

const stoodSo = (parts: readonly Part[], at: number): boolean =>
  parts.some(
    ({ element }, other) =>
      other > 0 &&
      other < at &&
      element === parts[at]?.element &&
      parts[other - 1]?.element === parts[at - 1]?.element,
  );

const defaults: Readonly<Record<string, string>> = {
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  "text-anchor": "middle",
  "font-weight": "400",
  "font-style": "normal",
  opacity: "1",
};

/** What the first part's rule says that the other's does not, undone; undefined where it cannot be. */
const leaks = (first: Part, other: Part): readonly string[] | undefined => {
  const left = first.properties.filter((property) => !other.properties.includes(property));
  return left.every((property) => Object.hasOwn(defaults, property))
    ? left.map((property) => `${property}:${defaults[property]}`)
    : undefined;
};
