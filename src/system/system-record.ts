import { type Channel, channelsOf } from "../flow/channels.ts";
import { lineFinder } from "../source/line-finder.ts";
import type { System } from "./system.ts";

/**
 * A system as a graph for other tools; docs/map.md describes it. The number in `version` grows when a reader would have to
 * change.
 *
 * Cost: linear in the system.
 */
export const systemRecord = (system: System, sources: Readonly<Record<string, string>>) => {
  const { flow, members, sayings } = system;
  const lineOf = lineFinder(sources);
  const keyOf = (index: number | null | undefined): string | null =>
    index === null || index === undefined ? null : (flow.participants[index]?.key ?? null);
  const boundaryOf = (index: number | undefined): string | null =>
    index === undefined ? null : (flow.boundaries[index]?.key ?? null);
  const file = (member: number | undefined): string =>
    member === undefined ? "" : (members[member]?.flow.file ?? "");
  return {
    version: 1,
    flows: members.map(({ flow: { file: path, title } }) => ({ file: path, title: title?.text ?? null })),
    participants: flow.participants.map(({ key, label, kind, boundary, span, attributes }, index) => ({
      key,
      label: label.text,
      kind,
      boundary: boundaryOf(boundary),
      deadLetter: keyOf(attributes["dead-letter"]),
      file: span.file,
      line: lineOf(span),
      flows: [...new Set((sayings[index] ?? []).map(({ member }) => file(member)))],
    })),
    boundaries: flow.boundaries.map(({ key, label, parent }) => ({
      key,
      label: label.text,
      boundary: boundaryOf(parent),
    })),
    channels: channelsOf(flow).map(({ kind, from, to, messages }) => ({
      kind,
      from: keyOf(from),
      to: keyOf(to),
      messages: namesOf(messages),
      flows: [...new Set(messages.map(({ index }) => file(system.memberOf[index])))],
    })),
  };
};

/** Each name once, with how often it stands in the flows. */
const namesOf = (messages: Channel["messages"]) => {
  const counts = new Map<string | null, number>();
  for (const { label } of messages) {
    const name = label?.text.trim().replace(/\s+/g, " ") || null;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
};
