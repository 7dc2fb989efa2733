import type { Group, Mark } from "../layout/scene.ts";
import type { Theme } from "../theme/theme.ts";
import { authorStyle } from "./author-style.ts";
import type { Cast } from "./casts.ts";
import { asAttributes, halo, plainDeclaration } from "./declarations.ts";
import { type Drawn, type DrawnRun, draw } from "./drawn.ts";
import { escaped } from "./escaped.ts";
import type { Fonts } from "./fonts.ts";
import { formsOf } from "./forms.ts";
import { groupElement } from "./group-element.ts";
import type { Look } from "./look-of.ts";
import { mergedGroups } from "./merged-groups.ts";
import { pixelsFor } from "./on-pixels.ts";
import { type Part, partsOf } from "./parts.ts";
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
  readonly cast: Cast;
}

/**
 * Draws all groups.
 *
 * Cost: linear.
 */
export const bodyOf = (groups: readonly Group[], manner: Manner): Body => {
  const { theme, fonts, isInteractive, isSelfContained, cast } = manner;
  const ties = tieNumbers(groups);
  const partOf = partsOf(theme, fonts);
  const merged = mergedGroups(groups, isInteractive);
  const shown = merged.map((group) => shownMarks(group, theme, fonts, partOf));
  const forms = formsOf(isSelfContained ? [] : shown.map(({ parts }) => parts));
  const used = { looks: new Map<string, Look>(), text: new Map<string, string>(), halo: false };

  const markup = merged.map((group, index) => {
    const marks = shown[index] as ShownMarks;
    const form = forms.classOf[index];
    noteUsed(marks, form !== undefined, used);
    return groupElement(
      group,
      numbersOf(group, ties),
      isInteractive,
      form,
      cast,
      contentOf(group, marks, form, manner),
    );
  });
  return {
    markup: markup.join("\n"),
    used: { ...used, looks: [...used.looks.values()], forms: forms.rules, ties: ties.size },
  };
};

/** What the style sheet must say for marks that have classes of their own, and for the parts of texts. */
const noteUsed = (
  { drawn, parts }: ShownMarks,
  hasForm: boolean,
  used: { readonly looks: Map<string, Look>; readonly text: Map<string, string>; halo: boolean },
): void => {
  if (!hasForm)
    for (const { look, text, hasHalo } of parts) {
      used.looks.set(look.name, look);
      for (const [name, declaration] of text) used.text.set(name, declaration);
      used.halo ||= hasHalo;
    }
  for (const { runs } of drawn)
    if (runs !== undefined)
      for (const { classes } of runs)
        for (const [name, declaration] of classes) used.text.set(name, declaration);
};

/** The markup of a group's marks. */
const contentOf = (
  group: Group,
  { marks, drawn, parts }: ShownMarks,
  form: string | undefined,
  manner: Manner,
): string => {
  let content = "";
  for (let at = 0; at < drawn.length; at++) {
    const one = drawn[at] as Drawn;
    const attributes = attributesOf(group, marks[at] as Mark, one, parts[at] as Part, form, manner);
    const words = one.text === undefined ? runsOf(one.runs, manner) : escaped(one.text);
    content += manner.cast(one.name, attributes, words);
  }
  return content;
};

/** A group's marks without those that have no picture; at the same places, how each is drawn and looks. */
interface ShownMarks {
  readonly marks: readonly Mark[];
  readonly drawn: readonly Drawn[];
  readonly parts: readonly Part[];
}

const shownMarks = (
  group: Group,
  theme: Theme,
  fonts: Fonts,
  partOf: (mark: Mark, drawn: Drawn) => Part,
): ShownMarks => {
  const shown = { marks: [] as Mark[], drawn: [] as Drawn[], parts: [] as Part[] };
  const pixels = pixelsFor(group.marks, theme.paint);
  for (const mark of group.marks) {
    const drawn = draw(mark, fonts, pixels);
    if (drawn === undefined) continue;
    shown.marks.push(mark);
    shown.drawn.push(drawn);
    shown.parts.push(partOf(mark, drawn));
  }
  return shown;
};

const numbersOf = ({ ties }: Group, numbers: ReadonlyMap<string, number>): readonly number[] =>
  ties === undefined ? none : ties.flatMap((tie) => numbers.get(tie) ?? []);

const none: readonly never[] = [];

/** An element's place, and what no style sheet says for it. */
const attributesOf = (
  { style }: Group,
  mark: Mark,
  { attributes }: Drawn,
  part: Part,
  form: string | undefined,
  { theme, isSelfContained }: Manner,
): Readonly<Record<string, string>> => {
  if (form !== undefined && style === undefined) return attributes;
  return {
    ...(form === undefined && { class: part.classes }),
    ...(isSelfContained && asAttributes(saidOf(part, theme))),
    ...attributes,
    ...(style && authorStyle(style, mark, part.look)),
  };
};

/** All that a style sheet would say of an element. */
const saidOf = ({ look, text, hasHalo }: Part, theme: Theme): string =>
  [plainDeclaration(look, theme), ...text.values(), ...(hasHalo ? [plainDeclaration(halo, theme)] : [])].join(
    ";",
  );

/** The parts of a text that is not all in one face. */
const runsOf = (runs: readonly DrawnRun[] | undefined, { cast, isSelfContained }: Manner): string => {
  let markup = "";
  for (const { text, classes, link } of runs ?? none) {
    const declared = [...classes.values()].join(";");
    const names = [...classes.keys()].map((name) => `sl-${name}`).join(" ");
    const run = cast(
      "tspan",
      { ...(names && { class: names }), ...(isSelfContained && declared && asAttributes(declared)) },
      escaped(text),
    );
    markup += link === undefined ? run : cast("a", { href: link, rel: "noopener" }, run);
  }
  return markup;
};
