import { withWindow } from "@svgdotjs/svg.js";
import type { Group, Scene } from "../layout/scene.ts";
import type { PieceData } from "../text/pieces.ts";
import type { ThemeChoice } from "../theme/themes.ts";
import { bodyOf } from "./body.ts";
import { type Caster, casting } from "./casts.ts";
import { contentHash } from "./content-hash.ts";
import { asAttributes, wordsDeclaration } from "./declarations.ts";
import { openWindow } from "./dom.ts";
import { escaped } from "./escaped.ts";
import { fontsOf } from "./fonts.ts";
import { number } from "./number.ts";
import { checked } from "./picture-options.ts";
import { safeLink } from "./safe-link.ts";
import { shownText } from "./shown-text.ts";
import { styleSheet } from "./style-sheet.ts";

export interface SvgOptions extends ThemeChoice {
  /** Carry the letters inside the picture (default), or take them from the machine that shows it. */
  readonly fonts?: "embed" | "system";
  /** The font files at hand, to embed what `piecesOf` the scene names; what is missing comes from the machine. */
  readonly pieces?: PieceData;
  /**
   * Say colours and widths in a style sheet (default), or on every element: longer, without a dark side and embedded
   * letters, but whole where style sheets are dropped.
   */
  readonly paint?: "sheet" | "attributes";
  /** Shrink with the column that the picture stands in. */
  readonly responsive?: boolean;
  /** Width and height of the picture for each px of the scene; its lines and letters grow with it. */
  readonly scale?: number;
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
 * Cost:   linear in the scene.
 */
export const renderSvg = (scene: Scene, options: SvgOptions): string => {
  const window = openWindow();
  return withWindow(window as Parameters<typeof withWindow>[0], () =>
    picture(scene, checked(options), casting(window)),
  );
};

const picture = (
  scene: Scene,
  options: SvgOptions & { readonly isBare: boolean },
  caster: Caster,
): string => {
  const { cast } = caster;
  const { theme, isBare, responsive, scale = 1, interactive = scene.groups.some(hasLink) } = options;
  const isSelfContained = options.paint === "attributes";
  const carried = options.fonts === "system" || isSelfContained ? {} : (options.pieces ?? {});
  const fonts = fontsOf(scene, carried);
  const body = bodyOf(scene.groups, { theme, fonts, isInteractive: interactive, isSelfContained, caster });
  const sheet = isSelfContained ? "" : styleSheet(options, body.used, nobody, fonts.inter);
  const [title = "", description = "", lang = ""] = [scene.title ?? "", scene.description, scene.lang].map(
    shownText,
  );
  const size = { width: number(scene.width), height: number(scene.height) };
  const told = [size.width, size.height, scale, lang, title, description, isBare, responsive, interactive];
  const prefix = options.idPrefix ?? `s${contentHash(told.join("\n"), sheet, body.markup)}`;

  const head =
    (title && cast("title", { id: `${prefix}-title` }, escaped(title))) +
    cast("desc", { id: `${prefix}-desc` }, escaped(description));
  const style = sheet && cast("style", {}, fonts.faces + escaped(sheet.replaceAll(nobody, prefix)));
  const ground = isBare
    ? ""
    : cast("rect", { class: "sl-ground", ...size, ...(isSelfContained && { fill: theme.ground }) });
  const marks = cast(
    "g",
    {
      transform: "translate(.5 .5)",
      ...(isSelfContained && asAttributes(wordsDeclaration(theme.style, fonts.inter))),
    },
    `\n${body.markup}\n`,
  );
  return cast(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: `slant ${prefix}`,
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: number(scene.width * scale),
      height: number(scene.height * scale),
      ...(responsive && { style: "max-width:100%;height:auto" }),
      lang,
      role: interactive ? "graphics-document document" : "img",
      "aria-labelledby": title ? `${prefix}-title ${prefix}-desc` : `${prefix}-desc`,
    },
    // Joined as a list they would be copied, and the letters are long.
    head + style + ground + marks,
  );
};

const hasLink = ({ link, marks }: Group): boolean =>
  leadsSomewhere(link) ||
  marks.some((mark) => mark.kind === "text" && mark.runs?.some((run) => leadsSomewhere(run.link)));

const leadsSomewhere = (link: string | undefined): boolean =>
  link !== undefined && safeLink(link) !== undefined;

/** The prefix of a picture that has none yet: no class name has such a character. */
const nobody = "\u0000";
