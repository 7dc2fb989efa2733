import { arrows } from "../../language/arrows.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import { type Limits, orRaise } from "../../source/limits.ts";
import type { Connection, Entry, Key, Reference, Statement } from "../../syntax/ast.ts";
import { type WrittenAttribute, writtenIn } from "../attributes/written.ts";
import { isNull } from "../entry-shape.ts";
import { extentOf, newBudget } from "../expand/extent.ts";
import { isFilter } from "../expand/references/operations.ts";
import { writtenPath } from "../names/name-node.ts";
import type { Say } from "../report.ts";
import type { Link, Operation } from "./facts.ts";
import { newFilters } from "./filters.ts";
import { climbed, firstReserved, type Gatherer, labelled } from "./gather.ts";
import { fitsKeys, matchingSites } from "./match.ts";
import { newRemovals, type Removals } from "./removals.ts";
import { isIn, type Place, placeOf, type Site } from "./site.ts";
import { fold, isGlob } from "./words.ts";

/**
 * Carries out what speaks of other statements: `*.style.fill: red`, `* -> b`, `(a -> b)[0].style.stroke: red`, `null`.
 *
 * In:     all that is written, its operations still waiting.
 * Out:    what they say is among the facts, with the clock of where they stand, so that it counts among what is written of
 *         the same object; what they remove is in the removals.
 * Says:   unknown-reference, misplaced-attribute, expanded-too-far.
 * Cost:   linear in the operations and in what they change; of a pattern, in the objects of its scope.
 */
export const operate = (gatherer: Gatherer, limits: Limits, say: Say): Removals => {
  const { facts } = gatherer;
  const removals = newRemovals();
  const filters = newFilters(facts);
  const byEnds = newLinkIndex(facts.links);
  let current: Statement | undefined;
  const { hasRoom, mayTest } = newBudget(limits, () => {
    if (!current) return;
    say("expanded-too-far", "What patterns bring is too much to read.", current.span, {
      help: `let patterns match less${orRaise("statements", limits)}`,
    });
  });

  const entry = (statement: Entry, { scope, keys, clock }: Operation): void => {
    const depth = firstReserved(keys);
    const objects = keys.slice(0, depth);
    if (!objects.some(isGlob)) {
      if (isFilter(statement))
        say(
          "misplaced-attribute",
          `\`${writtenPath(statement.path)}\` chooses among the targets of a pattern, and this map belongs to none.`,
          statement.path.span,
        );
      else removals.remove(gatherer.placeAt(scope, objects).site, clock);
      return;
    }
    const last = objects.findLastIndex(isGlob) + 1;
    const rest = keys.slice(last);
    const { body, plain } = apart(statement);
    const size = 1 + extentOf(plain.map?.body ?? []).statements;
    if (!mayTest(0)) return;
    const sites = matchingSites(objects.slice(0, last), scope.site);
    if (!mayTest(sites.length)) return;
    for (const site of sites) {
      if (!filters.passesSite(body, site)) continue;
      if (!hasRoom(size)) return;
      if (rest.length > 0) gatherer.entry(plain, rest, placeOf(site), clock);
      else if (isNull(plain.value)) removals.remove(site, Number.POSITIVE_INFINITY);
      else {
        if (plain.value) label(plain, site, clock);
        if (plain.map) gatherer.body(plain.map.body, placeOf(site), clock);
      }
    }
  };

  const label = (plain: Entry, site: Site, clock: number): void => {
    const said = { clock, attribute: labelled(plain) };
    site.said.push(said);
    facts.mentions.push({
      clock,
      place: placeOf(site),
      how: "attribute",
      said,
      hasMap: false,
      byPattern: true,
      span: plain.path.span,
    });
  };

  /** `* -> b`: a message from each object, but none to itself. */
  const connect = (connection: Connection, { scope, clock }: Operation): void => {
    const ends = connection.ends.map((end) => (end.kind === "path" ? placesAt(end.path.keys, scope) : []));
    connection.operators.forEach((operator, at) => {
      for (const left of ends[at] ?? [])
        for (const right of ends[at + 1] ?? []) {
          if (left.site === right.site) continue;
          if (!hasRoom(1 + extentOf(connection.map?.body ?? []).statements)) return;
          gatherer.link(connection, operator, [left, right], scope, clock);
        }
    });
  };

  const placesAt = (path: readonly Key[], place: Place): readonly Place[] => {
    const { scope, keys } = climbed(place, path);
    if (!keys.some(isGlob)) return [gatherer.placeAt(scope, keys)];
    if (!mayTest(facts.links.length)) return [];
    const holders = new Set(facts.links.map((link) => link.scope.site));
    return matchingSites(keys, scope.site)
      .filter((site) => !holders.has(site))
      .map(placeOf);
  };

  const referLink = (reference: Reference, operation: Operation): void => {
    const { clock } = operation;
    const links = linksOf(reference, operation);
    const { index, map, value, path } = reference;
    const passing = links.filter((link) => filters.passesLink(map?.body ?? [], link));
    const above = passing.filter((link) => link.clock < clock);
    const found = index === "*" ? passing : above.slice(index, index + 1);
    if (found.length === 0 && index !== "*") sayUnknown(reference, above.length);
    for (const link of found) {
      if (!path && isNull(value)) link.removed = true;
      else if (hasRoom(1)) for (const attribute of saidBy(reference)) link.said.push({ clock, attribute });
    }
  };

  const saidBy = (reference: Reference): readonly WrittenAttribute[] => {
    const { path, value, map, span } = reference;
    if (path)
      return [{ keys: path.keys, ...(value && { value }), ...(map && { map }), span, isLeftEmpty: false }];
    const inMap = map?.body.filter((statement) => !isFilter(statement)) ?? [];
    return [...(value ? [labelled(reference)] : []), ...writtenIn(inMap, { say, noun: "a message" })];
  };

  /** Those of a chain are the messages of each of its links. */
  const refer = (reference: Reference, operation: Operation): void => {
    let { to: from } = reference;
    referLink(reference, operation);
    for (const { operator, to } of reference.more ?? []) {
      referLink({ ...reference, from, operator, to }, operation);
      from = to;
    }
  };

  const linksOf = (reference: Reference, { scope: place }: Operation): readonly Link[] => {
    const scope = reference.scope ? placesAt(reference.scope.keys, place)[0]?.site : place.site;
    if (!scope) return [];
    const { kind, leftwards } = arrows[reference.operator.arrow];
    const [left, right] = leftwards ? [reference.to, reference.from] : [reference.from, reference.to];
    const isAlike = messageKinds[kind].head === messageKinds[kind].tail;
    const [from, to] = [left, right].map(({ keys }) => climbed({ ...place, site: scope }, keys));
    if (!from || !to) return [];
    if (![...from.keys, ...to.keys].some(isGlob)) {
      const ends = [siteAt(from.scope.site, from.keys), siteAt(to.scope.site, to.keys)] as const;
      const [one, other] = ends;
      if (!one || !other) return [];
      const found = byEnds(kind, one, other);
      return isAlike
        ? [...new Set([...found, ...byEnds(kind, other, one)])].sort((a, b) => a.clock - b.clock)
        : found;
    }
    if (!mayTest(facts.links.length)) return [];
    return facts.links.filter((link) => {
      if (link.arrow.kind !== kind || !isIn(link.holder, scope)) return false;
      const [sender, receiver] = sidesOf(link);
      const isDeep = [...from.keys, ...to.keys].some(({ text }) => text.startsWith("**"));
      if (!isDeep && link.holder !== scope) return false;
      const fits = (one: Site, other: Site): boolean =>
        fitsKeys(from.keys, keysBelow(one, isDeep ? scope : link.holder)) &&
        fitsKeys(to.keys, keysBelow(other, isDeep ? scope : link.holder));
      return fits(sender, receiver) || (isAlike && fits(receiver, sender));
    });
  };

  const sayUnknown = (reference: Reference, count: number): void => {
    const name = `(${writtenPath(reference.from)} ${reference.operator.text} ${writtenPath(reference.to)})`;
    const why =
      count === 0
        ? `No message above is written \`${name}\`.`
        : `There is no \`${name}[${reference.index}]\`: ${count === 1 ? "one such message stands" : `${count} such messages stand`} above it.`;
    say("unknown-reference", why, { ...reference.span, end: reference.to.span.end });
  };

  // What a pattern brings may hold patterns of its own, which come behind.
  for (let at = 0; at < facts.operations.length; at++) {
    const operation = facts.operations[at];
    if (!operation) break;
    const { statement } = operation;
    current = statement;
    if (statement.kind === "entry") entry(statement, operation);
    else if (statement.kind === "connection") connect(statement, operation);
    else refer(statement, operation);
  }
  return removals;
};

/** The filters of a pattern, and the rest of it. */
const apart = (statement: Entry): { readonly body: readonly Statement[]; readonly plain: Entry } => {
  const { map } = statement;
  const body = map?.body ?? [];
  if (!map || !body.some(isFilter)) return { body, plain: statement };
  return { body, plain: { ...statement, map: { ...map, body: body.filter((each) => !isFilter(each)) } } };
};

/** Sender and receiver. */
export const sidesOf = ({ arrow, left, right }: Link): readonly [Site, Site] =>
  arrow.leftwards ? [right.site, left.site] : [left.site, right.site];

const siteAt = (scope: Site, keys: readonly Key[]): Site | undefined =>
  keys.reduce<Site | undefined>((site, key) => site?.children.get(fold(key)), scope);

const keysBelow = (site: Site, holder: Site): readonly string[] => {
  const keys: string[] = [];
  for (let at: Site | undefined = site; at && at !== holder; at = at.parent) keys.unshift(at.key.text);
  return keys;
};

/** Messages by their kind and ends, in written order; one that comes later is found too. */
const newLinkIndex = (links: readonly Link[]) => {
  const numbers = new Map<Site, number>();
  const numberOf = (site: Site): number => {
    const known = numbers.get(site) ?? numbers.size;
    numbers.set(site, known);
    return known;
  };
  const known = new Map<string, Link[]>();
  let seen = 0;
  return (kind: Link["arrow"]["kind"], from: Site, to: Site): readonly Link[] => {
    for (; seen < links.length; seen++) {
      const link = links[seen];
      if (!link) break;
      const [sender, receiver] = sidesOf(link);
      const key = `${link.arrow.kind} ${numberOf(sender)} ${numberOf(receiver)}`;
      const alike = known.get(key);
      if (alike) alike.push(link);
      else known.set(key, [link]);
    }
    return (known.get(`${kind} ${numberOf(from)} ${numberOf(to)}`) ?? []).filter(({ removed }) => !removed);
  };
};
