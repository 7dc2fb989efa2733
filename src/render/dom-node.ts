import { createSVGWindow, type SvgdomNode } from "svgdom";

/** Where there is no page: svgdom's documents, which live in memory, one per picture. */
export const openWindow = (): object => createSVGWindow();

/** The markup of a node and all below it. */
export const markupOf = (node: unknown): string => (node as SvgdomNode).outerHTML;
