import { type ParticipantKind, participantKinds } from "../language/participant-kinds.ts";
import type { PaintRole, Style } from "../theme/theme.ts";
import type { Mark } from "./scene.ts";

const paints: Readonly<Record<(typeof participantKinds)[ParticipantKind]["outline"], PaintRole>> = {
  box: "head",
  pill: "head-channel",
  cylinder: "head-store",
  dashed: "head-external",
};

/** The outline that tells what kind of participant stands in a box. px. */
export const outlineMarks = (
  kind: ParticipantKind,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  style: Style,
): readonly Mark[] => {
  const { outline } = participantKinds[kind];
  const paint = kind === "person" ? "head-person" : paints[outline];
  if (outline === "cylinder") return cylinder(box.x, box.y, box.width, box.height, paint);
  return [{ kind: "rect", paint, ...box, radius: outline === "pill" ? box.height / 2 : style.headRadius }];
};

/** A drum: its sides, its bottom, and a lid. */
const cylinder = (x: number, y: number, width: number, height: number, paint: PaintRole): readonly Mark[] => {
  const lid = 4;
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
