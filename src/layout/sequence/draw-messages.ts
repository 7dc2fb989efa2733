import type { Flow, Message } from "../../flow/flow.ts";
import type { MessageKind } from "../../language/message-kinds.ts";
import { messageKinds } from "../../language/message-kinds.ts";
import type { PaintRole, Style } from "../../theme/theme.ts";
import type { LineOf } from "../line-of.ts";
import type { Group, Mark } from "../scene.ts";
import { arrowhead, cross, type Run, reversed, shifted, shorten } from "../strokes.ts";
import { drawHead, noHead } from "./draw-heads.ts";
import { addTexts } from "./draw-texts.ts";
import type { PlacedMessage } from "./placement.ts";

interface MessagePaint {
  readonly line: PaintRole;
  readonly head: PaintRole;
  readonly text: PaintRole;
  readonly className: string;
}

const paints: Readonly<Record<MessageKind, MessagePaint>> = {
  call: { line: "call-line", head: "call-head", text: "call-text", className: "call" },
  reply: { line: "reply-line", head: "reply-head", text: "reply-text", className: "reply" },
  send: { line: "async-line", head: "async-head", text: "async-text", className: "async" },
  exchange: { line: "call-line", head: "call-head", text: "call-text", className: "exchange" },
  association: {
    line: "association-line",
    head: "call-head",
    text: "association-text",
    className: "association",
  },
};

/** A message that reports a failure keeps its form and takes the colour of failure. */
const failed = (paint: MessagePaint, kind: MessageKind): MessagePaint => ({
  ...paint,
  line: kind === "reply" ? "reply-line" : "failure-line",
  head: kind === "reply" ? "reply-head" : "failure-head",
  text: "failure-text",
});

/** Messages that cross others from further up lie under everything that carries words, so that the words stay whole. */
export const drawMessages = (
  flow: Flow,
  placed: readonly PlacedMessage[],
  style: Style,
  sentences: readonly string[],
  lineOf: LineOf,
): { readonly long: readonly Group[]; readonly short: readonly Group[] } => {
  const long: Group[] = [];
  const short: Group[] = [];
  for (const each of placed) {
    const message = flow.messages[each.message] as Message;
    const name = sentences[each.message] as string;
    const group = drawMessage(message, each, style, name, lineOf);
    if (message.attributes["in-flight"] === true || isSteep(each)) long.push(group);
    else short.push(group);
  }
  return { long, short };
};

/** Steeper than 30 degrees. */
const isSteep = ({ course, x1, x2, y1, y2 }: PlacedMessage): boolean =>
  course === "line" && Math.abs(y2 - y1) > Math.abs(x2 - x1) * steepest;
const steepest = Math.tan(Math.PI / 6);

const drawMessage = (
  message: Message,
  placed: PlacedMessage,
  style: Style,
  name: string,
  lineOf: LineOf,
): Group => {
  const { kind, resolves, rejects, asks, attributes } = message;
  const { head, tail } = messageKinds[kind];
  const settles = resolves.length + rejects.length > 0;
  const plain = paints[kind];
  const paint = attributes.failure || rejects.length > 0 ? failed(plain, kind) : plain;
  const arrives = placed.arrival === "head" || placed.arrival === "edge";
  const course = placed.course === "loop" ? loop(placed, style) : straight(placed);
  const target = drawHead(
    course,
    arrives ? head : "none",
    arrives ? message.targetHead : undefined,
    style,
    paint,
  );
  const source =
    tail === "none" && !message.sourceHead
      ? noHead
      : drawHead(reversed(course), tail, message.sourceHead, style, paint);
  const marks: Mark[] = [
    { kind: "path", paint: paint.line, commands: shorten(course, source.reach, target.reach) },
  ];
  for (const mark of target.marks) marks.push(mark);
  for (const mark of source.marks) marks.push(mark);
  if (placed.found)
    marks.push({ kind: "circle", paint: "outside-dot", x: placed.x1, y: placed.y1, radius: 4 });
  if (placed.arrival === "dot") {
    marks.push(arrowhead(shifted(course, -6), style, head === "filled" ? "filled" : "open", paint.head));
    marks.push({ kind: "circle", paint: "outside-dot", x: placed.x2, y: placed.y2, radius: 4 });
  }
  if (placed.arrival === "cross") marks.push(cross(placed.x2, placed.y2, 6, "lost-mark"));
  if (settles) marks.push(...returnMark(placed, rejects.length > 0));
  if (placed.detail) addTexts(marks, placed.detail, "detail-text", true);
  if (placed.ends) for (const each of placed.ends) addTexts(marks, each, "end-text", true);
  if (placed.label) addTexts(marks, placed.label, paint.text, true);

  const { link, tooltip } = attributes;
  const group: Writable<Group> = {
    role: "message",
    name,
    classes: classesOf(message, paint, settles),
    line: lineOf(message.span),
    marks,
  };
  // What only some have is set one by one: spreads of objects cost more than all the rest.
  if (message.classes.length > 0) group.authorClasses = message.classes;
  if (settles || asks.length > 0) group.ties = [...asks, ...resolves, ...rejects].map(({ text }) => text);
  if (link) group.link = link;
  if (tooltip) group.tooltip = tooltip;
  if (Object.keys(message.style).length > 0) group.style = message.style;
  return group;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const classesOf = (
  { asks, attributes: { lost } }: Message,
  { className }: MessagePaint,
  settles: boolean,
): readonly string[] => {
  if (!settles && asks.length === 0 && !lost) return plainClasses[className] as readonly string[];
  const classes = ["message", className];
  if (settles) classes.push("callback");
  if (asks.length > 0) classes.push("request");
  if (lost) classes.push("lost");
  return classes;
};

/** What most messages have, by the class of their kind. */
const plainClasses: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.values(paints).map(({ className }) => [className, ["message", className]]),
);

const straight = ({ x1, y1, x2, y2 }: PlacedMessage): Run => [
  [x1, y1],
  [x2, y2],
];

const loop = ({ x1, y1, x2, y2 }: PlacedMessage, style: Style): Run => {
  const out = Math.max(x1, x2) + style.loopWidth;
  return [
    [x1, y1],
    [out, y1],
    [out, y2],
    [x2, y2],
  ];
};

/** The ring at the tail of a message that settles a callback: a tick for success, a cross for failure. */
const returnMark = ({ x1, y1 }: PlacedMessage, fails: boolean): readonly Mark[] => [
  { kind: "circle", paint: fails ? "return-ring-failure" : "return-ring", x: x1, y: y1, radius: 6.5 },
  fails
    ? cross(x1, y1, 2.5, "return-mark-failure")
    : {
        kind: "path",
        paint: "return-mark",
        commands: [
          ["M", x1 - 3, y1 + 0.2],
          ["L", x1 - 0.8, y1 + 2.4],
          ["L", x1 + 3, y1 - 2.2],
        ],
      },
];
