import type { Channel, ChannelKind } from "../../flow/channels.ts";
import type { Message, Participant } from "../../flow/flow.ts";
import type { StyleValues } from "../../language/styles.ts";
import { ellipsize } from "../../text/ellipsize.ts";
import type { Font } from "../../text/faces.ts";
import { lineHeight } from "../../text/faces.ts";
import { measure } from "../../text/measure.ts";
import { wrap } from "../../text/wrap.ts";
import type { PaintRole, Style } from "../../theme/theme.ts";
import { labelFont, labelStretch } from "../label-font.ts";
import { shownText } from "../sequence/words.ts";
import { type Badge, badgeGap, badgeHeight, widthOf } from "./badges.ts";

export interface LabelLine {
  readonly text: string;
  readonly width: number;
  readonly paint: PaintRole;
  readonly font: Font;
}

/** What stands beside an edge, broken and measured. px. */
export interface Label {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
  /** From one line to the next. */
  readonly leading: number;
  /** Below the lines: which flows use the channel. */
  readonly badges: readonly Badge[];
}

/** What a map of many flows adds. */
interface LabelExtras {
  readonly badges?: readonly Badge[];
  readonly remarks?: readonly string[];
}

/** Names of messages that are shown; those beyond are counted. */
const shownNames = 3;
/** px: a single name is broken into lines, one of several is cut off. */
const widest = { alone: 176, among: 200 };
const mostLines = 3;

const paints: Readonly<Record<ChannelKind, PaintRole>> = {
  call: "call-text",
  async: "async-text",
  reply: "reply-text",
  association: "association-text",
  route: "failure-text",
};

/** A name that messages of a channel have in common. */
export interface MessageName {
  readonly text: string;
  readonly count: number;
  /** All of them report a failure. */
  readonly fails: boolean;
}

/** The names of a channel's messages, each once, in order of their first messages; messages without one are left out. */
export const namesOf = ({ messages }: Channel): readonly MessageName[] => {
  const names = new Map<string, MessageName>();
  for (const message of messages) {
    const text = shownText(message.label).replace(/\s+/g, " ");
    if (!text) continue;
    const found = names.get(text) ?? { text, count: 0, fails: true };
    names.set(text, { text, count: found.count + 1, fails: found.fails && reportsFailure(message) });
  }
  return [...names.values()];
};

export const reportsFailure = ({ attributes, rejects }: Message): boolean =>
  attributes.failure === true || rejects.length > 0;

/** As it is written on the map: `GET /orders ×2`. */
export const counted = ({ text, count }: MessageName): string => (count > 1 ? `${text} ×${count}` : text);

/**
 * Writes a channel's label: the names of its messages, the first three at most, and how many more there are.
 *
 * In:  the channel and the participant that it leaves from; a route without messages says when it is taken. Of a map of many
 *      flows also the badges of those that use it, and what was found out about it.
 * Out: nothing where there are no words.
 */
export const labelOf = (
  channel: Channel,
  from: Participant | undefined,
  style: Style,
  { badges = [], remarks = [] }: LabelExtras = {},
): Label | undefined => {
  const own: Font = { face: "regular", size: style.text };
  const font = labelFont(channelStyle(channel), own);
  const stretch = labelStretch(font, own);
  const small: Font = { face: "regular", size: style.small };
  const names = namesOf(channel);
  const lines: LabelLine[] = names.slice(0, shownNames).flatMap((name) => {
    const paint = name.fails ? "failure-text" : paints[channel.kind];
    return broken(counted(name), font, names.length === 1, stretch).map((text) => line(text, font, paint));
  });
  const rest = names.length - shownNames;
  if (rest > 0) lines.push(line(`+${rest} more`, small, "detail-text"));
  const receives = from?.attributes["max-receives"];
  if (channel.kind === "route" && receives !== undefined)
    lines.push(line(`after ${receives} ${receives === 1 ? "receive" : "receives"}`, small, "detail-text"));
  for (const remark of remarks)
    lines.push(...wrap(remark, small, widest.alone).map(({ text }) => line(text, small, "failure-text")));
  if (lines.length + badges.length === 0) return undefined;
  const leading = Math.ceil(Math.max(lineHeight(font), lineHeight(small)));
  return {
    lines,
    width: Math.ceil(Math.max(...lines.map(({ width }) => width), widthOf(badges))),
    height: lines.length * leading + (badges.length > 0 ? badgeHeight + badgeGap : 0),
    leading,
    badges,
  };
};

/** The author's style counts for a channel when all of its messages have it. */
export const channelStyle = ({ messages: [first, ...others] }: Channel): StyleValues => {
  if (!first || Object.keys(first.style).length === 0) return {};
  const written = JSON.stringify(first.style);
  return others.every(({ style }) => JSON.stringify(style) === written) ? first.style : {};
};

const broken = (text: string, font: Font, isAlone: boolean, stretch: number): readonly string[] => {
  if (!isAlone) return [ellipsize(text, font, widest.among * stretch)];
  const lines = wrap(text, font, widest.alone * stretch).map((each) => each.text);
  if (lines.length <= mostLines) return lines;
  return [
    ...lines.slice(0, mostLines - 1),
    ellipsize(lines.slice(mostLines - 1).join(" "), font, widest.alone * stretch),
  ];
};

const line = (text: string, font: Font, paint: PaintRole): LabelLine => ({
  text,
  font,
  paint,
  width: measure(text, font),
});
