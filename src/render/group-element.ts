import { create, Dom } from "@svgdotjs/svg.js";
import type { Group } from "../layout/scene.ts";
import { number } from "./number.ts";
import { safeLink } from "./safe-link.ts";
import { shownText } from "./shown-text.ts";

/** What stands around a group's marks: a `<g>`, or a link where the author gave one that is safe. */
export const groupElement = (
  group: Group,
  ties: readonly number[],
  isInteractive: boolean,
  form?: string,
): Dom => {
  const link = group.link === undefined ? undefined : safeLink(group.link);
  const opacity = group.style?.opacity;
  const classes = [
    ...group.classes.map((name) => `slant-${name}`),
    ...(form === undefined ? [] : [form]),
    ...ties.map((tie) => `slant-tie-${tie}`),
    ...(group.authorClasses ?? []).map((name) => shownText(name).trim().replace(/\s+/g, "-")),
  ];
  const isNamed = isInteractive && group.name !== undefined;
  const element = new Dom(create(link === undefined ? "g" : "a") as never, {
    class: classes.join(" "),
    ...(group.line !== undefined && { "data-line": String(group.line) }),
    ...(link === undefined ? isNamed && { role: "graphics-object" } : { href: link, rel: "noopener" }),
    ...(isNamed && { "aria-label": shownText(group.name) }),
    ...(isInteractive && link === undefined && ties.length > 0 && { tabindex: "0" }),
    ...(typeof opacity === "number" && { opacity: number(opacity) }),
  });
  if (group.tooltip !== undefined) element.element("title").words(shownText(group.tooltip));
  return element;
};
