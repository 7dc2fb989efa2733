import type { Key } from "../../syntax/ast.ts";
import { fitsPattern } from "../expand/references/patterns.ts";
import type { Site } from "./site.ts";
import { fold, isGlob } from "./words.ts";

/** The objects that keys with patterns lead to: `*` is any one in an object, `**` any below it. In the order of the text. */
export const matchingSites = (keys: readonly Key[], scope: Site): readonly Site[] => {
  let found: readonly Site[] = [scope];
  for (const key of keys) found = [...new Set(found.flatMap((site) => inside(site, key)))];
  return found;
};

const inside = (site: Site, key: Key): readonly Site[] => {
  if (!isGlob(key)) {
    const own = site.children.get(fold(key));
    return own ? [own] : [];
  }
  const all = key.text.startsWith("**") ? below(site) : [...site.children.values()];
  return /^\*+$/.test(key.text) ? all : all.filter((each) => fitsPattern(key.text, each.key.text));
};

const below = (site: Site): readonly Site[] => {
  const found: Site[] = [];
  const visit = (at: Site): void => {
    for (const child of at.children.values()) {
      found.push(child);
      visit(child);
    }
  };
  visit(site);
  return found;
};

/** Whether keys with patterns fit the names of a path; which keys may be used up is followed name by name. */
export const fitsKeys = (keys: readonly Key[], path: readonly string[]): boolean => {
  let used: ReadonlySet<number> = new Set([0]);
  for (const name of path) {
    const next = new Set<number>();
    for (const at of used) {
      const key = keys[at];
      if (!key) continue;
      const isDeep = isGlob(key) && key.text.startsWith("**");
      if (isDeep) next.add(at);
      if (isGlob(key) ? fitsPattern(key.text, name) : fold(key) === name.toLowerCase()) next.add(at + 1);
    }
    used = next;
  }
  return used.has(keys.length);
};
