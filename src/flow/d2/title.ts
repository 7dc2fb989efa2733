import type { WrittenAttribute } from "../attributes/written.ts";
import { textOf } from "../entry-shape.ts";
import type { Label } from "../flow.ts";
import { labelOf } from "../label.ts";
import type { Say } from "../report.ts";
import type { Facts } from "./facts.ts";
import { meantAttributes } from "./meant-attributes.ts";
import { type Said, type Site, writtenSite } from "./site.ts";
import { edges, fold } from "./words.ts";

/**
 * Objects that D2 puts at an edge of the picture, beside the lifelines: `title: … { near: top-center }`. They stand in the
 * diagram, or in what holds it.
 */
export const asidesOf = ({ links }: Facts, diagram: Site): ReadonlySet<Site> => {
  const found = new Set<Site>();
  for (let at: Site | undefined = diagram; at; at = at.parent)
    for (const child of at.children.values())
      if (edges.has(textOf(lastOf(child.said, "near")?.value) ?? "")) found.add(child);
  if (found.size === 0) return found;
  // What a message ends at takes part, wherever it is put.
  for (const { left, right } of links)
    for (const { site } of [left, right])
      for (let at: Site | undefined = site; at && at !== diagram; at = at.parent) found.delete(at);
  return found;
};

/**
 * The title of the picture: what stands at its upper edge, else the label of the diagram, else its key.
 *
 * Says: without-meaning, not-drawn for what else stands at an edge.
 */
export const titleOf = (
  diagram: Site,
  ofDiagram: readonly Said[],
  asides: ReadonlySet<Site>,
  say: Say,
): Label | undefined => {
  const inOrder = ofDiagram.map(({ attribute }) => attribute);
  const read = meantAttributes(inOrder, "diagram", writtenSite(diagram), say);
  const above = [...asides].find((site) => textOf(lastOf(site.said, "near")?.value)?.startsWith("top"));
  if (above)
    meantAttributes(
      above.said.map(({ attribute }) => attribute),
      "title",
      above.key.text,
      say,
    );
  for (const site of asides) {
    const near = lastOf(site.said, "near");
    const place = `near: ${textOf(near?.value)}`;
    if (site === above)
      say(
        "without-meaning",
        `\`${place}\` has no meaning here: \`${site.key.text}\` is the title of the picture.`,
        near?.span ?? site.key.span,
      );
    else
      say(
        "not-drawn",
        `\`${site.key.text}\` stands beside the lifelines (\`${place}\`), so it is not drawn.`,
        site.key.span,
      );
  }
  const label = above
    ? lastOf(above.said, "label")
    : read.findLast(({ keys: [key] }) => key?.text === "label");
  const shown = labelOf(label?.value, say);
  if (shown) return shown.text.trim() === "" ? undefined : plain(shown);
  const own = above ?? (diagram.parent ? diagram : undefined);
  return own && { text: own.key.text, format: "plain", span: own.key.span };
};

const lastOf = (said: readonly Said[], word: string): WrittenAttribute | undefined =>
  said
    .toSorted((one, other) => one.clock - other.clock)
    .findLast(
      ({ attribute: { keys } }) => keys.length === 1 && keys[0] !== undefined && fold(keys[0]) === word,
    )?.attribute;

/** A title is larger than a text anyhow. */
const plain = (label: Label): Label =>
  label.format === "md" ? { ...label, text: label.text.replace(/^#+\s+/gm, ""), format: "plain" } : label;
