import { arrows } from "../../../language/arrows.ts";
import { messageKinds } from "../../../language/message-kinds.ts";
import type { Key, KeyPath, Reference } from "../../../syntax/ast.ts";
import { newGuesses } from "../../guesses.ts";
import { candidates, type End, type NameNode, writtenPath } from "../../names/name-node.ts";
import type { Names } from "../../names/names.ts";
import { didYouMean, type Say } from "../../report.ts";
import type { Filters } from "./filters.ts";
import type { Course, Link, LinkEnd, Placed, Range } from "./follow.ts";
import { indexLinks } from "./index-links.ts";
import { isPattern } from "./operations.ts";
import { fitsPattern } from "./patterns.ts";

/** The end of a reference: one participant, or all that a pattern fits. */
type Wanted =
  | { readonly kind: "end"; readonly end: End }
  | { readonly kind: "pattern"; readonly fits: (end: LinkEnd | undefined) => boolean };

/**
 * Makes the finder of the messages that a reference speaks of.
 *
 * In:     what stands where.
 * Out:    of `(a -> b)[2]` one message, of `[*]` and of patterns all in the reference's scope, above and below. Operators
 *         are compared by what they mean, so that `b <- a` is `a -> b`.
 * Says:   unknown-reference.
 * Cost:   of a reference with a number, logarithmic in the messages; of a pattern, linear in them.
 */
export const newLinkFinder = (course: Course, names: Names, filters: Filters, say: Say) => {
  const index = indexLinks(course.links);

  const find = (reference: Reference, placed: Placed): readonly Link[] => {
    const within = rangeOf(reference, placed);
    if (!within) return [];
    const { kind, leftwards } = arrows[reference.operator.arrow];
    const [left, right] = [wanted(reference.from, within.scope), wanted(reference.to, within.scope)];
    const [from, to] = leftwards ? [right, left] : [left, right];
    if (from?.kind === "end" && to?.kind === "end") {
      const all = index.between(kind, from.end, to.end);
      const found = slice(all, within.first, within.end);
      return pick(reference, placed, found, passing(reference, found));
    }
    if (from && to) {
      const isAlike = messageKinds[kind].head === messageKinds[kind].tail;
      const fitting = slice(course.links, within.first, within.end).filter(
        ({ kind: other, from: sender, to: receiver }) =>
          other === kind &&
          ((fits(from, sender) && fits(to, receiver)) ||
            (isAlike && fits(from, receiver) && fits(to, sender))),
      );
      const found = passing(reference, fitting);
      return reference.index === "*" ? found : pick(reference, placed, found, found);
    }
    sayUnknown(reference, []);
    return [];
  };

  /** Of numbered references the one that is meant; of the others all. */
  const pick = (
    reference: Reference,
    { clock }: Placed,
    all: readonly Link[],
    passed: readonly Link[],
  ): readonly Link[] => {
    if (reference.index === "*") {
      if (all.length === 0) sayUnknown(reference, all);
      return passed;
    }
    const above = slice(passed, 0, clock);
    const link = above[reference.index];
    if (link) return [link];
    sayUnknown(reference, passed, above.length);
    return [];
  };

  const passing = ({ map }: Reference, links: readonly Link[]): readonly Link[] =>
    map ? links.filter((link) => filters.passesLink(map.body, link)) : links;

  /** `backend.(a -> b)[0]`: in the map of that boundary or group, and in the words of the boundary. */
  const rangeOf = (reference: Reference, { range }: Placed): Range | undefined => {
    const { scope: path } = reference;
    if (!path) return range;
    const written = writtenPath(path);
    for (const entry of course.groups.get(written) ?? []) {
      const inner = course.ranges.get(entry);
      if (inner && inner.first >= range.first && inner.end <= range.end) return inner;
    }
    const end = endAt(path, range.scope);
    if (end?.node.boundary) return { ...range, scope: end.node };
    say("unknown-reference", `No group and no boundary is called \`${written}\`.`, path.span);
    return undefined;
  };

  const endAt = ({ keys }: KeyPath, scope: NameNode): End | undefined => {
    const [first, ...more] = keys;
    const found = first ? candidates(names.tree, scope, first.text) : [];
    let node = found[0];
    if (!node || found.length > 1) return undefined;
    let at = 0;
    for (; at < more.length && node.boundary; at++) {
      const inner: NameNode | undefined = node.children.get(more[at]?.text ?? "");
      if (!inner) return undefined;
      node = inner;
    }
    const span = more.slice(at).map(({ text }) => text);
    return span.length > 0 ? { node, span: span.join(".") } : { node };
  };

  const wanted = (path: KeyPath, scope: NameNode): Wanted | undefined => {
    if (path.keys.some(isPattern)) return { kind: "pattern", fits: pathFitter(path.keys, scope) };
    const end = endAt(path, scope);
    return end && { kind: "end", end };
  };

  const sayUnknown = (reference: Reference, others: readonly Link[], count = 0): void => {
    const name = `(${writtenPath(reference.from)} ${reference.operator.text} ${writtenPath(reference.to)})`;
    const span = {
      ...reference.span,
      end: reference.path?.span.start ?? reference.value?.span.start ?? reference.span.end,
    };
    const [first] = others;
    if (count > 0) {
      const are = count === 1 ? "one such message stands" : `${count} such messages stand`;
      say(
        "unknown-reference",
        `There is no \`${name}[${reference.index}]\`: ${are} above it.`,
        reference.to.span,
        {
          help: `the last one is \`${name}[${count - 1}]\`; the first has the number 0`,
        },
      );
    } else if (first)
      say(
        "unknown-reference",
        `\`${name}[${reference.index}]\` stands above every message that it could mean.`,
        reference.to.span,
        {
          notes: [{ message: "the first of them", span: first.connection.span }],
          help: "write it below the message that it speaks of",
        },
      );
    else {
      const near = nearSpelling(name, reference);
      say(
        "unknown-reference",
        `No message is written \`${name}\`.${didYouMean(near && `${near}[${reference.index}]`)}`,
        { ...span, end: reference.to.span.end },
      );
    }
  };

  const guess = newGuesses(index.spellings);

  /** The same ends with another operator, else what looks alike. */
  const nearSpelling = (name: string, { from, to }: Reference): string | undefined =>
    index.spellingOf(writtenPath(from), writtenPath(to)) ??
    index.spellingOf(writtenPath(to), writtenPath(from)) ??
    guess(name);

  return find;
};

const fits = (wanted: Wanted, end: LinkEnd | undefined): boolean =>
  wanted.kind === "pattern"
    ? wanted.fits(end)
    : end !== undefined && end.node === wanted.end.node && end.span === wanted.end.span;

/** `*` is a name of the scope, or one that was written as one word; `**` any. What a name comes to is found once. */
const pathFitter = (keys: readonly Key[], scope: NameNode): ((end: LinkEnd | undefined) => boolean) => {
  const [only, ...more] = keys;
  const isSingle = only !== undefined && more.length === 0;
  const isDeep = only?.text.startsWith("**") === true;
  const known = new Map<NameNode, boolean>();
  const fitsNode = (node: NameNode): boolean => {
    const found =
      known.get(node) ?? (isSingle ? fitsPattern(only.text, node.key) : fitsKeys(keys, keysOf(node)));
    known.set(node, found);
    return found;
  };
  return (end) => {
    if (!end) return false;
    const isNear = !isSingle || isDeep || end.node.parent === scope || end.keys === 1;
    return isNear && fitsNode(end.node);
  };
};

const keysOf = (node: NameNode): readonly string[] => {
  const keys: string[] = [];
  for (let at: NameNode | undefined = node; at?.parent; at = at.parent) keys.unshift(at.key);
  return keys;
};

/** Which numbers of keys may be used up is followed name by name, so that many `**` cost no more than one. */
const fitsKeys = (keys: readonly Key[], path: readonly string[]): boolean => {
  let used: ReadonlySet<number> = new Set([0]);
  for (const name of path) {
    const next = new Set<number>();
    for (const at of used) {
      const key = keys[at];
      if (!key) continue;
      if (key.text.startsWith("**") && isPattern(key)) next.add(at);
      if (isPattern(key) ? fitsPattern(key.text, name) : key.text === name) next.add(at + 1);
    }
    used = next;
  }
  return used.has(keys.length);
};

/** Those behind the number `first` up to `end`, of messages in rising order. */
const slice = (links: readonly Link[], first: number, end: number): readonly Link[] => {
  const from = above(links, first);
  const to = above(links, end);
  return from === 0 && to === links.length ? links : links.slice(from, to);
};

/** How many stand at or above a number. */
const above = (links: readonly Link[], clock: number): number => {
  let [low, high] = [0, links.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
};
