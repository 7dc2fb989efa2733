/** What may stand at the end of a line, as D2 calls it. */
// biome-ignore format: a few words to a line
export const arrowheadShapes = [
  "none", "arrow", "triangle", "unfilled-triangle", "diamond", "filled-diamond", "circle", "filled-circle", "box",
  "filled-box", "cross", "line", "cf-one", "cf-one-required", "cf-many", "cf-many-required",
] as const;

export type ArrowheadShape = (typeof arrowheadShapes)[number];
