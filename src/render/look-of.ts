import type { Mark } from "../layout/scene.ts";
import type { Paint, PaintRole } from "../theme/theme.ts";

/** A paint under the class name that a style sheet ties it to. */
export interface Look extends Paint {
  readonly name: LookName;
}

export type LookName = PaintRole | `${PaintRole}-${"icon" | "line" | "solid"}` | "ground" | "halo";

/**
 * How a mark looks: its role's paint, unless its form asks for the other of fill and stroke. A small icon in a tag and the
 * dots of a silence are lines in the colour of the words beside them; a filled head is an area in the colour of its line.
 */
export const lookOf = (mark: Mark, paint: Paint): Look => {
  const { paint: role } = mark;
  const inFill = { ...(paint.fill && { stroke: paint.fill }), cap: "round", join: "round" } as const;
  if (mark.kind === "icon" && !paint.stroke) return { name: `${role}-icon`, ...inFill, width: 2 };
  if (mark.kind !== "path") return { name: role, ...paint };
  const isClosed = mark.commands.at(-1)?.[0] === "Z";
  if (!paint.stroke && !isClosed) return { name: `${role}-line`, ...inFill, width: 1.5 };
  if (role.endsWith("-head") && !paint.fill && paint.stroke && isClosed) {
    return { name: `${role}-solid`, fill: paint.stroke };
  }
  return { name: role, ...paint };
};
