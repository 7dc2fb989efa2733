import type {
  CircleMark,
  Group,
  Mark,
  PathCommand,
  PathMark,
  RectMark,
  TextMark,
} from "../../layout/scene.ts";
import type { PaintRole } from "../../theme/theme.ts";
import type { Block, Box } from "./things.ts";

/** Marks of one kind, in their order. */
export const texts = (marks: readonly Mark[]): readonly TextMark[] =>
  marks.filter((mark) => mark.kind === "text");
export const paths = (marks: readonly Mark[]): readonly PathMark[] =>
  marks.filter((mark) => mark.kind === "path");
export const circles = (marks: readonly Mark[]): readonly CircleMark[] =>
  marks.filter((mark) => mark.kind === "circle");
export const rects = (marks: readonly Mark[], paint?: PaintRole): readonly RectMark[] =>
  marks.filter((mark) => mark.kind === "rect" && (paint === undefined || mark.paint === paint)) as RectMark[];

export const textsOf = ({ marks }: Group): readonly TextMark[] => texts(marks);
export const linesOf = ({ marks }: Group): readonly string[] => texts(marks).map(({ text }) => text);

export type Point = readonly [x: number, y: number];

const pointOf = (command: PathCommand): Point | undefined => {
  const [x, y] = command.slice(-2);
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
};

/** The ends of a path's strokes. */
export const pointsOf = ({ commands }: PathMark): readonly Point[] =>
  commands.flatMap((each) => [pointOf(each) ?? []].filter(isPoint));
const isPoint = (value: Point | readonly []): value is Point => value.length === 2;

/** What a group's shapes cover, its words aside. */
export const boxOf = ({ marks }: Group): Box => {
  const points = marks.flatMap((mark): readonly Point[] => {
    if (mark.kind === "rect")
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y + mark.height],
      ];
    return mark.kind === "path" ? pointsOf(mark) : [];
  });
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};

/** Lines of text as one block. */
export const blockOf = (marks: readonly TextMark[]): Block | undefined => {
  if (marks.length === 0) return undefined;
  const lefts = marks.map(
    ({ x, width, anchor }) => x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0),
  );
  return {
    lines: marks.map(({ text }) => text),
    left: Math.min(...lefts),
    right: Math.max(...lefts.map((left, at) => left + (marks[at]?.width ?? 0))),
    y: marks[0]?.y ?? 0,
  };
};
