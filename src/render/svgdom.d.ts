/** The part of svgdom 0.1.24 that the renderer uses; the package carries no types. */
declare module "svgdom" {
  export interface SvgdomNode {
    readonly outerHTML: string;
  }
  /** A window with an empty SVG document: enough of a DOM for svg.js. */
  export const createSVGWindow: () => object;
}
