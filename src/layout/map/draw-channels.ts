import type { Channel, ChannelKind } from "../../flow/channels.ts";
import type { Flow } from "../../flow/flow.ts";
import type { PaintRole, Style } from "../../theme/theme.ts";
import type { LineOf, SourcePlace } from "../line-of.ts";
import { onOutline, ownShape } from "../outlines.ts";
import type { Group, Mark, TextMark } from "../scene.ts";
import { arrowhead, type Point, type Run, shorten } from "../strokes.ts";
import { badgeHeight, drawBadges, widthOf } from "./badges.ts";
import type { Box } from "./box.ts";
import { channelSentence } from "./describe-map.ts";
import { dotRadius } from "./graph.ts";
import { channelStyle, counted, type Label, namesOf, reportsFailure } from "./label.ts";
import type { End, PlacedEdge } from "./placed-map.ts";
import { type EdgePlan, type MapPlan, pipeRadius } from "./plan.ts";
import { flowsOf, type Uses } from "./uses.ts";

interface Look {
  readonly line: PaintRole;
  readonly head: PaintRole;
  readonly form: "filled" | "open" | "none";
  readonly className: string;
}

const looks: Readonly<Record<ChannelKind, Look>> = {
  call: { line: "call-line", head: "call-head", form: "filled", className: "call" },
  async: { line: "async-line", head: "async-head", form: "open", className: "async" },
  reply: { line: "reply-line", head: "reply-head", form: "open", className: "reply" },
  association: { line: "association-line", head: "call-head", form: "none", className: "association" },
  route: { line: "dead-letter-line", head: "failure-head", form: "open", className: "dead-letter" },
};

/** A channel that carries nothing but failures keeps its form and takes their colour. */
const failing = { line: "failure-line", head: "failure-head" } as const;

/** The edges of a map: a line with its head, and its words. */
export const drawChannels = (
  flow: Flow,
  plan: MapPlan,
  placed: readonly PlacedEdge[],
  lineOf: LineOf,
  uses: Uses | undefined,
): readonly Group[] =>
  plan.edges.flatMap((edge, at): readonly Group[] => {
    const { channel, label } = edge;
    const [first] = channel.messages;
    const only = channel.messages.length === 1 ? first : undefined;
    const flows = uses ? flowsOf(channel, uses).map((flow) => uses.flows[flow]) : [];
    const tooltip = [only?.attributes.tooltip ?? hiddenNames(edge), ...flows.map((used) => used?.name ?? "")];
    const link = only?.attributes.link ?? (flows.length === 1 ? flows[0]?.link : undefined);
    const box = placed[at]?.label;
    const group: Group = {
      role: "channel",
      name: channelSentence(flow, channel),
      classes: ["channel", looks[channel.kind].className],
      ...classesOf(channel),
      line: lineOf(placeOf(flow, channel)),
      ...(link && { link }),
      ...(tooltip.some(Boolean) && { tooltip: tooltip.filter(Boolean).join("\n") }),
      ...styleOf(channel),
      marks: channelMarks(flow, edge, placed[at] as PlacedEdge, plan.style),
    };
    if (!uses || !box || !label || label.badges.length === 0) return [group];
    const left = box.x + (box.width - widthOf(label.badges)) / 2;
    return [group, ...drawBadges(label.badges, left, box.y + box.height - badgeHeight / 2, uses)];
  });

/** All names, one to a line, where the label does not show them all. */
const hiddenNames = ({ channel, label }: EdgePlan): string => {
  const names = namesOf(channel).map(counted);
  const shown = label?.lines.map(({ text }) => text).join(" ");
  return names.every((name) => shown?.includes(name)) ? "" : names.join("\n");
};

/** Where in the text a channel begins: its first message, or the attribute that names a dead-letter queue. */
const placeOf = (flow: Flow, { from, messages }: Channel): SourcePlace => {
  const sender = from === null ? undefined : flow.participants[from];
  return (
    messages[0]?.span ??
    sender?.attributeSpans["dead-letter"] ??
    sender?.span ?? { file: flow.file, start: 0 }
  );
};

const classesOf = ({ messages }: Channel): Pick<Group, "authorClasses"> => {
  const classes = [...new Set(messages.flatMap((message) => message.classes))];
  return classes.length > 0 ? { authorClasses: classes } : {};
};

const styleOf = (channel: Channel): Pick<Group, "style"> => {
  const style = channelStyle(channel);
  return Object.keys(style).length > 0 ? { style } : {};
};

const channelMarks = (
  flow: Flow,
  { channel, label }: EdgePlan,
  placed: PlacedEdge,
  style: Style,
): readonly Mark[] => {
  const fails = channel.messages.length > 0 && channel.messages.every(reportsFailure);
  const look = { ...looks[channel.kind], ...(fails && channel.kind !== "route" && failing) };
  const run = joined(flow, channel, placed, style);
  const marks: Mark[] = [
    {
      kind: "path",
      paint: look.line,
      commands: shorten(run, 0, look.form === "filled" ? style.arrowLength - 1 : 0),
    },
  ];
  if (look.form !== "none") marks.push(arrowhead(run, style, look.form, look.head));
  for (const end of [placed.from, placed.to]) if (end.isDot) marks.push(dot(end));
  if (label && placed.label) marks.push(...labelMarks(label, placed.label));
  return marks;
};

const dot = ({ x, y, width, height }: Box): Mark => ({
  kind: "circle",
  paint: "outside-dot",
  x: x + width / 2,
  y: y + height / 2,
  radius: dotRadius,
});

const labelMarks = (label: Label, box: Box): readonly TextMark[] =>
  label.lines.map(({ text, width, paint, font }, at) => ({
    kind: "text",
    paint,
    text,
    x: box.x + box.width / 2,
    y: box.y + (at + 0.5) * label.leading + font.size * 0.36,
    anchor: "middle",
    face: font.face,
    size: font.size,
    width,
    halo: true,
  }));

/** The line from outline to outline: at a round or pointed end it goes on past the side of the box. */
const joined = (flow: Flow, channel: Channel, { run, from, to }: PlacedEdge, style: Style): Run => {
  const end = (index: number | null, box: End, at: Point): Point => {
    const participant = index === null ? undefined : flow.participants[index];
    if (!participant) return at;
    const { kind, attributes } = participant;
    return onOutline(kind, box, at, style, pipeRadius, ownShape(attributes.shape));
  };
  const [first, last] = [run[0], run.at(-1)] as [Point, Point];
  return [end(channel.from, from, first), ...run.slice(1, -1), end(channel.to, to, last)];
};
