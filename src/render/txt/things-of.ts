import type { Group, RectMark, Scene } from "../../layout/scene.ts";
import { arrowOf } from "./arrow-of.ts";
import { blockOf, boxOf, linesOf, paths, pointsOf, rects, texts, textsOf } from "./marks-of.ts";
import type { Block, Boxed, Frame, Head, Lifeline, Stretch, Things } from "./things.ts";

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
    arrows: role("message").flatMap((group) => arrowOf(group, lowest)),
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
