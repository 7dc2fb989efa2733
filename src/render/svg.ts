import { create, Dom, withWindow } from "@svgdotjs/svg.js";
import type { Group, Scene } from "../layout/scene.ts";
import type { PieceData } from "../text/pieces.ts";
import type { ThemeChoice } from "../theme/themes.ts";
import { authorStyle } from "./author-style.ts";
import { contentHash } from "./content-hash.ts";
import { markupOf, openWindow } from "./dom.ts";
import { draw } from "./drawn.ts";
import { type Fonts, fontsOf } from "./fonts.ts";
import { groupElement } from "./group-element.ts";
import { type Look, lookOf } from "./look-of.ts";
import { number } from "./number.ts";
import { onPixels } from "./on-pixels.ts";
import { checked } from "./picture-options.ts";
import { safeLink } from "./safe-link.ts";
import { shownText } from "./shown-text.ts";
import { styleSheet } from "./style-sheet.ts";

export interface SvgOptions extends ThemeChoice {
  /** Carry the letters inside the picture (default), or take them from the machine that shows it. */
  readonly fonts?: "embed" | "system";
  /** The font files at hand, to embed what `piecesOf` the scene names; what is missing comes from the machine. */
  readonly pieces?: PieceData;
  /** Shrink with the column that the picture stands in. */
  readonly responsive?: boolean;
  /** Of every id, and of all that the picture's rules hang on; from the content if absent. Letters, digits, `-` and `_`. */
  readonly idPrefix?: string;
  /** A colour instead of the theme's ground: a CSS name, `#rgb` or `#rrggbb`; `transparent` for none. */
  readonly background?: string;
  /** Messages can be reached one by one, by keyboard and screen reader; so they can in every picture with a link. */
  readonly interactive?: boolean;
}

/**
 * Writes a scene as SVG.
 *
 * In:     a scene; a theme and, if the picture is to follow a dark page, its dark side.
 * Out:    one `<svg>` element. Same scene, same options, same bytes.
 * Says:   nothing; a TypeError for an option that cannot be meant.
 * Cost:   linear: each group is made and serialised on its own, since svgdom looks through all of a parent's children
 *         whenever it adds one.
 */
export const renderSvg = (scene: Scene, options: SvgOptions): string =>
  withWindow(openWindow() as Parameters<typeof withWindow>[0], () => picture(scene, checked(options)));

const picture = (scene: Scene, options: SvgOptions & { readonly isBare: boolean }): string => {
  const { idPrefix, isBare, responsive, interactive = scene.groups.some(hasLink) } = options;
  const fonts = fontsOf(scene, options.fonts === "system" ? {} : (options.pieces ?? {}));
  const { body, ...used } = markUp(scene.groups, options, fonts, interactive);
  const sheet = styleSheet(options, used, nobody, fonts.inter);
  const [title, description, lang] = [scene.title ?? "", scene.description, scene.lang].map(shownText);
  const size = { width: number(scene.width), height: number(scene.height) };
  const told = [
    size.width,
    size.height,
    lang,
    title,
    description,
    isBare,
    responsive,
    interactive,
    sheet,
    body,
  ];
  const prefix = idPrefix ?? `s${contentHash(told.join("\n"))}`;

  const root = new Dom(create("svg") as never, {
    xmlns: "http://www.w3.org/2000/svg",
    class: `slant ${prefix}`,
    viewBox: `0 0 ${size.width} ${size.height}`,
    ...size,
    ...(responsive && { style: "max-width:100%;height:auto" }),
    lang,
    role: interactive ? "graphics-document document" : "img",
    "aria-labelledby": title ? `${prefix}-title ${prefix}-desc` : `${prefix}-desc`,
  });
  if (title) root.element("title", { id: `${prefix}-title` }).words(title);
  root.element("desc", { id: `${prefix}-desc` }).words(description ?? "");
  root.element("style").words(fonts.faces + sheet.replaceAll(nobody, prefix));
  if (!isBare) root.element("rect", { class: "sl-ground", ...size });
  root.element("g", { transform: "translate(.5 .5)" });
  return shortened(markupOf(root.node).replace(/<\/g><\/svg>$/, () => `\n${body}\n</g></svg>`));
};

const hasLink = ({ link }: Group): boolean => link !== undefined && safeLink(link) !== undefined;

/** The prefix of a picture that has none yet: no class name has such a character. */
const nobody = "\u0000";

/** Makes and serialises all groups, and notes what the style sheet must say for them. */
const markUp = (groups: readonly Group[], { theme }: SvgOptions, fonts: Fonts, isInteractive: boolean) => {
  const looks = new Map<string, Look>();
  const text = new Map<string, string>();
  const ties = tieNumbers(groups);
  const setting = { style: theme.style, fonts };
  const body = groups.map((group) => {
    const numbers = (group.ties ?? []).flatMap((tie) => ties.get(tie) ?? []);
    const element = groupElement(group, numbers, isInteractive);
    for (const mark of onPixels(group.marks, theme.paint)) {
      const drawn = draw(mark, setting);
      if (drawn === undefined) continue;
      const look = lookOf(mark, theme.paint[mark.paint], looks);
      let names = `sl-${look.name}`;
      for (const [name, declaration] of drawn.classes ?? []) {
        names += ` sl-${name}`;
        text.set(name, declaration);
      }
      const own = group.style && authorStyle(group.style, mark, look);
      const made = element.element(drawn.name, { class: names, ...drawn.attributes, ...own });
      if (drawn.text !== undefined) made.words(drawn.text);
    }
    return markupOf(element.node);
  });
  const halo = text.delete("halo");
  return { body: body.join("\n"), looks: [...looks.values()], text, halo, ties: ties.size };
};

/** Beyond this many, pointing at one of them would cost a browser more than it shows. */
const mostTies = 100;

/** Numbers the ties that hold at least two groups together, in the order of their first group. */
const tieNumbers = (groups: readonly Group[]): ReadonlyMap<string, number> => {
  const count = new Map<string, number>();
  for (const tie of groups.flatMap((group) => group.ties ?? [])) count.set(tie, (count.get(tie) ?? 0) + 1);
  const held = [...count].filter(([, groups]) => groups > 1).map(([tie]) => tie);
  return new Map(held.length > mostTies ? [] : held.map((tie, i) => [tie, i + 1]));
};

/** Elements without content as XML lets one write them. A `>` in text is always escaped, so this finds markup alone. */
const shortened = (markup: string): string => markup.replace(/><\/(?:path|rect|circle)>/g, "/>");
