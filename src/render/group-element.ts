import type { Group } from "../layout/scene.ts";
import type { Caster } from "./casts.ts";
import { escaped } from "./escaped.ts";
import { number } from "./number.ts";
import { safeLink } from "./safe-link.ts";
import { shownText } from "./shown-text.ts";

/** What stands around a group's marks: a `<g>`, or a link where the author gave one that is safe. */
export const groupElement = (
  group: Group,
  ties: readonly number[],
  isInteractive: boolean,
  form: string | undefined,
  cast: Caster["cast"],
  marks: string,
): string => {
  const { name, line, tooltip, authorClasses } = group;
  const link = group.link === undefined ? undefined : safeLink(group.link);
  const opacity = group.style?.opacity;
  const isNamed = isInteractive && name !== undefined;
  let classes = "";
  for (const each of group.classes) classes += ` slant-${each}`;
  if (form !== undefined) classes += ` ${form}`;
  for (const tie of ties) classes += ` slant-tie-${tie}`;
  for (const each of authorClasses ?? []) classes += ` ${shownText(each).trim().replace(/\s+/g, "-")}`;

  const attributes: Record<string, string> = { class: classes.slice(1) };
  if (line !== undefined) attributes["data-line"] = String(line);
  if (link !== undefined) Object.assign(attributes, { href: link, rel: "noopener" });
  else if (isNamed) attributes.role = "graphics-object";
  if (isNamed) attributes["aria-label"] = shownText(name);
  if (isInteractive && link === undefined && ties.length > 0) attributes.tabindex = "0";
  if (typeof opacity === "number") attributes.opacity = number(opacity);
  const title = tooltip === undefined ? "" : cast("title", {}, escaped(shownText(tooltip)));
  return cast(link === undefined ? "g" : "a", attributes, title + marks);
};
