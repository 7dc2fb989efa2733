import type { ShapeName } from "../language/attributes.ts";
import type { PathCommand } from "./scene.ts";

/** px. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShapeOutline {
  /** How much wider its box is than what stands in it: a factor, from the part of its height that that takes; and px. */
  readonly stretch: (part: number) => number;
  readonly extra: number;
  /** Its lines, each a path; none where nothing is drawn around the words. */
  readonly paths: (box: Box) => readonly (readonly PathCommand[])[];
}

/** px by which slanted and pointed sides lean. */
const lean = 10;

const polygon = (...points: readonly (readonly [number, number])[]): readonly PathCommand[] => [
  ...points.map(([x, y], at): PathCommand => [at === 0 ? "M" : "L", x, y]),
  ["Z"],
];

const rectangle = ({ x, y, width, height }: Box): readonly PathCommand[] =>
  polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);

/** Corners at the middles of the two upright sides. */
const pointed = ({ x, y, width, height }: Box, inset: number): readonly PathCommand[] => {
  const middle = y + height / 2;
  const right = x + width;
  return polygon(
    [x + inset, y],
    [right - inset, y],
    [right, middle],
    [right - inset, y + height],
    [x + inset, y + height],
    [x, middle],
  );
};

/** How far the control points of a quarter of an ellipse lie from its ends: 4/3 · (√2 − 1). */
const quarter = 0.5523;

const ellipse = ({ x, y, width, height }: Box): readonly PathCommand[] => {
  const [cx, cy, rx, ry] = [x + width / 2, y + height / 2, width / 2, height / 2];
  const [kx, ky] = [rx * quarter, ry * quarter];
  return [
    ["M", x, cy],
    ["C", x, cy - ky, cx - kx, y, cx, y],
    ["C", cx + kx, y, x + width, cy - ky, x + width, cy],
    ["C", x + width, cy + ky, cx + kx, y + height, cx, y + height],
    ["C", cx - kx, y + height, x, cy + ky, x, cy],
    ["Z"],
  ];
};

const plain = { stretch: (): number => 1, extra: 0 } as const;
/** A box in an ellipse, and one in a rhombus: from their equations at its corner. */
const inEllipse = (part: number): number => 1 / Math.sqrt(1 - part ** 2);
const inRhombus = (part: number): number => 1 / (1 - part);

/** How the heads of D2's shapes look, where a shape is asked for. */
export const shapeOutlines: Readonly<Record<ShapeName, ShapeOutline | undefined>> = {
  // These imply a kind, whose own outline they are.
  queue: undefined,
  cylinder: undefined,
  person: undefined,
  "c4-person": undefined,
  rectangle: { ...plain, paths: (box) => [rectangle(box)] },
  square: { ...plain, paths: (box) => [rectangle(box)] },
  class: { ...plain, paths: (box) => [rectangle(box)] },
  sql_table: { ...plain, paths: (box) => [rectangle(box)] },
  code: { ...plain, paths: (box) => [rectangle(box)] },
  text: { ...plain, paths: () => [] },
  image: { ...plain, paths: () => [] },
  page: {
    ...plain,
    extra: 8,
    paths: ({ x, y, width, height }) => {
      const [right, fold] = [x + width, 10];
      return [
        polygon([x, y], [right - fold, y], [right, y + fold], [right, y + height], [x, y + height]),
        [
          ["M", right - fold, y],
          ["L", right - fold, y + fold],
          ["L", right, y + fold],
        ],
      ];
    },
  },
  document: {
    ...plain,
    paths: ({ x, y, width, height }) => {
      const [right, low, wave] = [x + width, y + height, 4];
      return [
        [
          ["M", x, low - wave],
          ["L", x, y],
          ["L", right, y],
          ["L", right, low - wave],
          ["C", right - width / 4, low - 3 * wave, x + width / 4, low + 2 * wave, x, low - wave],
          ["Z"],
        ],
      ];
    },
  },
  parallelogram: {
    ...plain,
    extra: lean,
    paths: ({ x, y, width, height }) => [
      polygon([x + lean, y], [x + width, y], [x + width - lean, y + height], [x, y + height]),
    ],
  },
  package: {
    ...plain,
    paths: ({ x, y, width, height }) => {
      const [right, tab, rise] = [x + width, Math.min(36, width * 0.4), 6];
      return [
        polygon(
          [x, y],
          [x + tab, y],
          [x + tab + 4, y + rise],
          [right, y + rise],
          [right, y + height],
          [x, y + height],
        ),
      ];
    },
  },
  step: {
    ...plain,
    extra: 2 * lean,
    paths: ({ x, y, width, height }) => {
      const [right, middle] = [x + width, y + height / 2];
      return [
        polygon(
          [x, y],
          [right - lean, y],
          [right, middle],
          [right - lean, y + height],
          [x, y + height],
          [x + lean, middle],
        ),
      ];
    },
  },
  callout: {
    ...plain,
    paths: ({ x, y, width, height }) => {
      // Its tail points at the lifeline and ends where the box would.
      const [right, low, middle, tail] = [x + width, y + height - 6, x + width / 2, 6];
      return [
        polygon(
          [x, y],
          [right, y],
          [right, low],
          [middle + tail, low],
          [middle, low + 6],
          [middle - tail, low],
          [x, low],
        ),
      ];
    },
  },
  stored_data: {
    ...plain,
    extra: 2 * lean,
    paths: ({ x, y, width, height }) => {
      const [right, middle, low] = [x + width, y + height / 2, y + height];
      return [
        [
          ["M", x + lean, y],
          ["L", right, y],
          ["Q", right - lean, middle, right, low],
          ["L", x + lean, low],
          ["Q", x - lean / 2, middle, x + lean, y],
          ["Z"],
        ],
      ];
    },
  },
  diamond: { stretch: inRhombus, extra: 0, paths: (box) => [pointed(box, box.width / 2)] },
  hexagon: { ...plain, extra: 12, paths: (box) => [pointed(box, lean)] },
  oval: { stretch: inEllipse, extra: 4, paths: (box) => [ellipse(box)] },
  circle: { stretch: inEllipse, extra: 4, paths: (box) => [ellipse(box)] },
  cloud: {
    stretch: inEllipse,
    extra: 16,
    paths: ({ x, y, width, height }) => {
      const at = (part: number): number => x + width * part;
      const [low, high] = [y + height, (part: number): number => y + height * part];
      return [
        [
          ["M", at(0.14), low],
          ["C", at(-0.05), low, at(-0.03), high(0.38), at(0.12), high(0.42)],
          ["C", at(0.12), high(0.08), at(0.32), high(-0.02), at(0.4), high(0.18)],
          ["C", at(0.48), high(-0.1), at(0.74), high(-0.06), at(0.76), high(0.26)],
          ["C", at(0.9), high(0.16), at(0.99), high(0.36), at(0.93), high(0.52)],
          ["C", at(1.04), high(0.66), at(1), low, at(0.86), low],
          ["Z"],
        ],
      ];
    },
  },
};
