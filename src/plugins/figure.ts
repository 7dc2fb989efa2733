import { pictureWords } from "../markdown/picture-words.ts";
import { type HastElement, svgTree } from "./svg-tree.ts";

/** How a picture stands in its page. */
export interface Shown {
  readonly svg: string;
  readonly strategy: "inline-svg" | "img-svg";
  /** A number of px, or a length in CSS. */
  readonly width?: string | undefined;
  readonly className: string;
}

/** The figure as a tree, for hosts that work on trees. */
export const figureTree = ({ strategy, className, ...shown }: Shown): HastElement => ({
  type: "element",
  tagName: "figure",
  properties: { className: [className] },
  children: [
    strategy === "inline-svg"
      ? svgTree(sized(shown))
      : { type: "element", tagName: "img", properties: { ...imageOf(shown) }, children: [] },
  ],
});

/**
 * The figure as HTML. With `isVue`, as a template of Vue in which nothing is interpolated, and from which no style sheet is
 * taken away.
 */
export const figureHtml = ({ strategy, className, ...shown }: Shown, isVue: boolean): string => {
  const figure = `<figure class="${escaped(className)}"`;
  if (strategy === "img-svg") {
    const attributes = Object.entries(imageOf(shown)).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return `${figure}><img${attributes.join("")}></figure>\n`;
  }
  const svg = sized(shown);
  return isVue ? `${figure} v-html="${escaped(asString(svg))}"></figure>\n` : `${figure}>${svg}</figure>\n`;
};

/** The attributes of an `<img>`; its size is the picture's, so that the page stands still while it loads. */
const imageOf = ({ svg, width }: Pick<Shown, "svg" | "width">): Readonly<Record<string, string>> => {
  const [, wide = "", high = ""] = /^<svg [^>]*\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return {
    src: `data:image/svg+xml,${dataOf(svg)}`,
    alt: pictureWords(svg),
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

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A string of JavaScript in single quotes. */
const asString = (text: string): string =>
  `'${text.replace(/[\\'\n\r\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`;
