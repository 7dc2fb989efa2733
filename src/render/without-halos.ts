import type { Mark, PathMark, Scene, TextMark } from "../layout/scene.ts";
import { faces } from "../text/faces.ts";

/**
 * The same scene for renderers that know no `paint-order`: where letters stand on lines, a patch of the ground's colour
 * lies between.
 */
export const withoutHalos = (scene: Scene): Scene => ({
  ...scene,
  groups: scene.groups.map((group) => ({ ...group, marks: group.marks.flatMap(patched) })),
});

const patched = (mark: Mark): readonly Mark[] => {
  if (mark.kind !== "text" || !mark.halo) return [mark];
  const { halo: _, ...text } = mark;
  return [patch(mark), text];
};

/** px that a patch reaches beyond its letters, as a halo does. */
const reach = 2;

const patch = ({ x, y, width, anchor, size, face, rotate = 0 }: TextMark): PathMark => {
  const left = anchor === "middle" ? -width / 2 : anchor === "end" ? -width : 0;
  const { capHeight, descender, unitsPerEm } = faces[face].metrics;
  const [top, bottom] = [(-capHeight / unitsPerEm) * size, (-descender / unitsPerEm) * size * 0.75];
  const radians = (rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const corner = (dx: number, dy: number) => [x + dx * cos - dy * sin, y + dx * sin + dy * cos] as const;
  return {
    kind: "path",
    paint: "silence",
    commands: [
      ["M", ...corner(left - reach, top - reach)],
      ["L", ...corner(left + width + reach, top - reach)],
      ["L", ...corner(left + width + reach, bottom + reach)],
      ["L", ...corner(left - reach, bottom + reach)],
      ["Z"],
    ],
  };
};
