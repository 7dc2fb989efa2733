import type { Mark } from "../layout/scene.ts";
import type { Paint, PaintRole } from "../theme/theme.ts";

/** A paint under the class name that a style sheet ties it to. */
export interface Look extends Paint {
  readonly name: PaintRole | `${PaintRole}-${Exclude<Variant, "plain">}` | "ground" | "halo";
}

/** Which of fill and stroke a mark takes of its role's paint. */
export type Variant = "plain" | "icon" | "line" | "solid";

/**
 * How a mark looks: its role's paint, unless its form asks for the other of fill and stroke. A small icon in a tag and the
 * dots of a silence are lines in the colour of the words beside them; a filled head is an area in the colour of its line.
 *
 * In: the looks found so far, by name; a new one is added.
 */
export const lookOf = (role: PaintRole, variant: Variant, paint: Paint, known: Map<string, Look>): Look => {
  const name = variant === "plain" ? role : (`${role}-${variant}` as const);
  const found = known.get(name);
  if (found) return found;
  const look = { name, ...variants[variant](paint) };
  known.set(name, look);
  return look;
};

/** The form that a mark has, and with it what of its role's paint it takes. */
export const variantOf = (mark: Mark, { fill, stroke }: Paint): Variant => {
  if (mark.kind === "icon") return stroke ? "plain" : "icon";
  if (mark.kind !== "path" || (fill && stroke)) return "plain";
  const isClosed = mark.commands.at(-1)?.[0] === "Z";
  if (fill) return isClosed ? "plain" : "line";
  return isClosed && mark.paint.endsWith("-head") ? "solid" : "plain";
};

const round = { cap: "round", join: "round" } as const;

const variants: Readonly<Record<Variant, (paint: Paint) => Paint>> = {
  plain: (paint) => paint,
  icon: ({ fill }) => ({ ...(fill && { stroke: fill }), width: 2, ...round }),
  line: ({ fill }) => ({ ...(fill && { stroke: fill }), width: 1.5, ...round }),
  solid: ({ stroke }) => ({ ...(stroke && { fill: stroke }) }),
};
