import type { Arrowhead } from "../../flow/flow.ts";
import type { ArrowheadShape } from "../../language/arrowheads.ts";
import type { PaintRole, Style } from "../../theme/theme.ts";
import type { Mark } from "../scene.ts";
import { arrowhead, type Point, type Run } from "../strokes.ts";

/** What stands at the end of a run. */
export interface Head {
  readonly marks: readonly Mark[];
  /** px before the end at which the line stops. */
  readonly reach: number;
}

export const noHead: Head = { marks: [], reach: 0 };

interface Paints {
  readonly line: PaintRole;
  readonly head: PaintRole;
}

/**
 * Draws what the text asks for at the end of a line; without a shape, the head that its kind of message has.
 *
 * In:     a run of two points or more; its kind's own head; the paints of line and head.
 * Source: the arrowheads of D2; multiplicities are crow's feet, as in diagrams of tables.
 */
export const drawHead = (
  run: Run,
  own: "filled" | "open" | "none",
  asked: Arrowhead | undefined,
  style: Style,
  paints: Paints,
): Head => {
  if (asked?.shape) return forms[asked.shape](placeAt(run, style), asked.filled, { run, style, paints });
  if (own === "none") return noHead;
  return {
    marks: [arrowhead(run, style, own, paints.head)],
    reach: own === "filled" ? style.arrowLength - 1 : 0,
  };
};

/** The tip of a run: a point `back` px before it and `aside` px beside it. */
type PlaceAt = (back: number, aside: number) => Point;

const placeAt = (run: Run, { arrowLength, arrowHalf }: Style): PlaceAt => {
  const [x, y] = run.at(-1) ?? [0, 0];
  const [fromX, fromY] = run.at(-2) ?? [x - 1, y];
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [ux, uy] = [(x - fromX) / length, (y - fromY) / length];
  return (back, aside) => [
    x - ux * back * arrowLength - uy * aside * arrowHalf,
    y - uy * back * arrowLength + ux * aside * arrowHalf,
  ];
};

interface Drawing {
  readonly run: Run;
  readonly style: Style;
  readonly paints: Paints;
}

type Form = (at: PlaceAt, filled: boolean | undefined, drawing: Drawing) => Head;

/** A closed outline: filled like a head, else drawn like the line. Lengths and widths are in those of an arrow. */
const outline =
  (points: readonly (readonly [back: number, aside: number])[], length: number, isFilled: boolean): Form =>
  (at, filled = isFilled, { style, paints }) => {
    const [first = [0, 0], ...more] = points.map(([back, aside]) => at(back, aside));
    return {
      marks: [
        {
          kind: "path",
          paint: filled ? paints.head : paints.line,
          commands: [["M", ...first], ...more.map((point) => ["L", ...point] as const), ["Z"]],
        },
      ],
      reach: length * style.arrowLength,
    };
  };

/** Strokes on the line, which goes on to its end. */
const strokes =
  (...lines: readonly (readonly (readonly [back: number, aside: number])[])[]): Form =>
  (at, _filled, { paints }) => ({
    marks: lines.map((points) => ({
      kind: "path",
      paint: paints.line,
      commands: points.map(([back, aside], index) => [index === 0 ? "M" : "L", ...at(back, aside)] as const),
    })),
    reach: 0,
  });

const circle =
  (isFilled: boolean): Form =>
  (at, filled = isFilled, { style, paints }) => {
    const [x, y] = at(0.5, 0);
    return {
      marks: [
        { kind: "circle", paint: filled ? paints.head : paints.line, x, y, radius: style.arrowLength / 2 },
      ],
      reach: style.arrowLength,
    };
  };

const triangle = [
  [0, 0],
  [1, 1],
  [1, -1],
] as const;
const diamond = [
  [0, 0],
  [0.8, 1],
  [1.6, 0],
  [0.8, -1],
] as const;
const box = [
  [0, -1],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;
const one = [
  [1, 1],
  [1, -1],
] as const;
const many = [
  [0, 1],
  [1, 0],
  [0, -1],
] as const;
const required = [
  [1.4, 1],
  [1.4, -1],
] as const;

/** Every shape: one row is all a shape is. */
const forms: Readonly<Record<ArrowheadShape, Form>> = {
  none: () => noHead,
  arrow: outline([...triangle.slice(0, 2), [0.7, 0], ...triangle.slice(2)], 0.7, true),
  triangle: outline(triangle, 0.9, true),
  "unfilled-triangle": outline(triangle, 1, false),
  diamond: outline(diamond, 1.6, false),
  "filled-diamond": outline(diamond, 1.5, true),
  circle: circle(false),
  "filled-circle": circle(true),
  box: outline(box, 1, false),
  "filled-box": outline(box, 0.9, true),
  cross: strokes(
    [
      [0.1, 1],
      [1.1, -1],
    ],
    [
      [0.1, -1],
      [1.1, 1],
    ],
  ),
  line: strokes([
    [0, 1],
    [0, -1],
  ]),
  "cf-one": strokes(one),
  "cf-one-required": strokes(one, required),
  "cf-many": strokes(many),
  "cf-many-required": strokes(many, required),
};
