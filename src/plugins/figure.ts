import { pictureWords } from "../markdown/picture-words.ts";
import { type HastElement, svgTree } from "./svg-tree.ts";

/** How a picture stands in its page. */
export interface Shown {
  readonly svg: string;
  readonly strategy: "inline-svg" | "img-svg";
  /** A number of px, or a length in CSS. */
  readonly width?: string | undefined;
  /** What is heard instead of the picture, where it is not the picture's own words. */
  readonly words?: string | undefined;
  readonly className: string;
}

/** What holds a picture: a figure between blocks of text, a span within one. */
type Holder = "figure" | "span";

/** The figure as a tree, for hosts that work on trees. */
export const figureTree = (
  { strategy, className, ...shown }: Shown,
  holder: Holder = "figure",
): HastElement => ({
  type: "element",
  tagName: holder,
  properties: { className: [className] },
  children: [
    strategy === "inline-svg"
      ? svgTree(named(sized(shown), shown.words))
      : { type: "element", tagName: "img", properties: { ...imageOf(shown) }, children: [] },
  ],
});

/**
 * The figure as HTML. With `isVue`, as a template of Vue in which nothing is interpolated, and from which no style sheet is
 * taken away.
 */
export const figureHtml = (
  { strategy, className, ...shown }: Shown,
  isVue: boolean,
  holder: Holder = "figure",
): string => {
  const begin = `<${holder} class="${escaped(className)}"`;
  const end = holder === "figure" ? "</figure>\n" : `</${holder}>`;
  if (strategy === "img-svg") {
    const attributes = Object.entries(imageOf(shown)).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return `${begin}><img${attributes.join("")}>${end}`;
  }
  const svg = named(sized(shown), shown.words);
  return isVue ? `${begin} v-html="${escaped(asString(svg))}">${end}` : `${begin}>${svg}${end}`;
};

/** The attributes of an `<img>`; its size is the picture's, so that the page stands still while it loads. */
const imageOf = ({
  svg,
  width,
  words,
}: Pick<Shown, "svg" | "width" | "words">): Readonly<Record<string, string>> => {
  const [, wide = "", high = ""] = /^<svg [^>]*\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return {
    src: `data:image/svg+xml,${dataOf(svg)}`,
    alt: words ?? pictureWords(svg),
    width: String(Math.round(Number(wide))),
    height: String(Math.round(Number(high))),
    style: styleOf(width),
  };
};

/** Of markup, what may stand in an address as it is, so that little is longer and all of it packs well. */
const dataOf = (svg: string): string =>
  encodeURIComponent(svg).replace(/%(?:20|2C|2F|3A|3B|3D|40)/g, (one) => decodeURIComponent(one));

const styleOf = (width: string | undefined): string =>
  `${width === undefined ? "" : `width:${/^[\d.]+$/.test(width) ? `${width}px` : width};`}max-width:100%;height:auto`;

const sized = ({ svg, width }: Pick<Shown, "svg" | "width">): string =>
  svg.replace(
    /^<svg ([^>]*?)style="[^"]*"/,
    (_, before: string) => `<svg ${before}style="${styleOf(width)}"`,
  );

/** A picture with a name of its author's; its description stays what it was. */
const named = (svg: string, words: string | undefined): string =>
  words === undefined
    ? svg
    : svg.replace(/^(<svg [^>]*?)aria-labelledby="([^"]*)"/, (_, before: string, ids: string) => {
        const description = ids.split(" ").find((id) => id.endsWith("-desc"));
        const described = description === undefined ? "" : ` aria-describedby="${description}"`;
        return `${before}aria-label="${escaped(words)}"${described}`;
      });

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A string of JavaScript in single quotes. */
const asString = (text: string): string =>
  `'${text.replace(/[\\'\n\r\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`;
