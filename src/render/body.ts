import type { Group, Mark } from "../layout/scene.ts";
import type { Theme } from "../theme/theme.ts";
import { authorStyle } from "./author-style.ts";
import type { Attributes, Caster } from "./casts.ts";
import { asAttributes, halo, plainDeclaration } from "./declarations.ts";
import { type Drawn, type DrawnRun, draw } from "./drawn.ts";
import { escaped } from "./escaped.ts";
import type { Fonts } from "./fonts.ts";
import { formsOf } from "./forms.ts";
import { groupElement } from "./group-element.ts";
import type { Look } from "./look-of.ts";
import { mergedGroups } from "./merged-groups.ts";
import { endsOfLine } from "./on-pixels.ts";
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
  readonly caster: Caster;
}

/**
 * Draws all groups.
 *
 * Cost: linear.
 */
export const bodyOf = (groups: readonly Group[], manner: Manner): Body => {
  const { theme, fonts, isInteractive, isSelfContained } = manner;
  const { cast, castPlain } = manner.caster;
  const ties = tieNumbers(groups);
  const partOf = partsOf(theme, fonts);
  const merged = mergedGroups(groups, isInteractive);
  const shown = merged.map(({ marks }) => shownMarks(marks, theme, fonts, partOf));
  const forms = formsOf(isSelfContained ? [] : shown);
  const used = { looks: new Map<string, Look>(), text: new Map<string, string>(), halo: false };

  const markup = merged.map((group, index) => {
    const marks = shown[index] as readonly Shown[];
    const form = forms.classOf[index];
    let content = "";
    for (const { mark, drawn, part } of marks) {
      noteUsed(drawn, form === undefined ? part : undefined, used);
      const words = drawn.text === undefined ? runsOf(drawn.runs, manner) : escaped(drawn.text);
      content +=
        form !== undefined && group.style === undefined
          ? castPlain(drawn.kind, drawn.values, words)
          : cast(drawn.kind.name, attributesOf(group, mark, drawn, part, form, manner), words);
    }
    return groupElement(group, numbersOf(group, ties), isInteractive, form, cast, content);
  });
  return {
    markup: markup.join("\n"),
    used: { ...used, looks: [...used.looks.values()], forms: forms.rules, ties: ties.size },
  };
};

/** What the style sheet must say for an element that has classes of its own, and for the parts of a text. */
const noteUsed = (
  { runs }: Drawn,
  part: Part | undefined,
  used: { readonly looks: Map<string, Look>; readonly text: Map<string, string>; halo: boolean },
): void => {
  if (part !== undefined && used.looks.get(part.look.name) === undefined)
    used.looks.set(part.look.name, part.look);
  if (part !== undefined && part.text.size > 0)
    part.text.forEach((declaration, name) => void used.text.set(name, declaration));
  used.halo ||= part?.hasHalo === true;
  for (const { classes } of runs ?? none)
    for (const [name, declaration] of classes) used.text.set(name, declaration);
};

/** A mark that has a picture, how it is drawn, and how it looks. */
interface Shown {
  readonly mark: Mark;
  readonly drawn: Drawn;
  readonly part: Part;
}

const shownMarks = (
  marks: readonly Mark[],
  { paint }: Theme,
  fonts: Fonts,
  partOf: (mark: Mark, drawn: Drawn) => Part,
): readonly Shown[] => {
  const setting = { fonts, paint, ends: endsOfLine(marks, paint) };
  const shown = marks.map((mark) => {
    const drawn = draw(mark, setting);
    return drawn && { mark, drawn, part: partOf(mark, drawn) };
  });
  return shown.includes(undefined) ? shown.filter((one) => one !== undefined) : (shown as readonly Shown[]);
};

const numbersOf = ({ ties }: Group, numbers: ReadonlyMap<string, number>): readonly number[] =>
  ties === undefined ? none : ties.flatMap((tie) => numbers.get(tie) ?? []);

const none: readonly never[] = [];

/** An element's place, and what no style sheet says for it. */
const attributesOf = (
  { style }: Group,
  mark: Mark,
  { kind, values }: Drawn,
  part: Part,
  form: string | undefined,
  { theme, isSelfContained }: Manner,
): Attributes => {
  const attributes: Record<string, string> = form === undefined ? { class: part.classes } : {};
  if (isSelfContained) Object.assign(attributes, asAttributes(saidOf(part, theme)));
  for (const [at, name] of kind.attributes.entries()) attributes[name] = values[at] as string;
  return style === undefined ? attributes : Object.assign(attributes, authorStyle(style, mark, part.look));
};

/** All that a style sheet would say of an element. */
const saidOf = ({ look, text, hasHalo }: Part, theme: Theme): string =>
  [plainDeclaration(look, theme), ...text.values(), ...(hasHalo ? [plainDeclaration(halo, theme)] : [])].join(
    ";",
  );

/** The parts of a text that is not all in one face. */
const runsOf = (
  runs: readonly DrawnRun[] | undefined,
  { caster: { cast }, isSelfContained }: Manner,
): string => {
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
