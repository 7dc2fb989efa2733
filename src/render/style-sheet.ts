import type { ColourName, Paint, PaintRole } from "../theme/theme.ts";
import type { ThemeChoice } from "../theme/themes.ts";
import { number } from "./number.ts";

/** What a picture uses of what is said once, in its style sheet. */
export interface Used {
  readonly roles: ReadonlySet<PaintRole>;
  /** Declarations by class name, in the order of first use: faces, sizes and anchors that are not the default. */
  readonly text: ReadonlyMap<string, string>;
  readonly halo: boolean;
}

/**
 * The picture's style sheet: only rules for what the picture uses, and each tied to the picture by its prefix, so that many
 * pictures can stand in one page.
 *
 * Three layers, since renderers differ in what they understand:
 * 1. plain rules with hexadecimal colours, for all of them;
 * 2. `@media (prefers-color-scheme: dark)`, for the picture as a file or an `<img>`: there it is the root;
 * 3. `@supports (color: light-dark(…))`, for the picture inside a page: it follows the page's `color-scheme`, and the page
 *    may set `--slant-ink` and the other colours itself.
 *
 * In:   of `dark`, only the colours are used: forms are the same by day and by night.
 * Cost: linear in what is used.
 */
export const styleSheet = (
  { theme, dark }: ThemeChoice,
  used: Used,
  prefix: string,
  fonts: { readonly family: string; readonly css: string },
): string => {
  const scope = `.${prefix}`;
  const roles = [...used.roles].sort();
  const looks: readonly Look[] = [
    { name: "ground", fill: "ground" },
    ...roles.map((name) => ({ name, ...theme.paint[name] })),
    ...(used.halo ? [{ name: "halo", stroke: "ground" } as const] : []),
  ];
  const names = [...new Set(looks.flatMap(({ fill, stroke }) => [fill ?? [], stroke ?? []].flat()))];
  const shared = (name: ColourName): string =>
    dark && dark.colours[name] !== theme.colours[name]
      ? `light-dark(${theme.colours[name]},${dark.colours[name]})`
      : theme.colours[name];

  const lines = [
    fonts.css,
    `${scope}{font-family:${fonts.family};font-size:${number(theme.style.text)}px;${defaults}}`,
    ...rules(scope, looks, (look) => colours(look, (name) => theme.colours[name]) + absent(look)),
    ...rules(scope, looks, form),
    ...Array.from(used.text, ([name, declaration]) => `${scope} .sl-${name}{${declaration}}`),
  ];
  const night = dark
    ? rules(`${scope}:root`, looks, (look) => colours(look, (name) => dark.colours[name]))
    : [];
  const page = [
    `${scope}{${inherited}${names.map((name) => `--${name}:var(--slant-${name},${shared(name)})`).join(";")}}`,
    ...rules(scope, looks, (look) => colours(look, (name) => `var(--${name})`)),
  ];
  return [
    ...lines,
    ...(night.length > 0 ? [`@media (prefers-color-scheme:dark){${night.join("")}}`] : []),
    `@supports (color:light-dark(red,red)){${page.join("")}}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
};

interface Look extends Paint {
  readonly name: PaintRole | "ground" | "halo";
}

const defaults = "font-weight:400;font-style:normal;text-anchor:middle";

/** What a page hands down to a picture that stands in it, and what would move its words. */
const inherited =
  "direction:ltr;font-stretch:normal;font-variant:normal;font-feature-settings:normal;font-kerning:auto;" +
  "letter-spacing:normal;word-spacing:normal;text-indent:0;text-transform:none;text-shadow:none;white-space:normal;";

/** One rule for all the roles that look the same. */
const rules = (scope: string, looks: readonly Look[], declare: (look: Look) => string): readonly string[] => {
  const byLook = new Map<string, string[]>();
  for (const look of looks) {
    const declaration = declare(look);
    if (declaration === "") continue;
    const selectors = byLook.get(declaration) ?? [];
    selectors.push(`${scope} .sl-${look.name}`);
    byLook.set(declaration, selectors);
  }
  return Array.from(
    byLook,
    ([declaration, selectors]) => `${selectors.join(",")}{${declaration.replace(/;$/, "")}}`,
  );
};

const colours = ({ fill, stroke }: Look, colour: (name: ColourName) => string): string =>
  (fill ? `fill:${colour(fill)};` : "") + (stroke ? `stroke:${colour(stroke)};` : "");

/** Said outright, since a page's own `svg path { fill: … }` would win over what is inherited. */
const absent = ({ name, fill, stroke }: Look): string =>
  name === "halo" ? "" : (fill ? "" : "fill:none;") + (stroke ? "" : "stroke:none;");

const form = ({ name, width, dash, opacity, cap, join }: Look): string =>
  name === "halo"
    ? "stroke-width:4px;stroke-linejoin:round;paint-order:stroke"
    : [
        width === undefined ? "" : `stroke-width:${number(width)}px;`,
        dash === undefined ? "" : `stroke-dasharray:${dash.map(number).join(" ")};`,
        cap === undefined ? "" : `stroke-linecap:${cap};`,
        join === undefined ? "" : `stroke-linejoin:${join};`,
        opacity === undefined ? "" : `opacity:${number(opacity)};`,
      ].join("");
