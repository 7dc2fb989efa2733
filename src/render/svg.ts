import { create, Dom, withWindow } from "@svgdotjs/svg.js";
import type { Group, Scene } from "../layout/scene.ts";
import type { PaintRole, Theme } from "../theme/theme.ts";
import type { ThemeChoice } from "../theme/themes.ts";
import { authorStyle } from "./author-style.ts";
import { contentHash } from "./content-hash.ts";
import { markupOf, openWindow } from "./dom.ts";
import { draw } from "./drawn.ts";
import { number } from "./number.ts";
import { safeLink } from "./safe-link.ts";
import { safeText } from "./safe-text.ts";
import { styleSheet } from "./style-sheet.ts";
import { families } from "./text-classes.ts";

export interface SvgOptions extends ThemeChoice {
  /** Carry the letters inside the picture, or take them from the machine that shows it. */
  readonly fonts?: "embed" | "system";
  /** Shrink with the column that the picture stands in. */
  readonly responsive?: boolean;
  /** Of every id and of the class that the picture's rules hang on; from the content if absent. A CSS identifier. */
  readonly idPrefix?: string;
  /** A colour instead of the theme's ground: a CSS name, `#rgb`, `#rrggbb`; `transparent` for none. */
  readonly background?: string;
}

/**
 * Writes a scene as SVG.
 *
 * In:     a scene; a theme and, if the picture is to follow a dark page, its dark side.
 * Out:    one `<svg>` element. Same scene, same options, same bytes.
 * Says:   nothing; a TypeError for an option that cannot be meant.
 * Cost:   linear: each group is made and serialised on its own, for svgdom looks through all of a parent's children
 *         whenever it adds one.
 */
export const renderSvg = (scene: Scene, options: SvgOptions): string =>
  withWindow(openWindow() as Parameters<typeof withWindow>[0], () => picture(scene, options));

const picture = (scene: Scene, options: SvgOptions): string => {
  const { theme, dark, bare } = painted(options);
  const used = { roles: new Set<PaintRole>(), text: new Map<string, string>(), halo: false };

  const groupMarkup = (group: Group): string => {
    const element = groupElement(group);
    for (const mark of group.marks) {
      const paint = theme.paint[mark.paint];
      const drawn = draw(mark, paint, theme.style);
      if (drawn === undefined) continue;
      used.roles.add(mark.paint);
      for (const [name, declaration] of drawn.classes ?? []) {
        if (name === "halo") used.halo = true;
        else used.text.set(name, declaration);
      }
      const classes = [mark.paint, ...(drawn.classes?.keys() ?? [])].map((name) => `sl-${name}`).join(" ");
      const own = group.style ? authorStyle(group.style, mark, paint) : "";
      const made = element.element(drawn.name, {
        class: classes,
        ...drawn.attributes,
        ...(own && { style: own }),
      });
      if (drawn.text !== undefined) made.words(drawn.text);
    }
    return markupOf(element.node);
  };

  const body = scene.groups.map(groupMarkup).join("\n");
  const fonts = { family: families.inter, css: "" };
  const words = [safeText(scene.title ?? ""), safeText(scene.description)] as const;
  const sheet = (prefix: string) => styleSheet({ theme, ...(dark && { dark }) }, used, prefix, fonts);
  const prefix =
    options.idPrefix ??
    `s${contentHash(JSON.stringify([scene.width, scene.height, scene.lang, words, bare, sheet(""), body]))}`;

  const size = { width: number(scene.width), height: number(scene.height) };
  const root = new Dom(create("svg") as never, {
    xmlns: "http://www.w3.org/2000/svg",
    class: `slant ${prefix}`,
    viewBox: `0 0 ${size.width} ${size.height}`,
    ...size,
    ...(options.responsive && { style: "max-width:100%;height:auto" }),
    lang: scene.lang,
    role: "img",
    "aria-labelledby": words[0] === "" ? `${prefix}-desc` : `${prefix}-title ${prefix}-desc`,
  });
  if (words[0] !== "") root.element("title", { id: `${prefix}-title` }).words(words[0]);
  root.element("desc", { id: `${prefix}-desc` }).words(words[1]);
  root.element("style").words(sheet(prefix));
  if (!bare) root.element("rect", { class: "sl-ground", ...size });
  root.element("g", { transform: "translate(.5 .5)" });
  return shortened(markupOf(root.node).replace(/<\/g><\/svg>$/, () => `\n${body}\n</g></svg>`));
};

/** What stands around a group's marks: a link where the author gave a safe one. */
const groupElement = (group: Group): Dom => {
  const link = group.link === undefined ? undefined : safeLink(group.link);
  const opacity = group.style?.opacity;
  const classes = [
    ...group.classes.map((name) => `slant-${name}`),
    ...(group.authorClasses ?? []).map((name) => safeText(name).replace(/\s+/g, "-")),
  ];
  const element = new Dom(create(link === undefined ? "g" : "a") as never, {
    class: classes.join(" "),
    ...(group.line !== undefined && { "data-line": String(group.line) }),
    ...(link !== undefined && { href: link, rel: "noopener" }),
    ...(typeof opacity === "number" && { opacity: number(opacity) }),
  });
  if (group.tooltip !== undefined) element.element("title").words(safeText(group.tooltip));
  return element;
};

/** The themes with the author's background, if there is one; `bare` if the picture is to have none. */
const painted = ({ theme, dark, background }: SvgOptions) => {
  if (background === undefined) return { theme, dark, bare: false };
  if (background === "transparent" || background === "none") return { theme, dark, bare: true };
  if (!/^(#([\da-f]{3}|[\da-f]{6})|[a-z]+)$/i.test(background)) {
    throw new TypeError(`The background \`${background}\` is no colour: give a CSS name or \`#rrggbb\`.`);
  }
  const on = (one: Theme): Theme => ({ ...one, colours: { ...one.colours, ground: background } });
  return { theme: on(theme), dark: dark && on(dark), bare: false };
};

/** Elements without content as XML lets one write them. A `>` in text is always escaped, so this finds markup alone. */
const shortened = (markup: string): string => markup.replace(/><\/(?:path|rect|circle)>/g, "/>");
