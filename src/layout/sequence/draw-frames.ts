import type { Flow, Fragment } from "../../flow/flow.ts";
import { fragmentKinds } from "../../language/fragment-kinds.ts";
import type { Style } from "../../theme/theme.ts";
import { authored } from "../authored.ts";
import type { LineOf } from "../line-of.ts";
import type { Group, Mark, PathCommand } from "../scene.ts";
import { centredText, textMarks } from "./draw-texts.ts";
import type { PlacedFrame } from "./placement.ts";

const tabPad = 10;
const slant = 8;

/** Frames lie under the bars and messages that they hold; their titles lie over the bars. */
export const drawFrames = (
  flow: Flow,
  frames: readonly PlacedFrame[],
  style: Style,
  lineOf: LineOf,
): { readonly outlines: readonly Group[]; readonly titles: readonly Group[] } => {
  const outerFirst = frames.toSorted((a, b) => a.depth - b.depth || a.fragment - b.fragment);
  return {
    outlines: outerFirst.map((frame) => outline(flow, frame, style, lineOf)),
    titles: outerFirst.map((frame) => title(flow, frame, style, lineOf)),
  };
};

const outline = (flow: Flow, frame: PlacedFrame, style: Style, lineOf: LineOf): Group => {
  const fragment = flow.fragments[frame.fragment] as Fragment;
  const { x, y, width, height } = frame.box;
  const marks: Mark[] = [
    {
      kind: "rect",
      paint: fragment.attributes.failure ? "frame-failure" : "frame",
      x,
      y,
      width,
      height,
      radius: style.headRadius - 2,
    },
  ];
  for (const operand of frame.operands)
    marks.push({
      kind: "path",
      paint: "operand-line",
      commands: [
        ["M", x, operand.y],
        ["L", x + width, operand.y],
      ],
    });
  return {
    role: "frame",
    name: [fragmentKinds[fragment.kind].tab || "group", fragment.label?.text].filter(Boolean).join(" "),
    classes: ["frame", fragment.kind],
    ...authored(fragment, lineOf),
    marks,
  };
};

const title = (flow: Flow, frame: PlacedFrame, style: Style, lineOf: LineOf): Group => {
  const fragment = flow.fragments[frame.fragment] as Fragment;
  const { x, y } = frame.box;
  const { word, label, width, height } = frame.tab;
  const marks: Mark[] = [];
  if (word || label) {
    marks.push({
      kind: "path",
      paint: "frame-tab",
      commands: tab(x, y, width, height, style.headRadius - 2),
    });
    if (word) marks.push(...textMarks(centredText(word, x + tabPad, y + height / 2, "start"), "frame-word"));
    if (label)
      marks.push(
        ...textMarks(
          centredText(label, x + tabPad + (word ? word.width + 6 : 0), y + height / 2, "start"),
          "frame-text",
        ),
      );
  }
  for (const operand of frame.operands)
    if (operand.label) marks.push(...textMarks(operand.label, "operand-text", true));
  return { role: "frame", classes: ["frame-title", fragment.kind], line: lineOf(fragment.span), marks };
};

/** The title's corner: it shares the frame's rounded corner and ends in a slant. */
const tab = (x: number, y: number, width: number, height: number, radius: number): readonly PathCommand[] => [
  ["M", x, y + height],
  ["L", x, y + radius],
  ["Q", x, y, x + radius, y],
  ["L", x + width, y],
  ["L", x + width - slant, y + height],
  ["Z"],
];
