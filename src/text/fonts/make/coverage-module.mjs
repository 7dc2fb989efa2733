/** Writes which characters are in which group, which groups a cut holds, and the cuts' `unicode-range`. */
import { codePointsOf, cuts, groups, toRanges } from "./coverage.mjs";

/** Ranges nearer than this become one: a range may promise more than its font holds, since browsers then go on. */
const near = 0x100;

const unicodeRange = (codes) =>
  toRanges(codes)
    .reduce((merged, [first, last]) => {
      const previous = merged.at(-1);
      if (previous !== undefined && first - previous[1] < near) previous[1] = last;
      else merged.push([first, last]);
      return merged;
    }, [])
    .map(([first, last]) => `U+${first.toString(16)}${last > first ? `-${last.toString(16)}` : ""}`)
    .join(",");

const packed = (codes) =>
  toRanges(codes.toSorted((a, b) => a - b))
    .map(([first, last]) => `${first.toString(36)} ${(last - first).toString(36)}`)
    .join(" ");

export const coverageModule = () => `// biome-ignore-all format: generated
// Made by make.mjs: do not edit.

/** Code points by group: pairs of base-36 numbers, the first of a range and its last minus its first. */
export const groups = {
${Object.entries(groups)
  .map(([name, codes]) => `  ${name}: "${packed(codes)}",`)
  .join("\n")}
} as const;

export type Group = keyof typeof groups;

/** The cuts, smallest font file first: which groups each holds, and its \`unicode-range\`, neighbours joined. */
export const cuts = {
${Object.entries(cuts)
  .map(
    ([name, held]) =>
      `  ${name}: { groups: [${held.map((group) => `"${group}"`).join(", ")}], range: "${unicodeRange(codePointsOf(held))}" },`,
  )
  .join("\n")}
} as const satisfies Readonly<Record<string, { readonly groups: readonly Group[]; readonly range: string }>>;
`;
