import type { Entry, Key } from "../../syntax/ast.ts";
import type { WrittenAttribute } from "../attributes/written.ts";
import { fold } from "./words.ts";

/** An attribute, and when it is said. */
export interface Said {
  readonly clock: number;
  readonly attribute: WrittenAttribute;
}

/** An object by where it is written: `g.a` is another one than `a`, though both may mean one actor. The root has no parent. */
export interface Site {
  readonly key: Key;
  readonly parent: Site | undefined;
  /** By their folded keys. */
  readonly children: Map<string, Site>;
  /** In any order. */
  readonly said: Said[];
}

/** One time that the text speaks of a site: the braces or the path that what stands in it is written in. */
export interface Place {
  readonly site: Site;
  readonly parent: Place | undefined;
  /** Its key is the first of a path, and so is looked up; those behind a dot stand below what is before the dot. */
  readonly isFirst: boolean;
  /** How many objects hold it. */
  readonly depth: number;
  readonly entry: Entry | undefined;
}

export const newSite = (key: Key, parent: Site | undefined): Site => ({
  key,
  parent,
  children: new Map(),
  said: [],
});

export const childSite = (parent: Site, key: Key): Site => {
  const known = parent.children.get(fold(key));
  if (known) return known;
  const made = newSite(key, parent);
  parent.children.set(fold(key), made);
  return made;
};

/** Whether a site stands in another one, or is it. */
export const isIn = (site: Site | undefined, holder: Site): boolean => {
  for (let at = site; at; at = at.parent) if (at === holder) return true;
  return false;
};

/** The place of a site that no statement is written in. */
export const placeOf = (site: Site): Place => ({
  site,
  parent: site.parent && placeOf(site.parent),
  isFirst: true,
  depth: depthOf(site),
  entry: undefined,
});

const depthOf = ({ parent }: Site): number => (parent ? 1 + depthOf(parent) : 0);

/** `backend.api`; empty of the root. */
export const writtenSite = ({ key, parent }: Site): string =>
  parent === undefined || parent.parent === undefined ? key.text : `${writtenSite(parent)}.${key.text}`;
