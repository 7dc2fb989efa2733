import type { Entry } from "../../syntax/ast.ts";
import { writtenPath } from "../names/name-node.ts";
import { all, type Say } from "../report.ts";
import type { Facts } from "./facts.ts";
import { isIn, type Place, type Site, writtenSite } from "./site.ts";

/**
 * Names what a text holds beside its sequence diagram.
 *
 * In:     what is written, by its clocks; the sequence diagrams in it, the first of which is drawn; what stands at the edges of
 *         the picture, which is spoken of elsewhere.
 * Says:   not-drawn, once for each object, message and board; without-meaning for what is said of objects around.
 * Cost:   linear in the facts.
 */
export const sayNotDrawn = (
  { mentions, links, boards, root }: Facts,
  [diagram, ...others]: readonly Site[],
  asides: ReadonlySet<Site>,
  say: Say,
): void => {
  if (!diagram) return;
  const name = diagram === root.site ? "the diagram" : `\`${writtenSite(diagram)}\``;
  const around = new Set<Site>();
  for (let at: Site | undefined = diagram.parent; at; at = at.parent) around.add(at);
  const known = new Set<Site>();
  for (const { place, span, how } of mentions) {
    if (isIn(place.site, diagram)) continue;
    if (around.has(place.site)) {
      if (how === "attribute")
        say(
          "without-meaning",
          `\`${attributeName(place)}\` stands outside of ${name}, so it changes nothing.`,
          span,
        );
      continue;
    }
    const outer = outermost(place.site, around);
    if (known.has(outer) || asides.has(outer) || others.some((other) => isIn(other, outer))) continue;
    known.add(outer);
    say(
      "not-drawn",
      `\`${writtenSite(outer)}\` stands outside of ${name}, so it is not drawn.`,
      outer.key.span,
    );
  }
  for (const other of others)
    say(
      "not-drawn",
      `\`${writtenSite(other)}\` is another sequence diagram, and one picture shows one: it is not drawn.`,
      other.key.span,
      {
        notes: [{ message: `${name} is drawn`, span: diagram.key.span }],
        help: "give it a file of its own",
      },
    );
  for (const { left, right, span } of links) {
    const ends = [left.site, right.site];
    const inside = ends.filter((site) => site !== diagram && isIn(site, diagram));
    if (inside.length === ends.length || ends.some((site) => others.some((other) => isIn(site, other))))
      continue;
    say(
      "not-drawn",
      `The connection of ${all(ends.map(writtenSite))} leaves ${name}, so it is not drawn.`,
      span,
    );
  }
  for (const board of boards) sayBoard(board, say);
};

const attributeName = ({ entry, site }: Place): string => (entry ? writtenPath(entry.path) : site.key.text);

const outermost = (site: Site, around: ReadonlySet<Site>): Site => {
  let at = site;
  while (at.parent && !around.has(at.parent)) at = at.parent;
  return at;
};

const sayBoard = ({ path }: Entry, say: Say): void =>
  say(
    "not-drawn",
    `\`${writtenPath(path)}\` holds further boards, and one picture shows one: they are not drawn.`,
    path.span,
  );
