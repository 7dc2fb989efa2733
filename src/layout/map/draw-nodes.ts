import { participantKinds } from "../../language/participant-kinds.ts";
import type { Style } from "../../theme/theme.ts";
import { authored } from "../authored.ts";
import type { LineOf } from "../line-of.ts";
import { outlineMarks, ownShape } from "../outlines.ts";
import type { Group, Mark } from "../scene.ts";
import { centredText, textMarks } from "../sequence/draw-texts.ts";
import type { Box } from "./box.ts";
import { detailGap, iconGap, type MapPlan, mouthRoom, type NodePlan, pipeRadius, rim } from "./plan.ts";

/** The boxes of participants: icon, name, and what is to be known of them below it. */
export const drawNodes = (plan: MapPlan, boxes: readonly Box[], lineOf: LineOf): readonly Group[] =>
  plan.nodes.map((node, at): Group => {
    const { participant } = node;
    const { kind, label } = participant;
    return {
      role: "node",
      name: `${label.text}, ${participantKinds[kind].noun}`,
      classes: ["node", kind],
      ...authored(participant, lineOf),
      marks: nodeMarks(node, boxes[at] as Box, plan.style),
    };
  });

const nodeMarks = (node: NodePlan, box: Box, style: Style): readonly Mark[] => {
  const { participant, words, detail, remark, hasIcon, mouth } = node;
  const shape = ownShape(participant.attributes.shape);
  const { icon = participant.kind } = participant.attributes;
  const iconWidth = hasIcon ? style.icon + iconGap : 0;
  const content = Math.max(words.width, detail?.width ?? 0, remark?.width ?? 0) + iconWidth;
  const room = box.width - (mouth ? mouthRoom : 0);
  const start = box.x + (mouth === "left" ? mouthRoom : 0) + (room - content) / 2;
  // A cylinder's lid takes some height: its content sits lower.
  const isDrum = participantKinds[participant.kind].outline === "cylinder" && shape === undefined;
  const middle = box.y + box.height / 2 + (isDrum ? 3 : 0);
  const below = [
    { words: detail, paint: "detail-text" },
    { words: remark, paint: "failure-text" },
  ] as const;
  const high = below.reduce(
    (sum, { words: each }) => sum + (each ? detailGap + each.height : 0),
    words.height,
  );
  let y = middle - high / 2 + words.height;
  const x = start + iconWidth;
  const picture: Mark = {
    kind: "icon",
    paint: "head-icon",
    name: icon,
    x: start,
    y: middle - style.icon / 2,
    size: style.icon,
  };
  return [
    ...outlineMarks(participant.kind, box, style, pipeRadius, shape),
    ...(mouth ? [rimOf(box, mouth)] : []),
    ...(hasIcon ? [picture] : []),
    ...textMarks(centredText(words, x, y - words.height / 2, "start"), "head-text"),
    ...below.flatMap(({ words: each, paint }) => {
      if (!each) return [];
      y += detailGap + each.height;
      return textMarks(centredText(each, x, y - each.height / 2, "start"), paint);
    }),
  ];
};

/** The near rim of a pipe's mouth: with the round end, it is all of the mouth. */
const rimOf = ({ x, y, width, height }: Box, mouth: "right" | "left"): Mark => {
  const radius = Math.min(pipeRadius, height / 2);
  const [end, side] = mouth === "right" ? [x + width - radius, -rim] : [x + radius, rim];
  const sweep = mouth === "right" ? 0 : 1;
  return {
    kind: "path",
    paint: "head-channel",
    commands: [
      ["M", end, y],
      ["A", rim, radius, 0, sweep, end + side, y + radius],
      ["L", end + side, y + height - radius],
      ["A", rim, radius, 0, sweep, end, y + height],
    ],
  };
};
