import type { Flow, Participant } from "../../flow/flow.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { PaintRole } from "../../theme/theme.ts";
import { authored } from "../authored.ts";
import type { LineOf } from "../line-of.ts";
import { outlineMarks, ownShape } from "../outlines.ts";
import type { Group, Mark } from "../scene.ts";
import { cross } from "../strokes.ts";
import { centredText, textMarks } from "./draw-texts.ts";
import type { HeadPlan, Plan } from "./plan.ts";

/** Where the lifelines run. px. */
export interface Lifelines {
  readonly x: readonly number[];
  /** Upper edge of the row of heads, and its height. */
  readonly headTop: number;
  readonly headHeight: number;
  readonly bottom: number;
  readonly created: Float64Array;
  readonly destroyed: Float64Array;
  /** Heads are repeated at the lower end. */
  readonly repeated: boolean;
}

export const drawLifelines = (flow: Flow, plan: Plan, at: Lifelines): readonly Group[] =>
  plan.heads.map((head, column): Group => {
    const participant = flow.participants[head.participant] as Participant;
    const { lane } = participantKinds[participant.kind];
    const x = at.x[column] as number;
    const created = at.created[head.participant] as number;
    const destroyed = at.destroyed[head.participant] as number;
    const top = Number.isNaN(created) ? at.headTop + at.headHeight : created + at.headHeight / 2;
    const bottom = Number.isNaN(destroyed) ? at.bottom : destroyed;
    const line = (where: number, paint: PaintRole): Mark => ({
      kind: "path",
      paint,
      commands: [
        ["M", where, top],
        ["L", where, bottom],
      ],
    });
    const half = plan.half[column] as number;
    const plain = participantKinds[participant.kind].outside ? "lifeline-external" : "lifeline";
    const marks: readonly Mark[] =
      lane === "rails" ? [line(x - half, "rail"), line(x + half, "rail")] : [line(x, plain)];
    return { role: "lifeline", classes: ["lifeline", participant.kind], marks };
  });

/** The crosses at which participants end; they lie over the bars. */
export const drawEnds = (plan: Plan, at: Lifelines): readonly Group[] =>
  plan.heads.flatMap(({ participant }, column): readonly Group[] => {
    const y = at.destroyed[participant] as number;
    if (Number.isNaN(y)) return [];
    return [{ role: "mark", classes: ["destroy"], marks: [cross(at.x[column] as number, y, 8, "destroy")] }];
  });

export const drawHeads = (flow: Flow, plan: Plan, at: Lifelines, lineOf: LineOf): readonly Group[] =>
  plan.heads.flatMap((head, column): readonly Group[] => {
    const participant = flow.participants[head.participant] as Participant;
    const x = at.x[column] as number;
    const created = at.created[head.participant] as number;
    const middle = Number.isNaN(created) ? at.headTop + at.headHeight / 2 : created;
    const group = (y: number, detail: boolean): Group => ({
      role: "head",
      name: `${participant.label.text}, ${participantKinds[participant.kind].noun}`,
      classes: ["head", participant.kind],
      ...authored(participant, lineOf),
      marks: headMarks(participant, head, plan, x, y, at.headHeight, detail),
    });
    const ended = !Number.isNaN(at.destroyed[head.participant] as number);
    return [
      group(middle, true),
      ...(at.repeated && !ended ? [group(at.bottom + at.headHeight / 2, false)] : []),
    ];
  });

const headMarks = (
  participant: Participant,
  head: HeadPlan,
  plan: Plan,
  x: number,
  middle: number,
  height: number,
  withDetail: boolean,
): readonly Mark[] => {
  const { style } = plan;
  const { outline } = participantKinds[participant.kind];
  const shape = ownShape(participant.attributes.shape);
  const box = { x: x - head.width / 2, y: middle - height / 2, width: head.width, height };
  const marks: Mark[] = [...outlineMarks(participant.kind, box, style, undefined, shape)];
  const icon = participant.attributes.icon;
  const hasIcon = icon !== "none";
  const content = head.words.width + (hasIcon ? style.icon + 8 : 0);
  const start = x - content / 2;
  // A cylinder's lid takes some height: its content sits lower.
  const isDrum = outline === "cylinder" && shape === undefined;
  const centre = middle + (isDrum ? 3 : 0);
  if (hasIcon)
    marks.push({
      kind: "icon",
      paint: "head-icon",
      name: icon ?? participant.kind,
      x: start,
      y: centre - style.icon / 2,
      size: style.icon,
    });
  const textAt = start + (hasIcon ? style.icon + 8 : 0);
  marks.push(...textMarks(centredText(head.words, textAt, centre, "start"), "head-text"));
  if (withDetail && head.detail)
    marks.push(
      ...textMarks(
        centredText(head.detail, x, middle + height / 2 + 5 + head.detail.height / 2, "middle"),
        "detail-text",
        true,
      ),
    );
  return marks;
};
