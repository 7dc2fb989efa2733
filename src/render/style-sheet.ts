import type { ColourName } from "../theme/theme.ts";
import type { ThemeChoice } from "../theme/themes.ts";
import { colourDeclaration, halo, plainDeclaration, wordsDeclaration } from "./declarations.ts";
import type { FormRule } from "./forms.ts";
import type { Look } from "./look-of.ts";

/** What a picture uses of what is said once, in its style sheet. */
export interface Used {
  readonly looks: readonly Look[];
  /** Declarations by class name: faces, sizes and anchors that are not the default. */
  readonly text: ReadonlyMap<string, string>;
  readonly halo: boolean;
  /** What the elements of groups look like that are put together in one way. */
  readonly forms: readonly FormRule[];
  /** How many sets of groups light up together. */
  readonly ties: number;
}

/**
 * The picture's style sheet: only rules for what the picture uses, and each tied to the picture by its prefix, so that many
 * pictures can stand in one page.
 *
 * Three layers, since renderers differ in what they understand:
 * 1. plain rules with hexadecimal colours, for all of them; rasterisers read nothing else;
 * 2. `@supports (color: light-dark(…))`, for browsers: inside a page the picture follows the page's `color-scheme`, and the
 *    page may set `--slant-ink` and the other colours itself;
 * 3. `@media (prefers-color-scheme: dark)`, for the picture as a file or an `<img>`, where it is the root.
 *
 * In:   `family`, a value of `font-family`; of `dark`, only the colours are used: forms are the same by day and by night.
 * Cost: linear in what is used.
 */
export const styleSheet = (
  { theme, dark }: ThemeChoice,
  used: Used,
  prefix: string,
  family: string,
): string => {
  const scope = `.${prefix}`;
  const looks: readonly Look[] = [
    { name: "ground", fill: "ground" },
    ...used.looks.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ...(used.halo ? [halo] : []),
  ];
  const rules: readonly Rule[] = [
    ...looks.map((look) => ({ selector: `.sl-${look.name}`, looks: [look], more: [] })),
    ...used.forms.map(({ selector, part, resets }) => ({
      selector,
      looks: part.hasHalo ? [part.look, halo] : [part.look],
      more: [...part.text.values(), ...resets],
    })),
  ];
  const names = coloursOf(rules);
  const variables = (colour: (name: ColourName) => string): string =>
    names.map((name) => `--${name}:${colour(name)}`).join(";");
  const byDayAndNight = (name: ColourName): string =>
    dark && dark.colours[name] !== theme.colours[name]
      ? `light-dark(${theme.colours[name]},${dark.colours[name]})`
      : theme.colours[name];

  const plain = [
    `${scope}{${wordsDeclaration(theme.style, family)}}`,
    ...grouped(rules, ({ looks: shown, more }) =>
      lastOfEach(shown.map((look) => plainDeclaration(look, theme)).concat(more)),
    ).map(
      ([declaration, selectors]) => `${selectors.map((one) => `${scope} ${one}`).join(",")}{${declaration}}`,
    ),
    ...Array.from(used.text, ([name, declaration]) => `${scope} .sl-${name}{${declaration}}`),
  ];
  const inPages = [
    `${scope}{${inherited}${variables((name) => `var(--slant-${name},${byDayAndNight(name)})`)}}`,
    ...grouped(rules, ({ looks: shown }) =>
      lastOfEach(shown.map((look) => colourDeclaration(look, (name) => `var(--${name})`))),
    ).map(([declaration, selectors]) => `${scoped(scope, selectors)}{${declaration}}`),
    ...Array.from({ length: used.ties }, (_, i) => lit(scope, `.slant-tie-${i + 1}`)),
  ];
  return [
    ...plain,
    `@supports (color:light-dark(red,red)){\n${inPages.join("\n")}\n}`,
    ...(dark
      ? [`@media (prefers-color-scheme:dark){${scope}:root{${variables((name) => dark.colours[name])}}}`]
      : []),
  ].join("\n");
};

/** The colours that rules name, each once. */
const coloursOf = (rules: readonly Rule[]): readonly ColourName[] => {
  const names = new Set<ColourName>();
  for (const { looks } of rules)
    for (const { fill, stroke } of looks) {
      if (fill !== undefined) names.add(fill);
      if (stroke !== undefined) names.add(stroke);
    }
  return [...names];
};

/** What a page hands down to a picture that stands in it, and what would move its words. */
const inherited =
  "direction:ltr;font-stretch:normal;font-variant:normal;font-feature-settings:normal;font-kerning:auto;" +
  "letter-spacing:normal;word-spacing:normal;text-indent:0;text-transform:none;text-shadow:none;white-space:normal;";

/** Pointing at one of several tied groups shows them all: what asked for a callback, and what settles it. */
const lit = (scope: string, tie: string): string =>
  `${scope}:has(${tie}:is(:hover,:focus)) ${tie} :is(path,rect,circle){stroke-width:2.5}`;

/** Several selectors of one weight in one: `:is()` weighs as much as the heaviest of them. */
const scoped = (scope: string, selectors: readonly string[]): string =>
  [true, false]
    .map((isHeavy) => selectors.filter((one) => one.includes("+") === isHeavy))
    .flatMap((some) =>
      some.length > 1 ? [`${scope} :is(${some.join(",")})`] : some.map((one) => `${scope} ${one}`),
    )
    .join(",");

/** What is to be said of what a selector finds. */
interface Rule {
  readonly selector: string;
  readonly looks: readonly Look[];
  readonly more: readonly string[];
}

/** Of several declarations of a property the last one counts. */
const lastOfEach = (declarations: readonly string[]): string => {
  if (declarations.length < 2) return declarations[0] ?? "";
  const seen: string[] = [];
  const kept: string[] = [];
  for (const each of declarations.join(";").split(";").reverse()) {
    const property = each.slice(0, each.indexOf(":"));
    if (seen.includes(property)) continue;
    seen.push(property);
    kept.push(each);
  }
  return kept.reverse().join(";");
};

/** Each declaration with the selectors of all that it holds for. */
const grouped = (
  rules: readonly Rule[],
  declare: (rule: Rule) => string,
): readonly (readonly [declaration: string, selectors: readonly string[]])[] => {
  const selectors = new Map<string, string[]>();
  for (const rule of rules) {
    const declaration = declare(rule);
    const found = selectors.get(declaration);
    if (found) found.push(rule.selector);
    else selectors.set(declaration, [rule.selector]);
  }
  return [...selectors];
};
