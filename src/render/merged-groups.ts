import type { Group, GroupRole, Mark } from "../layout/scene.ts";

/** Neighbours that differ in their marks alone, and have nothing to say of themselves, become one group. */
export const mergedGroups = (groups: readonly Group[], isInteractive: boolean): readonly Group[] => {
  const merged: Group[] = [];
  let marks: Mark[] = [];
  let open = "";
  for (const group of groups) {
    const key = isAnonymous(group, isInteractive) ? `${group.role} ${group.classes.join(" ")}` : "";
    if (key === "" || key !== open) {
      marks = key === "" ? [] : [...group.marks];
      merged.push(key === "" ? group : { ...group, marks });
    } else for (const mark of group.marks) marks.push(mark);
    open = key;
  }
  return merged.map((group) =>
    group.role === "lifeline" ? { ...group, marks: joined(group.marks) } : group,
  );
};

/** Lines that look the same as one path: they only add to one another. */
const joined = (marks: readonly Mark[]): readonly Mark[] => {
  const found: Mark[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last?.kind === "path" && mark.kind === "path" && last.paint === mark.paint)
      found[found.length - 1] = { ...last, commands: [...last.commands, ...mark.commands] };
    else found.push(mark);
  }
  return found;
};

const isAnonymous = (
  { role, name, line, link, tooltip, style, ties, authorClasses }: Group,
  isInteractive: boolean,
): boolean =>
  anonymousRoles.has(role) &&
  (name === undefined || !isInteractive) &&
  line === undefined &&
  link === undefined &&
  tooltip === undefined &&
  style === undefined &&
  !ties?.length &&
  !authorClasses?.length;

/** Of what has a name or a line each stands for itself; these are parts of a drawing. */
const anonymousRoles: ReadonlySet<GroupRole> = new Set(["execution", "wait", "lifeline", "lane"] as const);
