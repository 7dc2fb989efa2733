import { createSVGWindow, type SvgdomNode } from "svgdom";

/** Where there is no page: a document of svgdom's. Nothing is put into it, so one does for all pictures, as a page's does. */
export const openWindow = (): object => {
  window ??= createSVGWindow();
  return window;
};

let window: object | undefined;

/** The markup of a node and all below it. */
export const markupOf = (node: unknown): string => (node as SvgdomNode).outerHTML;
