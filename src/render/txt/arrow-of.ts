import type { Group, PathMark, TextMark } from "../../layout/scene.ts";
import { blockOf, circles, type Point, paths, pointsOf, texts } from "./marks-of.ts";
import type { Arrow } from "./things.ts";

/** px above the lower ends of lifelines: nothing that arrives gets so near to them. */
const nearBottom = 15;

/** The arrow of a message; none where there is no line. `lowest`: where lifelines end, px. */
export const arrowOf = ({ marks }: Group, lowest: number): readonly Arrow[] => {
  const lines = paths(marks);
  const line = lines.find(({ paint }) => paint.endsWith("-line"));
  const points = line ? pointsOf(line) : [];
  const [first, last] = [points[0], points.at(-1)];
  if (!line || !first || !last) return [];
  const heads = lines.filter(({ paint }) => paint.endsWith("-head"));
  const dots = circles(marks).filter(({ paint }) => paint === "outside-dot");
  const isAt = ([x, y]: Point) => dots.some((dot) => Math.hypot(dot.x - x, dot.y - y) < 12);
  const tip = (path: PathMark | undefined): Point | undefined => path && pointsOf(path)[1];
  const distance = (point: Point | undefined, [x, y]: Point): number =>
    point ? Math.hypot(point[0] - x, point[1] - y) : 0;
  const headAt = (end: Point, other: Point): PathMark | undefined =>
    heads.find((each) => distance(tip(each), end) < distance(tip(each), other));
  const [tail, head] = [headAt(first, last), headAt(last, first)];
  const dot = dots.find((each) => Math.hypot(each.x - last[0], each.y - last[1]) < 12);
  const [x1, y1] = tip(tail) ?? first;
  const [x2, y2] = dot ? [dot.x, dot.y] : (tip(head) ?? last);
  const ring = circles(marks).find(({ paint }) => paint.startsWith("return-ring"));
  const said = texts(marks);
  return [
    {
      ...{ x1, y1, x2, y2 },
      isLoop: points.length > 2,
      isDashed: line.paint === "reply-line" || line.paint === "dead-letter-line",
      head: head === undefined ? "none" : head.commands.at(-1)?.[0] === "Z" ? "filled" : "open",
      isTailed: tail !== undefined,
      isFound: isAt(first),
      goesOut: dot !== undefined,
      isLost: lines.some(({ paint }) => paint === "lost-mark"),
      isUnderWay: dot === undefined && y2 > lowest - nearBottom,
      settles: ring && (ring.paint === "return-ring" ? "success" : "failure"),
      label: blockOf(said.filter(({ paint }) => paint !== "detail-text" && paint !== "end-text")),
      detail: blockOf([
        ...endsOf(
          said.filter(({ paint }) => paint === "end-text"),
          (x1 + x2) / 2,
          x1 < x2,
        ),
        ...said.filter(({ paint }) => paint === "detail-text"),
      ]),
    },
  ];
};

/** What stands at the two ends of a line, as one line in its middle: cells are too wide for more. */
const endsOf = (ends: readonly TextMark[], middle: number, isRight: boolean): readonly TextMark[] => {
  const [one] = ends;
  if (!one) return [];
  const said = (atLeft: boolean): string =>
    ends
      .filter(({ x }) => x < middle === atLeft)
      .map(({ text }) => text)
      .join(" ");
  const text = [said(true), isRight ? "→" : "←", said(false)].filter((part) => part !== "").join(" ");
  const width = ends.reduce((sum, mark) => sum + mark.width, 2 * one.size);
  return [{ ...one, text, x: middle, anchor: "middle", width }];
};
