import { ascent, descent } from "../text/faces.ts";
import type { Group, Mark, PathCommand, Scene, TextMark } from "./scene.ts";

export type Point = readonly [x: number, y: number];

export interface SceneBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One mark on its own: what it is, the line of the flow that it comes from, and where it stands. px, two decimals. */
export interface SceneMark {
  readonly role: Group["role"];
  readonly kind: Mark["kind"];
  readonly paint: Mark["paint"];
  /** Place of its group in `groups`. */
  readonly group: number;
  readonly line: number | null;
  readonly text?: string;
  readonly icon?: string;
  /** Of a mark whose sides are level and upright. */
  readonly box?: SceneBox;
  /** Of a path its corners, of a turned text the corners of its box. */
  readonly points?: readonly Point[];
}

/** A scene as other tools read it: groups without their marks, and every mark on its own, in painting order. */
export interface SceneRecord extends Omit<Scene, "groups"> {
  readonly groups: readonly Omit<Group, "marks">[];
  readonly marks: readonly SceneMark[];
}

/** In: a scene. Out: the same as a list of marks with boxes or points. Cost: linear in the marks. */
export const sceneRecord = ({ groups, ...scene }: Scene): SceneRecord => ({
  ...scene,
  groups: groups.map(({ marks: _, ...group }) => group),
  marks: groups.flatMap(({ role, line, marks }, group) =>
    marks.map(
      (mark): SceneMark => ({
        role,
        kind: mark.kind,
        paint: mark.paint,
        group,
        line: line ?? null,
        ...(mark.kind === "text" && { text: mark.text }),
        ...(mark.kind === "icon" && { icon: mark.name }),
        ...extentOf(mark),
      }),
    ),
  ),
});

const round = (value: number): number => Math.round(value * 100) / 100;

const box = (x: number, y: number, width: number, height: number): SceneBox => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

const extents: {
  readonly [K in Mark["kind"]]: (mark: Extract<Mark, { kind: K }>) => Pick<SceneMark, "box" | "points">;
} = {
  rect: ({ x, y, width, height }) => ({ box: box(x, y, width, height) }),
  circle: ({ x, y, radius }) => ({ box: box(x - radius, y - radius, 2 * radius, 2 * radius) }),
  icon: ({ x, y, size }) => ({ box: box(x, y, size, size) }),
  path: ({ commands }) => ({ points: commands.flatMap(endOf) }),
  text: (mark) => (mark.rotate ? { points: corners(mark, mark.rotate) } : { box: levelBox(mark) }),
};

const extentOf = (mark: Mark): Pick<SceneMark, "box" | "points"> =>
  (extents[mark.kind] as (mark: Mark) => Pick<SceneMark, "box" | "points">)(mark);

const endOf = (command: PathCommand): readonly Point[] =>
  command[0] === "Z"
    ? []
    : [[round(command[command.length - 2] as number), round(command[command.length - 1] as number)]];

const shares = { start: 0, middle: 0.5, end: 1 } as const;

const levelBox = ({ x, y, width, anchor, face, size }: TextMark): SceneBox => {
  const font = { face, size };
  return box(x - width * shares[anchor], y - ascent(font), width, ascent(font) + descent(font));
};

const corners = (mark: TextMark, degrees: number): readonly Point[] => {
  const { x, y, width, height } = levelBox(mark);
  const radians = (degrees * Math.PI) / 180;
  const level: readonly Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  return level.map(([px, py]) => [
    round(mark.x + (px - mark.x) * Math.cos(radians) - (py - mark.y) * Math.sin(radians)),
    round(mark.y + (px - mark.x) * Math.sin(radians) + (py - mark.y) * Math.cos(radians)),
  ]);
};
