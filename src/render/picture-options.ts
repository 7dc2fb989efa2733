import type { Theme } from "../theme/theme.ts";
import type { SvgOptions } from "./svg.ts";

/**
 * The options as the renderer needs them: the author's background is the themes' ground, since halos and hollow shapes
 * are painted with it too; `isBare` if the picture is to have no ground.
 */
export const checked = (options: SvgOptions): SvgOptions & { readonly isBare: boolean } => {
  const { theme, dark, background, idPrefix } = options;
  if (idPrefix !== undefined && !/^[a-z_][\w-]*$/i.test(idPrefix)) {
    throw new TypeError(
      `The id prefix \`${idPrefix}\` will not do: it takes a letter first, then letters, digits, \`-\` and \`_\`.`,
    );
  }
  if (background === undefined) return { isBare: false, ...options };
  if (/^(transparent|none)$/i.test(background)) return { isBare: true, ...options };
  if (!/^(#([\da-f]{3}|[\da-f]{6})|[a-z]+)$/i.test(background)) {
    throw new TypeError(
      `The background \`${background}\` is no colour: it takes a CSS name, \`#rgb\` or \`#rrggbb\`.`,
    );
  }
  const on = (one: Theme): Theme => ({
    ...one,
    ground: background,
    colours: { ...one.colours, ground: background },
  });
  return { ...options, theme: on(theme), ...(dark && { dark: on(dark) }), isBare: false };
};
