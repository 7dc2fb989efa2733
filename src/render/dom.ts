/** Which DOM the picture is drawn in. */
export { markupOf, openWindow } from "./dom-node.ts";
