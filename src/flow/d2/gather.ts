import { arrows } from "../../language/arrows.ts";
import { type Limits, orRaise } from "../../source/limits.ts";
import type {
  Connection,
  Ends,
  Entry,
  Key,
  KeyPath,
  Operator,
  Reference,
  Statement,
} from "../../syntax/ast.ts";
import { type WrittenAttribute, written, writtenIn } from "../attributes/written.ts";
import { isNull } from "../entry-shape.ts";
import { isFilter } from "../expand/references/operations.ts";
import type { Say } from "../report.ts";
import type { Facts } from "./facts.ts";
import { childSite, newSite, type Place, type Site } from "./site.ts";
import { boardWords, fold, isGlob, isParent, isReserved } from "./words.ts";

/** Reads more statements into the facts: what a pattern stands for is read like what is written. */
export interface Gatherer {
  readonly facts: Facts;
  readonly body: (all: readonly Statement[], place: Place, clock?: number) => void;
  /** An entry as if it were written with other keys. */
  readonly entry: (entry: Entry, keys: readonly Key[], place: Place, clock: number) => void;
  readonly link: (
    connection: Connection,
    operator: Operator,
    ends: readonly [Place, Place],
    scope: Place,
    clock: number,
  ) => void;
  readonly placeAt: (scope: Place, keys: readonly Key[]) => Place;
}

/**
 * Notes what a text in D2 says, where and when, before it is known what is an actor and what a group.
 *
 * In:     statements without imports and variables.
 * Out:    the facts; statements that speak of others are kept for later.
 * Says:   misplaced-message, for what cannot stand in a map of attributes.
 * Cost:   linear in the statements and the keys of their paths.
 */
export const gather = (all: readonly Statement[], root: Key, limits: Limits, say: Say): Gatherer => {
  const facts: Facts = {
    root: { site: newSite(root, undefined), parent: undefined, isFirst: true, depth: 0, entry: undefined },
    mentions: [],
    links: [],
    operations: [],
    classes: [],
    boards: [],
  };
  let time = 0;
  let fixed: number | undefined;
  let byPattern = false;
  let isTooDeep = false;
  const now = (): number => fixed ?? ++time;

  const placeAt = (scope: Place, keys: readonly Key[], entry?: Entry): Place => {
    let place = scope;
    for (const [at, key] of keys.entries()) {
      const depth = place.depth + 1;
      if (depth > limits.nesting) {
        if (!isTooDeep)
          say("expanded-too-far", `This stands more than ${limits.nesting} levels deep.`, key.span, {
            help: `shorten its path${orRaise("nesting", limits)}`,
          });
        isTooDeep = true;
        break;
      }
      place = { site: childSite(place.site, key), parent: place, isFirst: at === 0, depth, entry };
    }
    return place;
  };

  const body = (statements: readonly Statement[], place: Place): void => {
    for (const statement of statements) {
      if (statement.kind === "entry") entryIn(statement, place);
      else if (statement.kind === "connection") connectionIn(statement, place);
      else if (statement.kind === "reference")
        facts.operations.push({ clock: now(), scope: place, keys: [], statement });
    }
  };

  const entryIn = (entry: Entry, place: Place): void => {
    const { scope, keys } = climbed(place, entry.path.keys);
    const depth = firstReserved(keys);
    const clock = now();
    const waits =
      keys.slice(0, depth).some(isGlob) || isFilter(entry) || (depth === keys.length && isNull(entry.value));
    if (waits) facts.operations.push({ clock, scope, keys, statement: entry });
    else enter(entry, keys, scope, clock);
  };

  /** What an entry says of the object that its keys lead to. */
  const enter = (entry: Entry, keys: readonly Key[], scope: Place, clock: number): void => {
    const depth = firstReserved(keys);
    const place = placeAt(scope, keys.slice(0, depth), entry);
    const [word] = keys.slice(depth);
    const span = entry.path.span;
    if (word) {
      if (fold(word) === "vars") return;
      if (fold(word) === "classes")
        facts.classes.push(depth === keys.length - 1 ? entry : nested(entry, keys.slice(depth)));
      else if (boardWords.has(fold(word))) facts.boards.push(entry);
      else {
        const said = { clock, attribute: { ...written(entry), keys: keys.slice(depth) } };
        place.site.said.push(said);
        facts.mentions.push({ clock, place, how: "attribute", said, hasMap: false, byPattern, span });
      }
      return;
    }
    const { value, map } = entry;
    const said = value && { clock, attribute: labelled(entry) };
    if (said) place.site.said.push(said);
    facts.mentions.push({
      clock,
      place,
      how: "object",
      ...(said && { said }),
      hasMap: map !== undefined,
      byPattern,
      span,
    });
    if (map) body(map.body, place);
  };

  const connectionIn = (connection: Connection, place: Place): void => {
    const paths = connection.ends.flatMap((end) => pathOf(end));
    if (paths.length <= connection.operators.length) return;
    if (paths.some(({ keys }) => keys.some(isGlob))) {
      facts.operations.push({ clock: now(), scope: place, keys: [], statement: connection });
      return;
    }
    const places = paths.map(({ keys }) => endAt(place, keys));
    connection.operators.forEach((operator, at) => {
      const [left, right] = [places[at], places[at + 1]];
      if (left && right) link(connection, operator, [left, right], place, now());
    });
  };

  const link: Gatherer["link"] = (connection, operator, [left, right], scope, clock) => {
    const { span, map, value } = connection;
    for (const place of [left, right])
      facts.mentions.push({ clock, place, how: "end", hasMap: false, byPattern, span: place.site.key.span });
    if (isNull(value)) {
      facts.operations.push({
        clock,
        scope,
        keys: [],
        statement: asReference(connection, operator, left, right),
      });
      return;
    }
    const attributes = map ? writtenIn(map.body, { say, noun: "a message" }) : [];
    const all = value ? [labelled(connection), ...attributes] : attributes;
    facts.links.push({
      clock,
      scope,
      left,
      right,
      arrow: arrows[operator.arrow],
      said: all.map((attribute) => ({ clock, attribute })),
      span,
      holder: holderOf(left, right),
      removed: false,
    });
  };

  const endAt = (place: Place, path: readonly Key[]): Place => {
    const { scope, keys } = climbed(place, path);
    return placeAt(scope, keys);
  };

  const at = (clock: number | undefined, read: () => void): void => {
    const before = fixed;
    fixed = clock ?? before;
    read();
    fixed = before;
  };

  body(all, facts.root);
  byPattern = true;
  return {
    facts,
    body: (statements, place, clock) => at(clock, () => body(statements, place)),
    entry: (entry, keys, place, clock) => at(clock, () => enter(entry, keys, place, clock)),
    link,
    placeAt,
  };
};

/** The scope that `_` leads to, and the keys behind. */
export const climbed = (
  place: Place,
  keys: readonly Key[],
): { readonly scope: Place; readonly keys: readonly Key[] } => {
  let [scope, at] = [place, 0];
  while (isParent(keys[at])) {
    scope = scope.parent ?? scope;
    at++;
  }
  return { scope, keys: at === 0 ? keys : keys.slice(at) };
};

export const firstReserved = (keys: readonly Key[]): number => {
  const found = keys.findIndex(isReserved);
  return found < 0 ? keys.length : found;
};

/** The text behind the `:` is the label. */
export const labelled = ({
  value,
  path,
  span,
}: Pick<Entry, "value" | "span"> & { readonly path?: KeyPath }): WrittenAttribute => ({
  keys: [{ text: "label", quoting: "none", span: path?.span ?? span }],
  ...(value && { value }),
  span,
  isLeftEmpty: false,
});

/** `classes.x.style.fill: red` as the map of `classes`. */
const nested = (entry: Entry, [first, ...more]: readonly Key[]): Entry => ({
  ...entry,
  path: { keys: first ? [first] : [], span: entry.path.span },
  map: {
    body: [{ ...entry, path: { keys: more, span: entry.path.span } }],
    trailing: [],
    open: entry.span,
    span: entry.span,
  },
});

const pathOf = (end: Ends): readonly KeyPath[] => (end.kind === "path" ? [end.path] : []);

/** In:  the ends of one connection. Out:  what holds both, so that `x.a -> x.b` belongs to `x`. */
const holderOf = (left: Place, right: Place): Site => {
  const above = new Set<Site>();
  for (let at = left.site.parent; at; at = at.parent) above.add(at);
  let holder = right.site.parent;
  while (holder?.parent && !above.has(holder)) holder = holder.parent;
  return holder ?? right.site;
};

/** `a -> b: null` takes away the first message from `a` to `b`. */
const asReference = (connection: Connection, operator: Operator, left: Place, right: Place): Reference => ({
  kind: "reference",
  from: { keys: keysFrom(left), span: connection.span },
  operator,
  to: { keys: keysFrom(right), span: connection.span },
  index: 0,
  ...(connection.value && { value: connection.value }),
  leading: [],
  blankBefore: false,
  span: connection.span,
});

const keysFrom = (place: Place): readonly Key[] => [
  ...(place.isFirst || !place.parent ? [] : keysFrom(place.parent)),
  place.site.key,
];
