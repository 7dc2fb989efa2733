import type { Span } from "../../source/span.ts";
import type { Key } from "../../syntax/ast.ts";
import type { Facts } from "./facts.ts";
import { isIn, type Place, type Said, type Site } from "./site.ts";
import { fold } from "./words.ts";

/** A lifeline while it is being made. */
export interface Actor {
  readonly index: number;
  readonly key: Key;
  /** All that is said of it, wherever it is written. */
  readonly said: Said[];
  /** Where it is first declared, else first used. */
  span: Span;
  declared: boolean;
}

/** What a name in the diagram means. */
export type Meaning =
  /** The diagram itself. */
  | { readonly kind: "diagram"; readonly groups: readonly Place[] }
  | { readonly kind: "group"; readonly site: Site; readonly groups: readonly Place[] }
  /** An actor, or with a path what stands on it: an execution, a note, a field. */
  | {
      readonly kind: "actor";
      readonly actor: Actor;
      readonly path: readonly Key[];
      readonly groups: readonly Place[];
    };

export interface Cast {
  readonly actors: readonly Actor[];
  /** Undefined is outside of the diagram. The groups are those around it, outermost first, itself included. */
  readonly meaningOf: (place: Place) => Meaning | undefined;
  readonly isExecution: (actor: Actor, path: readonly Key[]) => boolean;
}

/**
 * Finds out who is who in a sequence diagram.
 *
 * In:     what is written, by its clocks; the diagram; which objects have fields, and which stand beside the lifelines.
 * Out:    the actors in the order in which the text first speaks of them, and what each name means: all names of the diagram
 *         mean the same in each of its groups. A group is an object that no message ends at and that holds a message or
 *         speaks of an actor; an actor that only a group names is one of the diagram.
 * Cost:   linear in the facts.
 * Source: d2graph and d2layouts/d2sequence of D2, but for names that only a group knows.
 */
export const castOf = (
  { mentions, links }: Facts,
  diagram: Site,
  isTable: (site: Site) => boolean,
  isAside: (site: Site) => boolean,
): Cast => {
  const groups = groupsOf({ mentions, links }, diagram, isTable);
  const actors = new Map<string, Actor>();
  const meanings = new Map<Place, Meaning | undefined>();

  const actorOf = (key: Key): Actor => {
    const known = actors.get(fold(key));
    if (known) return known;
    const made: Actor = { index: actors.size, key, said: [], span: key.span, declared: false };
    actors.set(fold(key), made);
    return made;
  };

  const meaningOf = (place: Place): Meaning | undefined => {
    if (meanings.has(place)) return meanings.get(place);
    const found = place.site === diagram ? ({ kind: "diagram", groups: [] } as const) : below(place);
    meanings.set(place, found);
    return found;
  };

  const below = (place: Place): Meaning | undefined => {
    const { parent, site } = place;
    const holder = parent && meaningOf(parent);
    if (!holder || isAside(site)) return undefined;
    const around = holder.groups;
    if (holder.kind !== "actor") {
      const isGroup = groups.has(site) && !(holder.kind === "group" && isKnown(site.key));
      if (isGroup) return { kind: "group", site, groups: [...around, place] };
      return { kind: "actor", actor: actorOf(site.key), path: [], groups: around };
    }
    const { actor, path } = holder;
    // In the map of an actor, the first key of a path may name another actor.
    if (
      place.isFirst &&
      place.entry !== parent?.entry &&
      isKnown(site.key) &&
      fold(site.key) !== fold(actor.key)
    )
      return { kind: "actor", actor: actorOf(site.key), path: [], groups: around };
    return { kind: "actor", actor, path: [...path, site.key], groups: around };
  };

  const isKnown = (key: Key): boolean => {
    const own = diagram.children.get(fold(key));
    return own !== undefined && !groups.has(own) && spokenOf.has(own);
  };

  const spokenOf = new Set<Site>();
  for (const { place } of mentions)
    for (let at: Place | undefined = place; at && !spokenOf.has(at.site); at = at.parent)
      spokenOf.add(at.site);

  const written = [
    ...mentions.filter(({ byPattern }) => !byPattern),
    ...mentions.filter((each) => each.byPattern),
  ];
  for (const { place, how, span } of written) {
    const meaning = meaningOf(place);
    if (meaning?.kind !== "actor") continue;
    const { actor, path } = meaning;
    if (how === "object" && path.length === 0 && !actor.declared) {
      actor.declared = true;
      actor.span = span;
    }
  }

  const executions = new Set<string>();
  for (const { left, right } of links) {
    for (const place of [left, right]) {
      const meaning = meaningOf(place);
      if (meaning?.kind !== "actor") continue;
      for (let length = 1; length <= meaning.path.length; length++)
        executions.add(nameOf(meaning.actor, meaning.path.slice(0, length)));
    }
  }

  return {
    actors: [...actors.values()],
    meaningOf,
    isExecution: (actor, path) => executions.has(nameOf(actor, path)),
  };
};

const nameOf = ({ index }: Actor, path: readonly Key[]): string => [index, ...path.map(fold)].join("\u0000");

/** The objects that are frames around messages. */
const groupsOf = (
  { mentions, links }: Pick<Facts, "mentions" | "links">,
  diagram: Site,
  isTable: (site: Site) => boolean,
): ReadonlySet<Site> => {
  const connected = new Set<Site>();
  const holding = new Set<Site>();

  /** Notes that something happens in an object, and in what holds it. */
  const hold = (site: Site | undefined): void => {
    for (let at = site; at && at !== diagram && !holding.has(at); at = at.parent) holding.add(at);
  };

  const live = links.filter(({ left, right }) => isIn(left.site, diagram) && isIn(right.site, diagram));
  for (const link of live) {
    const [left, right] = [headOf(link.left, diagram), headOf(link.right, diagram)];
    // `g.a -> g.b` is written in `g` where `a` and `b` are names of the diagram.
    if (left && left === right && [link.left, link.right].every((end) => leadsThrough(end, left, diagram)))
      hold(left);
    else for (const end of [link.left, link.right]) connect(end, diagram, connected);
    if (isIn(link.scope.site, diagram)) hold(link.scope.site);
  }
  const isGroup = (site: Site): boolean => holding.has(site) && !connected.has(site) && !isTable(site);
  for (const { place, how } of mentions) {
    const first = firstOf(place);
    const holder = first?.parent?.site;
    if (how === "end" || !first || !holder || holder === diagram || !isIn(holder, diagram)) continue;
    const known = diagram.children.get(fold(first.site.key));
    if (known && !isGroup(known) && !isIn(holder, known)) hold(holder);
  }
  return new Set([...holding].filter(isGroup));
};

/** The place of the first key of a path. */
const firstOf = (place: Place): Place | undefined => {
  let at: Place | undefined = place;
  while (at && !at.isFirst) at = at.parent;
  return at;
};

/** The object of the diagram that a place stands in. */
const headOf = (place: Place, diagram: Site): Site | undefined => {
  let site: Site | undefined = place.site;
  while (site?.parent && site.parent !== diagram) site = site.parent;
  return site?.parent === diagram ? site : undefined;
};

const leadsThrough = (end: Place, head: Site, diagram: Site): boolean => {
  let site = end.site;
  while (site.parent && site.parent !== head) site = site.parent;
  const known = site.parent === head ? diagram.children.get(fold(site.key)) : undefined;
  return known !== undefined && known !== head;
};

/** Notes what the end of a message names: an object of the diagram, else what stands in the same map. */
const connect = (end: Place, diagram: Site, connected: Set<Site>): void => {
  const first = firstOf(end);
  if (!first) return;
  if (!isIn(first.site, diagram) || first.site === diagram) {
    const head = headOf(end, diagram);
    if (head) connected.add(head);
    return;
  }
  const holder = first.site.parent;
  const known = diagram.children.get(fold(first.site.key));
  connected.add(known && !(holder && isIn(holder, known)) ? known : first.site);
};
