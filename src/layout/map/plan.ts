import { type Channel, channelsOf } from "../../flow/channels.ts";
import type { Boundary, Flow, Participant } from "../../flow/flow.ts";
import type { ShapeName } from "../../language/attributes.ts";
import type { Direction } from "../../language/directions.ts";
import { participantKinds } from "../../language/participant-kinds.ts";
import type { Style } from "../../theme/theme.ts";
import { labelFont, labelStretch } from "../label-font.ts";
import { narrows, ownShape, shapeWidth } from "../outlines.ts";
import { participantDetail } from "../sequence/details.ts";
import { oneLine, shownText, type Words, words } from "../sequence/words.ts";
import { badgesOf } from "./badges.ts";
import { type Label, labelOf } from "./label.ts";
import { flowsOf, type Remark, type Uses } from "./uses.ts";

/** A participant's box and what stands in it, measured. px. */
export interface NodePlan {
  readonly participant: Participant;
  readonly words: Words;
  readonly detail: Words | undefined;
  /** What was found out about it. */
  readonly remark: Words | undefined;
  readonly hasIcon: boolean;
  /** The end at which a queue lets out what it holds; absent where the map flows up or down. */
  readonly mouth?: "right" | "left";
  readonly width: number;
  readonly height: number;
}

/** An edge: a channel, and its words. */
export interface EdgePlan {
  readonly channel: Channel;
  readonly label: Label | undefined;
}

/** A frame around what a boundary holds. */
export interface AreaPlan {
  readonly boundary: Boundary;
  readonly words: Words;
}

/** All that a map shows, before anything has a place. */
export interface MapPlan {
  readonly style: Style;
  readonly direction: Direction;
  /** By participant. */
  readonly nodes: readonly NodePlan[];
  /** Boundaries that hold somebody, outer ones first. */
  readonly areas: readonly AreaPlan[];
  readonly edges: readonly EdgePlan[];
}

/** px: a queue's ends are as round as in a row of heads, however high its box grows. */
export const pipeRadius = 20;
/** px between a queue's side and its words. */
const pipePad = 20;
/** px: how far a mouth's rim reaches into the box, past the round end; and the room that it takes from the words. */
export const rim = 10;
export const mouthRoom = 24;
/** px: between an icon and the words beside it; between a name and what is said below it. */
export const iconGap = 8;
export const detailGap = 2;
/** px: a name and a detail are broken into lines no wider. */
const nameWidth = 160;

/** What is shown of many flows, besides what each of them says. */
export interface MapExtras {
  readonly uses?: Uses;
  readonly remarks?: readonly Remark[];
}

/**
 * Breaks and measures all that a map shows.
 *
 * Cost: linear in the flow and its texts.
 */
export const planMap = (
  flow: Flow,
  style: Style,
  direction: Direction,
  { uses, remarks = [] }: MapExtras = {},
): MapPlan => {
  const held = new Set<number>();
  for (let at of flow.participants.map(({ boundary }) => boundary))
    for (; at !== undefined && !held.has(at); at = flow.boundaries[at]?.parent) held.add(at);
  return {
    style,
    direction,
    nodes: flow.participants.map((participant) => nodeOf(flow, participant, style, direction, remarks)),
    areas: flow.boundaries
      .filter(({ index }) => held.has(index))
      .map((boundary) => ({
        boundary,
        words: oneLine(
          shownText(boundary.label),
          labelFont(boundary.style, { face: "semibold", size: style.small + 1 }),
        ),
      })),
    edges: channelsOf(flow).map((channel) => ({
      channel,
      label: labelOf(channel, channel.from === null ? undefined : flow.participants[channel.from], style, {
        badges: uses && uses.flows.length > 1 ? badgesOf(flowsOf(channel, uses), style) : [],
        remarks: remarks.flatMap(({ on, text }) =>
          "from" in on && on.from === channel.from && on.to === channel.to && channel.kind !== "reply"
            ? [text]
            : [],
        ),
      }),
    })),
  };
};

const nodeOf = (
  flow: Flow,
  participant: Participant,
  style: Style,
  direction: Direction,
  remarks: readonly Remark[],
): NodePlan => {
  const own = { face: "semibold", size: style.headText } as const;
  const font = labelFont(participant.style, own);
  const shown = words(shownText(participant.label), font, nameWidth * labelStretch(font, own));
  // Every participant has its box here, so no dead-letter queue needs to be named below another's.
  const text = participantDetail(
    flow,
    participant,
    flow.participants.map(() => true),
  );
  const detail = text
    ? words(text, { face: "regular", size: style.small }, Math.max(nameWidth, shown.width))
    : undefined;
  const found = remarks.flatMap(({ on, text: said }) =>
    "participant" in on && on.participant === participant.index ? [said] : [],
  );
  const remark =
    found.length > 0
      ? words(found.join("\n"), { face: "regular", size: style.small }, Math.max(nameWidth, shown.width))
      : undefined;
  const hasIcon = participant.attributes.icon !== "none";
  const inside =
    Math.max(shown.width, detail?.width ?? 0, remark?.width ?? 0) + (hasIcon ? style.icon + iconGap : 0);
  const height = [detail, remark].reduce(
    (sum, each) => sum + (each ? each.height + detailGap : 0),
    shown.height,
  );
  const shape = ownShape(participant.attributes.shape);
  const isPipe = participantKinds[participant.kind].outline === "pill" && shape === undefined;
  const mouth = isPipe && (direction === "right" || direction === "left") ? direction : undefined;
  const ends = isPipe ? 2 * pipePad + (mouth ? mouthRoom - pipePad / 2 : 0) : 2 * style.headPad;
  const high = Math.max(style.headHeight, Math.ceil(heightAround(shape, height) / 4) * 4);
  return {
    participant,
    words: shown,
    detail,
    remark,
    hasIcon,
    ...(mouth && { mouth }),
    width: Math.ceil((shapeWidth(shape, inside, height / high) + ends) / 4) * 4,
    height: high,
  };
};

/** px: a shape that narrows upwards and downwards is higher around much text, or it would be very wide. */
const heightAround = (shape: ShapeName | undefined, content: number): number =>
  Math.max(content + 20, narrows(shape) ? content * 2.2 : 0);
