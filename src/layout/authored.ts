import type { StyleValues } from "../language/styles.ts";
import type { LineOf, SourcePlace } from "./line-of.ts";
import type { Group } from "./scene.ts";

/** What an author may say of anything that is drawn. */
interface Authored {
  readonly classes: readonly string[];
  readonly style: StyleValues;
  readonly span: SourcePlace;
  readonly attributes: { readonly link?: string; readonly tooltip?: string };
}

/** The part of a group that is its author's: classes, the line of the source, a link, a tooltip and a style. */
export const authored = (
  { classes, style, span, attributes: { link, tooltip } }: Authored,
  lineOf: LineOf,
): Pick<Group, "authorClasses" | "line" | "link" | "tooltip" | "style"> => ({
  ...(classes.length > 0 && { authorClasses: classes }),
  line: lineOf(span),
  ...(link && { link }),
  ...(tooltip && { tooltip }),
  ...(Object.keys(style).length > 0 && { style }),
});
