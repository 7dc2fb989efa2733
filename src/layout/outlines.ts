import { type ShapeName, shapes } from "../language/attributes.ts";
import { type ParticipantKind, participantKinds } from "../language/participant-kinds.ts";
import type { PaintRole, Style } from "../theme/theme.ts";
import { meetOutline } from "./meet-outline.ts";
import type { Mark } from "./scene.ts";
import { shapeOutlines } from "./shape-outlines.ts";
import type { Point } from "./strokes.ts";

type Outline = (typeof participantKinds)[ParticipantKind]["outline"];

/** px. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const paints: Readonly<Record<Outline, PaintRole>> = {
  box: "head",
  pill: "head-channel",
  cylinder: "head-store",
  dashed: "head-external",
};

/** The shape that its text asks for, where that has an outline of its own. */
export const ownShape = (asked: string | undefined): ShapeName | undefined =>
  shapes.find((each) => each === asked && shapeOutlines[each] !== undefined);

/** px: how wide the box of such a shape is, around content that takes a part of its height. */
export const shapeWidth = (shape: ShapeName | undefined, content: number, part: number): number => {
  const own = shape && shapeOutlines[shape];
  return own ? content * own.stretch(part) + own.extra : content;
};

/** Whether such a shape has less room above and below than in its middle. */
export const narrows = (shape: ShapeName | undefined): boolean =>
  shape !== undefined && (shapeOutlines[shape]?.stretch(0.5) ?? 1) > 1;

/** px: how far the ends of a cylinder bulge. */
const lid = 4;

/**
 * The outline that tells what kind of participant stands in a box.
 *
 * In: px; `roundest`, the largest radius of a pill's ends: half its height if absent; the shape that the text asks for.
 */
export const outlineMarks = (
  kind: ParticipantKind,
  box: Box,
  style: Style,
  roundest = Number.POSITIVE_INFINITY,
  shape?: ShapeName,
): readonly Mark[] => {
  const { outline } = participantKinds[kind];
  const paint = kind === "person" ? "head-person" : paints[outline];
  const own = shape && shapeOutlines[shape];
  if (own) return own.paths(box).map((commands) => ({ kind: "path", paint, commands }));
  if (outline === "cylinder") return cylinder(box, paint);
  return [{ kind: "rect", paint, ...box, radius: radiusOf(outline, box, style, roundest) }];
};

const radiusOf = (outline: Outline, { height }: Box, style: Style, roundest: number): number =>
  outline === "pill" ? Math.min(height / 2, roundest) : style.headRadius;

/** The point of the outline behind a point on a side of the box: further in where the outline is round. */
export const onOutline = (
  kind: ParticipantKind,
  box: Box,
  [x, y]: Point,
  style: Style,
  roundest = Number.POSITIVE_INFINITY,
  shape?: ShapeName,
): Point => {
  const { outline } = participantKinds[kind];
  const beside = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width));
  const isUpright = beside < Math.min(Math.abs(y - box.y), Math.abs(y - box.y - box.height));
  const own = shape && shapeOutlines[shape];
  if (own) return meetOutline(own.paths(box), [x, y], isUpright);
  const [along, length] = isUpright ? [y - box.y, box.height] : [x - box.x, box.width];
  const radius = radiusOf(outline, box, style, roundest);
  const corner = Math.min(radius, Math.max(0, along), Math.max(0, length - along));
  const round = radius - Math.sqrt(radius ** 2 - (radius - corner) ** 2);
  const bulge = isUpright ? 0 : lid * (1 - Math.sqrt(Math.max(0, 1 - ((2 * along) / length - 1) ** 2)));
  const inset = outline === "cylinder" ? bulge : round;
  const inwards = (at: number, middle: number): number => at + (at < middle ? inset : -inset);
  return isUpright ? [inwards(x, box.x + box.width / 2), y] : [x, inwards(y, box.y + box.height / 2)];
};

/** A drum: its sides, its bottom, and a lid. */
const cylinder = ({ x, y, width, height }: Box, paint: PaintRole): readonly Mark[] => {
  const right = x + width;
  return [
    {
      kind: "path",
      paint,
      commands: [
        ["M", x, y + lid],
        ["A", width / 2, lid, 0, 1, right, y + lid],
        ["L", right, y + height - lid],
        ["A", width / 2, lid, 0, 1, x, y + height - lid],
        ["Z"],
      ],
    },
    {
      kind: "path",
      paint,
      commands: [
        ["M", x, y + lid],
        ["A", width / 2, lid, 0, 0, right, y + lid],
      ],
    },
  ];
};
