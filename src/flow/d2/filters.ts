import type { Entry, Key, Statement, Value } from "../../syntax/ast.ts";
import { statementsAt } from "../expand/import-keys.ts";
import { isFilter } from "../expand/references/operations.ts";
import { fitsPattern } from "../expand/references/patterns.ts";
import type { Facts, Link } from "./facts.ts";
import { type Said, type Site, writtenSite } from "./site.ts";
import { fold } from "./words.ts";

/** What filters are asked about. */
export interface Filters {
  readonly passesSite: (body: readonly Statement[], site: Site) => boolean;
  readonly passesLink: (body: readonly Statement[], link: Link) => boolean;
}

/**
 * Tells which targets the filters among statements let through: `&shape: person`, `!&class: slow`, `&src: a`.
 *
 * Out:    tests. All filters must hold; `*` in a value stands for any letters, and of a list one item is enough.
 * Cost:   linear in what is written of a target.
 */
export const newFilters = ({ links, classes }: Facts): Filters => {
  let connected: Set<Site> | undefined;
  const isConnected = (site: Site): boolean => {
    connected ??= new Set(links.flatMap(({ left, right }) => [left.site, right.site]));
    return connected.has(site);
  };
  const classBody = classes.flatMap(({ map }) => map?.body ?? []);

  const ofSaid = (said: readonly Said[], keys: readonly Key[]): readonly string[] => {
    const own = said
      .toSorted((one, other) => one.clock - other.clock)
      .flatMap(({ attribute }) => statementsAt([asEntry(attribute)], keys)?.value ?? [])
      .at(-1);
    if (own) return textsOf(own);
    const [key] = keys;
    if (!key || fold(key) === "class") return [];
    return ofSaid(said, [{ ...key, text: "class" }])
      .flatMap((name) => textsOf(statementsAt(classBody, [{ ...key, text: name }, ...keys])?.value))
      .slice(-1);
  };

  const ofSite = (site: Site, keys: readonly Key[]): readonly string[] => {
    const found = ofSaid(site.said, keys);
    const [key] = keys;
    if (found.length > 0 || keys.length !== 1 || !key) return found;
    const facts: Readonly<Record<string, string>> = {
      label: site.key.text,
      shape: "rectangle",
      connected: String(isConnected(site)),
      leaf: String(site.children.size === 0),
    };
    const fact = Object.hasOwn(facts, fold(key)) ? facts[fold(key)] : undefined;
    return fact === undefined ? [] : [fact];
  };

  const ofEnd = (site: Site, keys: readonly Key[]): readonly string[] =>
    keys.length > 0 ? ofSite(site, keys) : [...new Set([site.key.text, writtenSite(site)])];

  const ofLink = (link: Link, [key, ...more]: readonly Key[]): readonly string[] => {
    if (!key) return [];
    if (fold(key) === "src") return ofEnd(link.left.site, more);
    if (fold(key) === "dst") return ofEnd(link.right.site, more);
    return ofSaid(link.said, [key, ...more]);
  };

  const passes = (
    body: readonly Statement[],
    valuesAt: (keys: readonly Key[]) => readonly string[],
  ): boolean =>
    body.every((filter) => {
      if (filter.kind !== "entry" || !isFilter(filter)) return true;
      const [first, ...more] = filter.path.keys;
      if (!first) return true;
      const found = valuesAt([{ ...first, text: first.text.replace(/^!?&/, "").toLowerCase() }, ...more]);
      const fits = found.some((text) => textsOf(filter.value).some((pattern) => fitsPattern(pattern, text)));
      return fits !== first.text.startsWith("!");
    });

  return {
    passesSite: (body, site) => passes(body, (keys) => ofSite(site, keys)),
    passesLink: (body, link) => passes(body, (keys) => ofLink(link, keys)),
  };
};

const asEntry = ({ keys, value, map, span }: Said["attribute"]): Entry => ({
  kind: "entry",
  path: { keys, span },
  ...(value && { value }),
  ...(map && { map }),
  leading: [],
  blankBefore: false,
  span,
});

const textsOf = (value: Value | undefined): readonly string[] => {
  if (value?.kind === "list") return value.items.flatMap(textsOf);
  return value?.kind === "text" ? [value.text.trim()] : [];
};
