// Every kind of thing that a sequence shows is named once, here; hence its length.
import type {
  CircleMark,
  Group,
  Mark,
  PathCommand,
  PathMark,
  RectMark,
  Scene,
  TextMark,
} from "../../layout/scene.ts";
import type { PaintRole } from "../../theme/theme.ts";

/** px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Lifeline {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Two rails that hold what waits between them. */
  readonly isLane: boolean;
  readonly isDashed: boolean;
}

export interface Head {
  readonly box: Box;
  readonly kind: string;
  readonly lines: readonly string[];
  /** Below it. */
  readonly details: readonly string[];
}

export interface Arrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly isLoop: boolean;
  readonly isDashed: boolean;
  readonly head: "filled" | "open" | "none";
  readonly isTailed: boolean;
  /** A dot at its tail, at its end; a cross at its end. */
  readonly isFound: boolean;
  readonly goesOut: boolean;
  readonly isLost: boolean;
  /** It is still on its way at the lower end of the picture. */
  readonly isUnderWay: boolean;
  /** What it brings to a callback. */
  readonly settles: "success" | "failure" | undefined;
  readonly label: Block | undefined;
  readonly detail: Block | undefined;
}

/** Lines of text, and the px that they take in the scene. */
export interface Block {
  readonly lines: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface Frame {
  readonly box: Box;
  readonly title: readonly string[];
  readonly operands: readonly { readonly y: number; readonly lines: readonly string[] }[];
}

export interface Boxed {
  readonly box: Box;
  readonly lines: readonly string[];
}

/** A stretch of a lifeline, or of a lane with so many messages in it. */
export interface Stretch {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Things {
  readonly title: readonly string[];
  readonly lifelines: readonly Lifeline[];
  readonly heads: readonly Head[];
  readonly arrows: readonly Arrow[];
  readonly frames: readonly Frame[];
  readonly boundaries: readonly Frame[];
  readonly notes: readonly Boxed[];
  readonly tags: readonly Boxed[];
  readonly dividers: readonly {
    readonly y: number;
    readonly lines: readonly string[];
    readonly isSilence: boolean;
  }[];
  readonly bars: readonly Stretch[];
  readonly waits: readonly Stretch[];
  readonly bands: readonly (Stretch & { readonly count: string })[];
  readonly ends: readonly { readonly x: number; readonly y: number }[];
  /** Words that belong to nothing of these. */
  readonly words: readonly Block[];
  /** How long something may take: from one height to another, with words among `words`. */
  readonly measures: readonly { readonly block: Block; readonly top: number; readonly bottom: number }[];
}

/**
 * Reads a scene of a sequence as what it shows.
 *
 * In:   the groups of `layoutSequence`; of others, their words at least.
 * Cost: linear in the marks.
 */
export const thingsOf = ({ groups }: Scene): Things => {
  const of = (test: (group: Group) => boolean): readonly Group[] => groups.filter(test);
  const role = (wanted: Group["role"]) => of((group) => group.role === wanted);
  const has = (name: string) => (group: Group) => group.classes.includes(name);
  const titles = role("frame").filter(has("frame-title"));
  const known = new Set<Group["role"]>([
    ...(["title", "lifeline", "head", "message", "frame", "boundary", "note", "divider"] as const),
    ...(["execution", "wait", "lane"] as const),
  ]);
  const lifelines = role("lifeline").map(lifeline);
  const lowest = Math.max(...lifelines.map(({ bottom }) => bottom));
  const words = of((group) => !known.has(group.role) && !has("tag")(group)).flatMap((group) =>
    texts(group.marks).map((mark) => ({ group, block: blockOf([mark]) as Block })),
  );
  return {
    title: role("title").flatMap(linesOf),
    lifelines: lifelines.toSorted((a, b) => a.x - b.x),
    heads: role("head").map(head),
    arrows: role("message").flatMap((group) => arrow(group, lowest)),
    frames: role("frame")
      .filter(has("frame"))
      .map((group, at) => frame(group, titles[at])),
    boundaries: role("boundary").map((group) => ({ box: boxOf(group), title: linesOf(group), operands: [] })),
    notes: role("note").map((group) => ({ box: boxOf(group), lines: linesOf(group) })),
    tags: of(has("tag")).map(tag),
    dividers: role("divider").map((group) => ({
      y: textsOf(group)[0]?.y ?? boxOf(group).y,
      lines: linesOf(group),
      isSilence: has("silence")(group),
    })),
    bars: role("execution").flatMap(({ marks }) => rects(marks).map(stretch)),
    waits: role("wait").flatMap(({ marks }) => rects(marks, "waiting").map(stretch)),
    bands: role("lane").flatMap(bandsOf),
    ends: of(has("destroy")).map((group) => {
      const { x, y, width, height } = boxOf(group);
      return { x: x + width / 2, y: y + height / 2 };
    }),
    words: words.map(({ block }) => block),
    measures: words.flatMap(({ group, block }) => {
      const { y, height } = boxOf(group);
      return has("budget")(group) ? [{ block, top: y, bottom: y + height }] : [];
    }),
  };
};

const texts = (marks: readonly Mark[]): readonly TextMark[] => marks.filter((mark) => mark.kind === "text");
const paths = (marks: readonly Mark[]): readonly PathMark[] => marks.filter((mark) => mark.kind === "path");
const circles = (marks: readonly Mark[]): readonly CircleMark[] =>
  marks.filter((mark) => mark.kind === "circle");
const rects = (marks: readonly Mark[], paint?: PaintRole): readonly RectMark[] =>
  marks.filter((mark) => mark.kind === "rect" && (paint === undefined || mark.paint === paint)) as RectMark[];

const textsOf = ({ marks }: Group): readonly TextMark[] => texts(marks);
const linesOf = ({ marks }: Group): readonly string[] => texts(marks).map(({ text }) => text);

type Point = readonly [x: number, y: number];

const pointOf = (command: PathCommand): Point | undefined => {
  const [x, y] = command.slice(-2);
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
};

const pointsOf = ({ commands }: PathMark): readonly Point[] =>
  commands.flatMap((each) => [pointOf(each) ?? []].filter(isPoint));
const isPoint = (value: Point | readonly []): value is Point => value.length === 2;

/** What a group's shapes cover, its words aside. */
const boxOf = ({ marks }: Group): Box => {
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

const blockOf = (marks: readonly TextMark[]): Block | undefined => {
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

const lifeline = ({ marks }: Group): Lifeline => {
  const lines = paths(marks);
  const points = lines.flatMap(pointsOf);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    isLane: lines.length > 1,
    isDashed: lines[0]?.paint === "lifeline-external",
  };
};

const head = (group: Group): Head => ({
  box: boxOf(group),
  kind: group.classes[1] ?? "service",
  lines: textsOf(group)
    .filter(({ paint }) => paint === "head-text")
    .map(({ text }) => text),
  details: textsOf(group)
    .filter(({ paint }) => paint === "detail-text")
    .map(({ text }) => text),
});

const stretch = ({ x, y, width, height }: RectMark): Stretch => ({
  x: x + width / 2,
  top: y,
  bottom: y + height,
});

const bandsOf = ({ marks }: Group): Things["bands"] =>
  marks.flatMap((mark, at) => {
    if (mark.kind !== "rect") return [];
    const next = marks[at + 1];
    return [{ ...stretch(mark), count: next?.kind === "text" ? next.text : "" }];
  });

const tag = (group: Group): Boxed => {
  const icon = group.marks.find((mark) => mark.kind === "icon");
  const sign = icon === undefined ? "" : (tagSigns[icon.name] ?? "");
  return { box: boxOf(group), lines: [`(${sign}${linesOf(group).join(" ")})`] };
};

const tagSigns: Readonly<Record<string, string>> = { arrived: "✓ ", cancelled: "✗ " };

const frame = (outline: Group, titled: Group | undefined): Frame => {
  const words = titled ? textsOf(titled) : [];
  const word = words.filter(({ paint }) => paint === "frame-word").map(({ text }) => text);
  const label = words.filter(({ paint }) => paint === "frame-text").map(({ text }) => text);
  const ys = paths(outline.marks).flatMap((path) => pointsOf(path)[0]?.[1] ?? []);
  const operandAt = (y: number): number => ys.findLastIndex((line) => line <= y);
  return {
    box: boxOf(outline),
    title: [[...word, ...label.slice(0, 1)].join(" "), ...label.slice(1)].filter((line) => line !== ""),
    operands: ys.map((y, at) => ({
      y,
      lines: words
        .filter((each) => each.paint === "operand-text" && operandAt(each.y) === at)
        .map(({ text }) => text),
    })),
  };
};

/** px above the lower ends of lifelines: nothing that arrives gets so near to them. */
const nearBottom = 15;

const arrow = ({ marks }: Group, lowest: number): readonly Arrow[] => {
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
