import type { Group, GroupRole, Mark } from "../layout/scene.ts";
import type { Theme } from "../theme/theme.ts";
import { authorStyle } from "./author-style.ts";
import { asAttributes, halo, plainDeclaration } from "./declarations.ts";
import { markupOf } from "./dom.ts";
import { type Drawn, draw } from "./drawn.ts";
import type { Fonts } from "./fonts.ts";
import { classesOf, formsOf, type Part } from "./forms.ts";
import { groupElement } from "./group-element.ts";
import { type Look, lookOf } from "./look-of.ts";
import { onPixels } from "./on-pixels.ts";
import type { Used } from "./style-sheet.ts";
import { tieNumbers } from "./tie-numbers.ts";

export interface Body {
  /** The groups' markup, one to a line. */
  readonly markup: string;
  /** What the style sheet must say for them. */
  readonly used: Used;
}

interface Manner {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly isInteractive: boolean;
  /** Say on every element what a style sheet would say. */
  readonly isSelfContained: boolean;
}

/**
 * Draws all groups.
 *
 * Cost: linear. Each group is made and serialised on its own, since svgdom looks through all of a parent's children whenever
 *       it adds one.
 */
export const bodyOf = (groups: readonly Group[], manner: Manner): Body => {
  const { theme, fonts, isInteractive, isSelfContained } = manner;
  const looks = new Map<string, Look>();
  const ties = tieNumbers(groups);
  const setting = { style: theme.style, fonts };
  const merged = mergedGroups(groups, isInteractive).map((group) => ({
    group,
    shown: onPixels(group.marks, theme.paint).flatMap((mark) => {
      const drawn = draw(mark, setting);
      return drawn === undefined ? [] : [{ mark, drawn, part: partOf(mark, drawn, theme, looks) }];
    }),
  }));
  const forms = formsOf(isSelfContained ? [] : merged.map(({ shown }) => shown.map(({ part }) => part)));
  const plainLooks = new Map<string, Look>();
  const text = new Map<string, string>();
  let hasHalo = false;

  const markup = merged.map(({ group, shown }, index) => {
    const numbers = (group.ties ?? []).flatMap((tie) => ties.get(tie) ?? []);
    const form = forms.classOf[index];
    const element = groupElement(group, numbers, isInteractive, form);
    for (const { mark, drawn, part } of shown) {
      if (form === undefined) {
        plainLooks.set(part.look.name, part.look);
        for (const [name, declaration] of part.text) text.set(name, declaration);
        hasHalo ||= part.hasHalo;
      }
      const said = isSelfContained ? saidOf(part, theme) : "";
      const made = element.element(drawn.name, {
        ...(form === undefined && { class: classesOf(part) }),
        ...(said && asAttributes(said)),
        ...drawn.attributes,
        ...(group.style && authorStyle(group.style, mark, part.look)),
      });
      if (drawn.text !== undefined) made.words(drawn.text);
      for (const run of drawn.runs ?? []) {
        const around = run.link === undefined ? made : made.element("a", { href: run.link, rel: "noopener" });
        const declared = [...run.classes.values()].join(";");
        for (const [name, declaration] of run.classes) text.set(name, declaration);
        const names = [...run.classes.keys()].map((name) => `sl-${name}`).join(" ");
        around
          .element("tspan", {
            ...(names && { class: names }),
            ...(isSelfContained && declared && asAttributes(declared)),
          })
          .words(run.text);
      }
    }
    return markupOf(element.node);
  });
  return {
    markup: markup.join("\n"),
    used: { looks: [...plainLooks.values()], text, halo: hasHalo, forms: forms.rules, ties: ties.size },
  };
};

const partOf = (mark: Mark, drawn: Drawn, theme: Theme, looks: Map<string, Look>): Part => {
  const { halo: haloed, ...rest } = Object.fromEntries(drawn.classes ?? []);
  return {
    element: drawn.name,
    look: lookOf(mark, theme.paint[mark.paint], looks),
    text: new Map(Object.entries(rest)),
    hasHalo: haloed !== undefined,
  };
};

/** All that a style sheet would say of an element. */
const saidOf = ({ look, text, hasHalo }: Part, theme: Theme): string =>
  [plainDeclaration(look, theme), ...text.values(), ...(hasHalo ? [plainDeclaration(halo, theme)] : [])].join(
    ";",
  );

/** Neighbours that differ in their marks alone, and have nothing to say of themselves, become one group. */
const mergedGroups = (groups: readonly Group[], isInteractive: boolean): readonly Group[] => {
  const merged: { group: Group; marks: Mark[] }[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (
      last &&
      isAnonymous(group, isInteractive) &&
      classKey(group) === classKey(last.group) &&
      isAnonymous(last.group, isInteractive)
    )
      last.marks.push(...group.marks);
    else merged.push({ group, marks: [...group.marks] });
  }
  return merged.map(({ group, marks }) => ({
    ...group,
    marks: group.role === "lifeline" ? joined(marks) : marks,
  }));
};

/** Lines that look the same as one path: they only add to one another. */
const joined = (marks: readonly Mark[]): readonly Mark[] => {
  const found: Mark[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last?.kind === "path" && mark.kind === "path" && last.paint === mark.paint)
      found[found.length - 1] = { ...last, commands: [...last.commands, ...mark.commands] };
    else found.push(mark);
  }
  return found;
};

const isAnonymous = (
  { role, name, line, link, tooltip, style, ties = [], authorClasses = [] }: Group,
  isInteractive: boolean,
): boolean =>
  anonymousRoles.has(role) &&
  (name === undefined || !isInteractive) &&
  line === undefined &&
  link === undefined &&
  tooltip === undefined &&
  style === undefined &&
  ties.length + authorClasses.length === 0;

/** Of what has a name or a line each stands for itself; these are parts of a drawing. */
const anonymousRoles: ReadonlySet<GroupRole> = new Set(["execution", "wait", "lifeline", "lane"] as const);

const classKey = ({ role, classes }: Group): string => `${role} ${classes.join(" ")}`;
