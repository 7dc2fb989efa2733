import { dirname, relative, sep } from "node:path";
import type { Remark, Uses } from "../../draw.ts";
import type { SystemReport } from "../../system/check-system.ts";
import type { Member, System } from "../../system/system.ts";
import type { MapFlags } from "./map.ts";

/** The flows that are seen on the map, and where their pictures are, from where the map is. */
export const usesOf = (
  { members, memberOf }: System,
  { output, pictures, links }: Pick<MapFlags, "output" | "pictures" | "links">,
): Uses => {
  const used = [...new Set(memberOf)].sort((a, b) => a - b);
  const place = new Map(used.map((member, at) => [member, at]));
  const folder = output === undefined || output === "-" ? "." : dirname(output);
  return {
    flowOf: memberOf.map((member) => place.get(member) as number),
    flows: used.map((member) => {
      const { name, flow } = members[member] as Member;
      const picture = pictures === undefined ? flow.file.replace(/\.slant$/, "") : `${pictures}/${name}`;
      const link = relative(folder, `${picture}.svg`).split(sep).map(encodeURIComponent).join("/");
      return { name: flow.title?.text ?? name, ...(links !== false && { link }) };
    }),
  };
};

/** What was found about the whole, where it is seen on a map that shows a part. */
export const remarksOf = (
  reports: readonly SystemReport[],
  whole: System,
  system: System,
): readonly Remark[] => {
  const indexOf = new Map(system.flow.participants.map(({ key, index }) => [key, index]));
  const seen = (at: number): number | undefined => indexOf.get(whole.flow.participants[at]?.key ?? "");
  const all = reports.flatMap(({ on, brief: text }) =>
    on.flatMap((place): readonly Remark[] => {
      if ("participant" in place) {
        const participant = seen(place.participant);
        return participant === undefined ? [] : [{ on: { participant }, text }];
      }
      const [from, to] = [seen(place.from), seen(place.to)];
      return from === undefined || to === undefined ? [] : [{ on: { from, to }, text }];
    }),
  );
  // Of several findings that read alike, one is enough.
  return [...new Map(all.map((remark) => [JSON.stringify(remark), remark])).values()];
};
